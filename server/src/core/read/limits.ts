import { longestPiece } from '../markdown.ts';
import type { Problem } from '../model.ts';
import { lineSpan, type Source } from '../source.ts';
import type { Block, Item } from './blocks.ts';

/** A longer Markdown text is not read: nobody writes it by hand, and reading it would hold up the editor. UTF-16 units. */
export const longestText = 4_000_000;

/** Deeper list items are read, but nothing is asked of them. */
const deepest = 50;
/** More notices on one document would only be noise. */
const mostNotices = 5;

/** What lies beyond the limits, each with a notice on its line: never silence. */
export function readLimits(source: Source, blocks: readonly Block[]): readonly Problem[] {
  const problems: Problem[] = [];
  const add = (start: number, end: number, message: string) => {
    if (problems.length < mostNotices) problems.push({ code: 'not-read', message, at: { path: source.path, start, end } });
  };
  for (const block of blocks) {
    if ('text' in block && block.text.text.length > longestPiece) {
      const length = block.text.text.length;
      add(
        block.start,
        Math.min(block.end, block.start + 80),
        `This text has ${length} characters in one piece; beyond ${longestPiece} its markup is not read.`,
      );
    }
    if (block.type === 'item' && block.depth === deepest && !isDeep(block.parent)) {
      add(block.start, block.end, `This list is nested more than ${deepest} levels deep.`);
    }
  }
  return problems;
}

/** The notice for a text that is too long to be read at all. */
export function tooLong(source: Source): Problem {
  const { start, end } = lineSpan(source, 0);
  const message = `This document has ${source.text.length} characters and was not read; documents are read up to ${longestText}. Split it, or exclude it in phasewise.yaml.`;
  return { code: 'not-read', message, at: { path: source.path, start, end: Math.min(end, start + 200) } };
}

function isDeep(item: Item | undefined): boolean {
  return item !== undefined && item.depth >= deepest;
}
