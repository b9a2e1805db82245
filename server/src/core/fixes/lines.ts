import type { Edit } from '../model.ts';
import { lineEndOf, lineSpan, type Source } from '../source.ts';
import { joined, type Wording } from './wording.ts';

/**
 * Puts whole lines behind a line. They are written in front of the next line where there is one, because an editor gives the lines of a
 * snippet the indentation of the line that they are put into.
 * @param line 0-based; -1 puts them before the first
 */
export function linesBehind(source: Source, line: number, lines: readonly (Wording | string)[]): Edit {
  const { path, text } = source;
  const eol = lineEndOf(source);
  const next = line < 0 ? (text.startsWith('\uFEFF') ? 1 : 0) : source.lineStarts[line + 1];
  const at = next ?? lineSpan(source, line).end;
  const words = joined(...lines.flatMap((one) => (next === undefined ? [eol, one] : [one, eol])));
  return { path, start: at, end: at, text: words.text, ...(words.stops.length > 0 ? { stops: words.stops } : {}) };
}

/** A line of a document without its line end, by its 0-based number; empty beyond the text. */
export function lineText(source: Source, line: number): string {
  const { start, end } = lineSpan(source, line);
  return line < 0 ? '' : source.text.slice(start, end);
}

/** How many `#` a line begins with; 0 for a line that is no such heading. */
export function headingLevel(line: string): number {
  return /^\uFEFF?(#{0,6})/.exec(line)?.[1]?.length ?? 0;
}

/**
 * Whether something stands below an item already: then it is for people to say where more belongs.
 * @param line the last line of the item's own words, 0-based
 */
export function hasDetails(source: Source, line: number): boolean {
  const indent = (number: number) => /^[\s>]*/.exec(lineText(source, number))?.[0].length ?? 0;
  let first = line;
  while (first > 0 && !/^[\s>]*(?:[-*+]|\d{1,3}[.)])\s/.test(lineText(source, first))) first -= 1;
  let next = line + 1;
  while (next < source.lineStarts.length && lineText(source, next).replaceAll('>', '').trim() === '') next += 1;
  return next < source.lineStarts.length && indent(next) > indent(first);
}

/** The last line that belongs to an item: what stands deeper below it is part of it. 0-based. */
export function lastLineBelow(source: Source, line: number): number {
  const indent = (text: string) => /^[\s>]*/.exec(text)?.[0].length ?? 0;
  const own = indent(lineText(source, line));
  let last = line;
  for (let next = line + 1; next < source.lineStarts.length; next += 1) {
    const text = lineText(source, next);
    if (text.trim() === '') continue;
    if (indent(text) <= own) break;
    last = next;
  }
  return last;
}
