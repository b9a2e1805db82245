import type { Edit } from './model.ts';
import { readYaml } from './read/yamlText.ts';
import type { Refusal } from './refusal.ts';
import { settingsPath } from './settings.ts';
import { lineAt, lineEndOf, lineSpan, type Source } from './source.ts';
import type { YamlEntry, YamlMap, YamlNode } from './yaml.ts';
import { yamlScalar } from './yamlScalar.ts';

/** An entry of `scope.exceptions` as somebody wants it written. */
export interface NewException {
  /** A path or glob. */
  readonly path: string;
  readonly phase: string | null;
  /** Empty where it is to be filled in: until then the entry does not count. */
  readonly reason: string;
  readonly by: string | null;
  /** ISO date of the last day, or null. */
  readonly until: string | null;
}

/**
 * The edit of `phasewise.yaml` that allows a file outside the scope: one entry more under `scope.exceptions`, in the indentation the file
 * uses. Without the file (`undefined`), the edit of an empty text is what to create it with. A file whose braces (`scope: {…}`) leave no
 * room for lines is refused.
 */
export function allowPath(source: Source | undefined, exception: NewException): Edit | Refusal {
  const text = source?.text ?? '';
  const eol = source ? lineEndOf(source) : '\n';
  const insert = (at: number, lines: readonly string[]): Edit => ({
    path: settingsPath,
    start: at,
    end: at,
    text:
      at === 0 || /[\r\n\uFEFF]$/.test(text.slice(0, at))
        ? lines.map((line) => line + eol).join('')
        : lines.map((line) => eol + line).join(''),
  });
  const [root] = source ? readYaml(text).documents : [];
  if (!source || !root || root.kind === 'null') {
    return insert(text.length, ['scope:', '  exceptions:', ...entry(exception, '    ')]);
  }
  const column = (at: number) =>
    at - lineSpan(source, lineAt(source, at)).start - (text.startsWith('\uFEFF') && lineAt(source, at) === 0 ? 1 : 0);
  if (root.kind !== 'map' || isFlow(source, root)) return refusal;
  const scope = entryNamed(root, 'scope');
  if (!scope) return insert(text.length, ['scope:', '  exceptions:', ...entry(exception, '    ')]);
  if (scope.value.kind === 'null')
    return insert(endOfLine(source, scope.key.whole.end), ['  exceptions:', ...entry(exception, '    ')]);
  if (scope.value.kind !== 'map' || isFlow(source, scope.value)) return refusal;
  const inner = ' '.repeat(column(scope.value.entries[0]?.key.whole.start ?? 2));
  const list = entryNamed(scope.value, 'exceptions');
  if (!list) return insert(endOf(source, scope.value), [`${inner}exceptions:`, ...entry(exception, `${inner}  `)]);
  if (list.value.kind === 'null') return insert(endOfLine(source, list.key.whole.end), entry(exception, `${inner}  `));
  const [first] = list.value.kind === 'list' ? list.value.items : [];
  if (list.value.kind !== 'list' || text[list.value.span.start] === '[' || !first) return refusal;
  const line = lineSpan(source, lineAt(source, first.kind === 'scalar' ? first.whole.start : first.span.start));
  const dash = /^[ \t]*(?=-)/.exec(text.slice(line.start, line.end).replace('\uFEFF', ''))?.[0];
  return dash === undefined ? refusal : insert(endOf(source, list.value), entry(exception, dash));
}

const refusal: Refusal = {
  refused: `${settingsPath} writes its scope in one line with braces or brackets. Write it as lines (\`scope:\`, below it \`exceptions:\`), then an exception can be added.`,
};

function entry({ path, phase, reason, by, until }: NewException, indent: string): readonly string[] {
  const value = (text: string) => (text === '' ? '' : ` ${yamlScalar(text)}`);
  return [
    `${indent}- path:${value(path)}`,
    ...(phase === null ? [] : [`${indent}  phase:${value(phase)}`]),
    `${indent}  reason:${value(reason)}`,
    ...(by === null ? [] : [`${indent}  by:${value(by)}`]),
    ...(until === null ? [] : [`${indent}  until:${value(until)}`]),
  ];
}

function entryNamed(map: YamlMap, key: string): YamlEntry | undefined {
  return map.entries.find((one) => one.key.text === key);
}

function isFlow({ text }: Source, node: YamlNode): boolean {
  return node.kind === 'map' && text[node.span.start] === '{';
}

/** The end of the last line that a block holds. */
function endOf(source: Source, node: YamlNode): number {
  const inside = source.text.slice(node.span.start, node.span.end).trimEnd();
  return endOfLine(source, node.span.start + inside.length);
}

function endOfLine(source: Source, at: number): number {
  return lineSpan(source, lineAt(source, at)).end;
}
