import { lineAt, lineSpan, type Source } from '../source.ts';
import type { YamlMap, YamlNode } from '../yaml.ts';
import { lineText } from './lines.ts';

/** The maps of a YAML document, the inner ones first. */
export function* mapsIn(node: YamlNode): Generator<YamlMap> {
  if (node.kind === 'list') for (const item of node.items) yield* mapsIn(item);
  if (node.kind !== 'map') return;
  for (const { value } of node.entries) yield* mapsIn(value);
  yield node;
}

/** Whether a map or list stands on lines of its own, not between brackets. */
export function isBlock(node: YamlNode, source: Source): boolean {
  return !/[[{]/.test(source.text[node.span.start] ?? '');
}

/** How far from the beginning of its line an offset stands. */
export function columnOf(source: Source, offset: number): number {
  return offset - lineSpan(source, lineAt(source, offset)).start;
}

/** The last line up to this one that is not blank; 0-based. */
export function lastTextLine(source: Source, line: number): number {
  let last = line;
  while (last > 0 && lineText(source, last).trim() === '') last -= 1;
  return last;
}
