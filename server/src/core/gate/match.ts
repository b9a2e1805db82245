import type { Span } from '../model.ts';
import type { Word } from './words.ts';

/** Phrases by their first word, so that looking for any of them is one look-up per word. */
export type PhraseTable = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Prepares phrases for `findPhrase`. */
export function toPhraseTable(phrases: readonly string[]): PhraseTable {
  const table = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases) {
    const parts = phrase.split(' ');
    const [first = ''] = parts;
    table.set(first, [...(table.get(first) ?? []), parts]);
  }
  for (const list of table.values()) list.sort((a, b) => b.length - a.length);
  return table;
}

/** A phrase found: its place in the line and in the words. */
export interface PhraseHit extends Span {
  readonly from: number;
  readonly to: number;
}

/** The first phrase of the table in the words, the longest where several begin alike. */
export function findPhrase(words: readonly Word[], table: PhraseTable, from = 0): PhraseHit | undefined {
  for (let i = from; i < words.length; i++) {
    const hit = phraseAt(words, i, table);
    if (hit) return hit;
  }
  return undefined;
}

/** The phrase of the table that begins at word `i`. */
export function phraseAt(words: readonly Word[], i: number, table: PhraseTable): PhraseHit | undefined {
  const first = words[i];
  const candidates = first?.kind === 'word' ? table.get(first.text) : undefined;
  if (!first || !candidates) return undefined;
  for (const parts of candidates) {
    if (!parts.every((part, k) => words[i + k]?.text === part)) continue;
    return { start: first.start, end: words[i + parts.length - 1]?.end ?? first.end, from: i, to: i + parts.length };
  }
  return undefined;
}
