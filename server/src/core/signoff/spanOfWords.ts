import type { StatusStatement } from '../model.ts';
import { lineAt, lineSpan, type Source } from '../source.ts';

/** Some words in a text, and the emphasis that begins among them and has to be written again. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly mark: string;
}

/**
 * Where the words of a statement stand in its line, whatever emphasis is around and among them: `Completed` of `- Phase 1: **Completed**`.
 * Undefined where they do not stand there, or more than once.
 */
export function spanOfWords(source: Source, { text, at }: StatusStatement): Found | undefined {
  const line = lineSpan(source, lineAt(source, at.start));
  const words = source.text.slice(line.start, line.end);
  // The line without its markup, and where each character of it stands.
  const places = [...words].length > longest ? [] : placesWithoutMarkup(words);
  const plain = places.map((place) => words[place]).join('');
  const wanted = text.replace(/[*_`~]/g, '');
  const from = plain.indexOf(wanted);
  if (wanted === '' || from < 0 || plain.indexOf(wanted, from + 1) >= 0) return undefined;
  const start = places[from] as number;
  const end = (places[from + wanted.length - 1] as number) + 1;
  const inside = words.slice(start, end);
  const closed = marks.find((one) => inside.split(one).length % 2 === 0 && words.startsWith(one, end)) ?? '';
  // Emphasis of the words, not of something that qualifies them.
  const mark = /^\P{L}*$/u.test(inside.slice(0, Math.max(0, inside.indexOf(closed)))) ? closed : '';
  return { start: line.start + start, end: line.start + end + closed.length, mark };
}

/** Longer lines are not searched. */
const longest = 5000;
const marks = ['**', '__', '`', '*', '_', '~~'];

function placesWithoutMarkup(words: string): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < words.length; at += 1) if (!/[*_`~]/.test(words[at] ?? '')) places.push(at);
  return places;
}
