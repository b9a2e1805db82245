import { lastLineBelow, linesBehind, lineText } from '../fixes/lines.ts';
import type { Edit, Status, StatusStatement } from '../model.ts';
import { readBlocks } from '../read/blocks.ts';
import type { Block, Heading } from '../read/blockTypes.ts';
import { columnStatus } from '../read/board.ts';
import { isEmptyMark } from '../read/gates.ts';
import { toStatus } from '../read/status.ts';
import { lineAt, lineEndOf, type Source } from '../source.ts';

/**
 * A card that stands in the column of its status (`## Doing`) goes to the end of the column of another one, with what stands below it.
 * None where no column says that status: signed off is done there.
 * @param at the words that name the card
 */
export function moveCard(source: Source, { at }: Pick<StatusStatement, 'at'>, to: Status): readonly Edit[] {
  const blocks = readBlocks(source);
  const column = blocks.findLast((block): block is Heading => block.type === 'heading' && block.start <= at.start);
  const target =
    column && (columnFor(blocks, column, to) ?? (to === 'signed_off' ? columnFor(blocks, column, 'done') : undefined));
  if (!target || target === column) return [];
  const first = lineAt(source, at.start);
  const last = lastLineBelow(source, first);
  const lines = Array.from({ length: last - first + 1 }, (_, index) => lineText(source, first + index));
  const start = source.lineStarts[first] ?? 0;
  const cut: Edit = { path: source.path, start, end: source.lineStarts[last + 1] ?? source.text.length, text: '' };
  return [cut, put(source, blocks, target, lines)].sort((a, b) => a.start - b.start);
}

function columnFor(blocks: readonly Block[], { level }: Heading, to: Status): Heading | undefined {
  const columns = blocks.filter((block): block is Heading => block.type === 'heading' && block.level === level);
  return columns.find(({ text }) => columnStatus(text.text) === to) ?? columns.find(({ text }) => toStatus(text.text) === to);
}

/** At the end of the list in a column, or in the place of a mark that it is empty. */
function put(source: Source, blocks: readonly Block[], column: Heading, lines: readonly string[]): Edit {
  const from = blocks.indexOf(column) + 1;
  const next = blocks.findIndex((block, index) => index >= from && block.type === 'heading');
  const own = blocks.slice(from, next < 0 ? undefined : next);
  const mark = own.find((block) => (block.type === 'item' || block.type === 'paragraph') && isEmptyMark(block.text.text));
  if (mark && own.length === 1) {
    const line = lineAt(source, mark.start);
    const start = source.lineStarts[line] ?? 0;
    return { path: source.path, start, end: start + lineText(source, line).length, text: lines.join(lineEndOf(source)) };
  }
  const last = own.findLast((block) => block.type === 'item');
  if (last) return linesBehind(source, lastLineBelow(source, lineAt(source, last.start)), lines);
  const line = lineAt(source, column.start);
  const blank = lineText(source, line + 1).trim() === '' && line + 1 < source.lineStarts.length;
  return linesBehind(source, blank ? line + 1 : line, blank ? lines : ['', ...lines]);
}
