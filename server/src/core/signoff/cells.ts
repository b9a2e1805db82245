import type { Edit } from '../model.ts';
import type { Row } from '../read/blockTypes.ts';
import { lineAt, lineSpan, type Source } from '../source.ts';

/**
 * The edits that write words into cells of a row: what stands in a cell is replaced, an empty one is filled, and a row that is too short
 * gets the cells it lacks.
 * @param words by the index of the column; a pipe in them is escaped
 */
export function writeCells(source: Source, row: Row, words: ReadonlyMap<number, string>): readonly Edit[] {
  const { path, text } = source;
  const edits: Edit[] = [];
  for (const [index, value] of words) {
    const at = row.cells[index]?.lines[0];
    if (!at) continue;
    const { start, end } = at;
    // An empty cell ends where its blanks end: they go, so that one blank stands on each side.
    const from = start < end ? start : Math.max(text.lastIndexOf('|', start - 1) + 1, row.start);
    const cell = escaped(value);
    edits.push({ path, start: from, end, text: start < end ? cell : ` ${cell}${text[end] === '|' ? ' ' : ''}` });
  }
  const last = Math.max(-1, ...words.keys());
  if (last < row.cells.length) return edits;
  const end = lineSpan(source, lineAt(source, row.start)).end;
  const closed = text.slice(row.start, end).trimEnd().endsWith('|');
  const missing = Array.from({ length: last + 1 - row.cells.length }, (_, at) => escaped(words.get(row.cells.length + at) ?? ''));
  const stop = row.start + text.slice(row.start, end).trimEnd().length;
  return [
    ...edits,
    { path, start: stop, end: stop, text: missing.map((cell) => (closed ? ` ${cell} |` : ` | ${cell}`)).join('') },
  ];
}

/** A row of its own, in the columns of a table. */
export function rowOf(lead: string, count: number, words: ReadonlyMap<number, string>): string {
  const cells = Array.from({ length: count }, (_, index) => escaped(words.get(index) ?? ''));
  return `${lead}| ${cells.join(' | ')} |`;
}

function escaped(value: string): string {
  return value.replaceAll('\\|', '|').replaceAll('|', '\\|');
}
