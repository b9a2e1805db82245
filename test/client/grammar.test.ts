import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

const injection = 'syntaxes/phasewise.injection.tmLanguage.json';

/** As much of Markdown as decides where the injection applies: paragraphs, code, fences, comments. */
const markdown = 'test/syntaxes/markdown.json';

/** Each line with the marks below it: `^^^ scope`, or `^^^ plain` for words that are not ours. */
const cases = readFileSync('test/syntaxes/labels.txt', 'utf8').trimEnd().split('\n');

it('colours statuses, gate labels, tasks and tests of Markdown, and nothing in code', async () => {
  const grammar = await openGrammar();
  let state = INITIAL;
  let tokens: readonly { startIndex: number; endIndex: number; scopes: readonly string[] }[] = [];
  let line = '';
  let marks = 0;
  const wrong: string[] = [];
  for (const text of cases) {
    const mark = /^( *)(\^+) (\S+)$/.exec(text);
    if (!mark) {
      const result = grammar.tokenizeLine(text, state);
      [line, tokens, state] = [text, result.tokens, result.ruleStack];
      continue;
    }
    marks += 1;
    const [, indent = '', carets = '', wanted = ''] = mark;
    for (let at = indent.length; at < indent.length + carets.length; at += 1) {
      const scopes = tokens.find((token) => token.startIndex <= at && at < token.endIndex)?.scopes ?? [];
      const fits =
        wanted === 'plain'
          ? !scopes.some((scope) => scope.endsWith('.phasewise'))
          : scopes.some((scope) => scope.startsWith(wanted));
      if (!fits) wrong.push(`${line}: "${line[at]}" at ${at} is ${scopes.slice(1).join(' ')} and not ${wanted}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(marks).toBeGreaterThan(15);
});

async function openGrammar() {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(new Uint8Array(wasm).buffer);
  const paths: Readonly<Record<string, string>> = { 'text.html.markdown': markdown, 'markdown.phasewise.injection': injection };
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope) => {
      const path = paths[scope];
      return path ? parseRawGrammar(readFileSync(path, 'utf8'), path) : null;
    },
    getInjections: (scope) => (scope === 'text.html.markdown' ? ['markdown.phasewise.injection'] : undefined),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (!grammar) throw new Error('the grammar of Markdown is missing');
  return grammar;
}
