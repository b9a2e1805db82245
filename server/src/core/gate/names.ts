import type { Span } from '../model.ts';
import { speaksOfUnits } from './delegation.ts';

/** What the plan and the project name elsewhere, and a gate line may therefore rely on. */
export interface Vocabulary {
  /** Names of suites and tools, in lower case, by their first word. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** Lists of conditions and of tasks that exist, as `stage 2` and `tasks of stage 2`, in lower case. */
  readonly lists: ReadonlySet<string>;
}

export const noVocabulary: Vocabulary = { names: new Map(), lists: new Set() };

/** Prepares names for looking them up in lines; case does not matter. */
export function toVocabulary(names: Iterable<string>, lists: Iterable<string>): Vocabulary {
  const table = new Map<string, string[]>();
  for (const name of names) {
    const phrase = name.toLowerCase().trim().replace(/\s+/g, ' ');
    const [first = ''] = phrase.split(' ');
    if (first === '') continue;
    const known = table.get(first);
    if (known) known.push(phrase);
    else table.set(first, [phrase]);
  }
  for (const phrases of table.values()) phrases.sort((a, b) => b.length - a.length);
  return { names: table, lists: new Set(lists) };
}

/**
 * Tells which lines may be read differently with another vocabulary: those that hold the first word of a name that came or went, or the
 * number of a list that did.
 */
export function concernedBy(before: Vocabulary, after: Vocabulary): (text: string) => boolean {
  const phrases = differing(new Set([...before.names.values()].flat()), new Set([...after.names.values()].flat()));
  const firsts = [...new Set(phrases.map((phrase) => phrase.split(' ', 1)[0] ?? ''))];
  const numbers = [...new Set(differing(before.lists, after.lists).map(numberOf))];
  return (text) => {
    const lower = text.toLowerCase();
    const holds = (word: string) => lower.includes(word);
    return firsts.some(holds) || (numbers.some(holds) && speaksOfUnits(lower));
  };
}

/** The last word of the name of a list; nothing, which every line holds, where it may be written in several ways. */
function numberOf(list: string): string {
  const number = list.slice(list.lastIndexOf(' ') + 1);
  return /^[\w.]+$/.test(number) ? number : '';
}

function differing(a: ReadonlySet<string>, b: ReadonlySet<string>): readonly string[] {
  return [...[...a].filter((one) => !b.has(one)), ...[...b].filter((one) => !a.has(one))];
}

/** Where the names of a vocabulary stand in a text, the longest where several begin alike. @param from offset to begin at */
export function findNames(text: string, { names }: Vocabulary, from: number): readonly Span[] {
  if (names.size === 0) return [];
  const found: Span[] = [];
  const lower = text.toLowerCase();
  let at = from;
  while (at < lower.length) {
    if (!isNameChar(lower[at])) {
      at += 1;
      continue;
    }
    let end = at;
    while (isNameChar(lower[end])) end += 1;
    const word = lower.slice(at, end);
    const phrase = (names.get(word) ?? names.get(word.replace(/[.:]+$/, '')))?.find(
      (one) => lower.startsWith(one, at) && !isWordChar(lower[at + one.length]),
    );
    if (phrase) found.push({ start: at, end: at + phrase.length });
    at = phrase ? at + phrase.length : end;
  }
  return found;
}

function isNameChar(c: string | undefined): boolean {
  return c !== undefined && (isWordChar(c) || c === '-' || c === '_' || c === '.' || c === ':');
}

function isWordChar(c: string | undefined): boolean {
  return c !== undefined && /[\p{L}\p{N}]/u.test(c);
}
