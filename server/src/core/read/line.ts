import type { Span } from '../model.ts';
import { lineSpan, type Source } from '../source.ts';

/** A line while it is looked at: `start` after quote markers and indentation, `end` before trailing blanks. */
export interface Line extends Span {
  /** Where the line begins. */
  readonly at: number;
  /** Columns before `start`; a tab counts to the next multiple of four. */
  readonly indent: number;
  /** How many `>` stand before it. */
  readonly quote: number;
  /** Where the line ends, trailing blanks included, line end not. */
  readonly lineEnd: number;
}

/** A 0-based line, without its quote markers and blanks around it. */
export function readLine(source: Source, number: number): Line {
  const { text } = source;
  const span = lineSpan(source, number);
  const lineEnd = span.end;
  // A byte order mark is no part of the first block.
  const at = number === 0 && text.charCodeAt(span.start) === 0xfeff ? span.start + 1 : span.start;
  let start = at;
  let indent = 0;
  let quote = 0;
  for (; start < lineEnd; start += 1) {
    const code = text.charCodeAt(start);
    if (code === 32 || code === 0xa0) indent += 1;
    else if (code === 9) indent += 4 - (indent % 4);
    else if (code === 62 && indent < 4) {
      quote += 1;
      indent = text.charCodeAt(start + 1) === 32 ? -1 : 0;
    } else break;
  }
  let end = lineEnd;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return { at, start, end, indent: Math.max(0, indent), quote, lineEnd };
}

/** A blank inside a line. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 0x3000;
}

/** The first offset from `start` that is no blank; at most `end`. */
export function skipSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** Whether a line is blank behind its quote markers. */
export function isBlank(line: Line): boolean {
  return line.start === line.end;
}
