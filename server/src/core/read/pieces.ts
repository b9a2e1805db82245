import type { Source } from '../source.ts';
import { tryFrontMatter } from './manyLines.ts';

/** A stretch of a document that begins with a heading, and ends where another one of its level or above begins. */
export interface Piece<T> {
  readonly start: number;
  readonly level: number;
  readonly text: string;
  readonly known: T;
}

/** Fewer pieces than this are not worth the trouble. */
const fewest = 6;

/** A heading may begin a piece at these levels. */
const deepest = 3;

/** The levels of headings at which a text may be cut into several pieces: the deepest first, which gives the smallest ones. */
export function levelsOf(source: Source): readonly number[] {
  const counts = [0, 0, 0, 0];
  for (const { level } of cutsOf(source)) counts[level] = (counts[level] ?? 0) + 1;
  const levels: number[] = [];
  let above = 0;
  for (let level = 1; level <= deepest; level += 1) {
    const own = counts[level] ?? 0;
    above += own;
    if (own > 0 && above >= fewest) levels.unshift(level);
  }
  return levels;
}

/**
 * Cuts a text before its headings of a level and those above. What looks like a heading may stand in a fence or comment: `reaches` tells,
 * and the next piece is then part of this one.
 * @param knowledge what is known of a text, and whether what follows it would still belong to its last block
 */
export function cutIntoPieces<T extends { readonly reaches: boolean }>(
  source: Source,
  level: number,
  knowledge: (text: string, number: number) => T,
): readonly Piece<T>[] {
  const own = cutsOf(source).filter((cut) => cut.level <= level);
  return join(source.text, own, knowledge);
}

/** Whether two versions of a piece hold headings of the same levels, one after the other, so that the whole is cut as it was. */
export function isCutAlike(before: string, now: string): boolean {
  const [old, own] = [cutsBehind(before, 0), cutsBehind(now, 0)];
  return old.length === own.length && own.every(({ level }, index) => level === old[index]?.level);
}

interface Cut {
  readonly at: number;
  readonly level: number;
}

/** Lines that begin with `# `, `## ` or `### `, behind the front matter. */
function cutsOf(source: Source): readonly Cut[] {
  const { text } = source;
  return cutsBehind(text, /^\ufeff?---/.test(text) ? (tryFrontMatter(source)?.block.end ?? 0) : 0);
}

function cutsBehind(text: string, from: number): readonly Cut[] {
  const cuts: Cut[] = [];
  for (let at = text.indexOf('\n#', from); at >= 0; at = text.indexOf('\n#', at + 1)) {
    let level = 1;
    while (text.charCodeAt(at + 1 + level) === 35) level += 1;
    if (level <= deepest && text.charCodeAt(at + 1 + level) === 32) cuts.push({ at: at + 1, level });
  }
  return cuts;
}

function join<T extends { readonly reaches: boolean }>(
  text: string,
  cuts: readonly Cut[],
  knowledge: (text: string, number: number) => T,
): readonly Piece<T>[] {
  const pieces: Piece<T>[] = [];
  let start = 0;
  let level = 0;
  for (const cut of [...cuts, { at: text.length, level: 0 }]) {
    const piece = text.slice(start, cut.at);
    if (piece !== '') {
      const known = knowledge(piece, pieces.length);
      if (cut.at < text.length && known.reaches) continue;
      pieces.push({ start, level, text: piece, known });
    }
    start = cut.at;
    level = cut.level;
  }
  return pieces;
}
