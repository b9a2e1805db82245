import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { offsetAt, toSource } from '../../server/src/core/index.ts';
import { protocol } from '../../server/src/lsp/protocol.ts';
import type { Drawing, Question } from '../support/case.ts';
import { allCases } from '../support/cases.ts';
import { differences, type Found } from '../support/compare.ts';
import { type Added, drawnLines } from '../support/drawings.ts';
import { makeFolder, removeFolder, type TestFolder, tagAll } from '../support/folder.ts';
import { type Diagnostic, type LspClient, type Range, richCapabilities, startClient } from '../support/lspClient.ts';
import { completionDifferences, hoverDifferences, type Offered } from '../support/questions.ts';

// One server with a folder per case: what it publishes for one must not depend on the others.
describe('the language server publishes what the case marks', () => {
  const cases = allCases();
  let folders: TestFolder[] = [];
  beforeAll(() => {
    folders = cases.map((scenario) => makeFolder([...scenario.files, ...scenario.before]));
    for (const [index, { tags }] of cases.entries()) {
      const folder = folders[index];
      if (folder && tags.length > 0) tagAll(folder, tags);
    }
  });
  afterAll(() => folders.forEach(removeFolder));

  test.runIf(cases.length > 0)(`in ${cases.length} cases at once`, async () => {
    const client = await startClient({ folders: folders.map((folder) => folder.uri), capabilities: withPlainHovers });
    for (const [index, { touched }] of cases.entries())
      for (const path of touched) client.notify(protocol.touched, { uri: folders[index]?.uriOf(path) });
    for (const [index, { history }] of cases.entries())
      if (history.size > 0) client.notify(protocol.history, { folder: folders[index]?.uri, since: Object.fromEntries(history) });
    await client.settled();
    for (const [index, { before, files }] of cases.entries()) {
      for (const [path, text] of before) {
        const uri = folders[index]?.uriOf(path) ?? '';
        client.open(uri, text);
        client.change(uri, files.get(path) ?? '');
      }
    }
    await client.settled();
    const wrong = cases.flatMap((scenario, index) => {
      const folder = folders[index];
      const uris = folder
        ? [...new Set(client.publications.map(({ uri }) => uri))].filter((uri) => uri.startsWith(`${folder.uri}/`))
        : [];
      const found = uris.flatMap((uri) =>
        client.shown(uri).map((one) => toFound(decodeURIComponent(uri.slice((folder?.uri.length ?? 0) + 1)), one)),
      );
      return differences(scenario, found).map((line) => `${scenario.name}: ${line}`);
    });
    expect(wrong).toEqual([]);
    const unlike: string[] = [];
    for (const [index, scenario] of cases.entries())
      for (const question of scenario.asked) {
        const uri = folders[index]?.uriOf(question.path) ?? '';
        const text = scenario.files.get(question.path) ?? '';
        if (!scenario.before.has(question.path)) client.open(uri, text, question.path.endsWith('.md') ? 'markdown' : 'yaml');
        const answers = await answerTo(client, question, uri, text);
        unlike.push(...answers.map((line) => `${scenario.name}: ${line}`));
      }
    expect(unlike).toEqual([]);
    for (const [index, scenario] of cases.entries())
      for (const drawing of scenario.drawn) {
        const uri = folders[index]?.uriOf(drawing.path) ?? '';
        const text = scenario.files.get(drawing.path) ?? '';
        client.open(uri, text, drawing.path.endsWith('.md') ? 'markdown' : 'yaml');
        expect(await drawn(client, drawing, uri, text), scenario.name).toEqual(drawing.lines);
      }
  });
});

/** Hovers are compared as text: what is markup in them has tests of its own. */
const withPlainHovers = {
  ...richCapabilities,
  textDocument: { ...richCapabilities.textDocument, hover: { contentFormat: ['plaintext'] } },
};

/** The lines of a hover without what a finding teaches. */
async function shownAt(client: LspClient, position: Question['position'], uri: string): Promise<readonly string[]> {
  const params = { textDocument: { uri }, position };
  const hover = await client.request<{ contents: { value: string } } | null>('textDocument/hover', params);
  const card = hover?.contents.value.split('\n\n---\n\n')[0] ?? '';
  return card === '' ? [] : card.split('\n');
}

/** The lines of a document with what the editor is told to add to it. */
async function drawn(client: LspClient, { kind }: Drawing, uri: string, text: string): Promise<readonly string[]> {
  const source = toSource('', text);
  const at = ({ line, character }: Range['start']) => offsetAt(source, { line, column: character });
  const textDocument = { uri };
  if (kind === 'tokens')
    return drawnLines(text, tokensOf(await client.request('textDocument/semanticTokens/full', { textDocument }), at));
  const range = { start: { line: 0, character: 0 }, end: { line: source.lineStarts.length, character: 0 } };
  const ask = () =>
    client.request<readonly { position: Range['start']; label: string }[]>('textDocument/inlayHint', { textDocument, range });
  // The names of files are looked up when somebody wants them for the first time.
  await ask();
  await client.settled();
  return drawnLines(
    text,
    (await ask()).map(({ position, label }) => ({ start: at(position), end: at(position), words: label })),
  );
}

const kinds = ['phase', 'stage', 'task'];

function tokensOf({ data }: { readonly data: readonly number[] }, at: (position: Range['start']) => number): readonly Added[] {
  const added: Added[] = [];
  let [line, character] = [0, 0];
  for (let index = 0; index < data.length; index += 5) {
    const [down = 0, right = 0, length = 0, kind = 0] = data.slice(index, index + 4);
    [line, character] = [line + down, down > 0 ? right : character + right];
    const start = at({ line, character });
    added.push({ start, end: start + length, words: kinds[kind] ?? '' });
  }
  return added;
}

interface Item {
  readonly label: string;
  readonly detail?: string;
  readonly sortText: string;
  readonly textEdit: { readonly range: Range; readonly newText: string };
}

async function answerTo(client: LspClient, question: Question, uri: string, text: string): Promise<readonly string[]> {
  const { position } = question;
  const ask = () =>
    client.request<{ isIncomplete: boolean; items: readonly Item[] } | null>('textDocument/completion', {
      textDocument: { uri },
      position,
    });
  if (question.kind === 'hover') return hoverDifferences(question, await shownAt(client, position, uri));
  let list = await ask();
  if (list?.isIncomplete) {
    // The names of files are looked up when somebody wants them for the first time.
    await client.settled();
    list = await ask();
  }
  const line = text.split('\n')[position.line] ?? '';
  const items = (list?.items ?? []).toSorted((a, b) => (a.sortText < b.sortText ? -1 : 1));
  const offered: readonly Offered[] = items.map(({ label, detail, textEdit: { range, newText } }) => ({
    label,
    detail,
    after: line.slice(0, range.start.character) + newText + line.slice(range.end.character),
  }));
  return completionDifferences(question, offered);
}

function toFound(path: string, { range, code, message }: Diagnostic): Found {
  return {
    path,
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    rule: code ?? '',
    message,
  };
}
