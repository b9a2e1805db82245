import type { Piece, Row } from './blockTypes.ts';
import { isSpace, type Line, skipSpace } from './line.ts';

/** A longer line is no delimiter row, and no table has so many columns. UTF-16 units. */
const longestDelimiter = 2000;

/** Cells beyond these are not read. */
const mostCells = 200;

/** Whether a line has a pipe: as a row of a table must. */
export function hasPipe(text: string, line: Line): boolean {
  for (let at = line.start; at < line.end; at += 1) if (text.charCodeAt(at) === 124) return true;
  return false;
}

/** The row of dashes below the header of a table. */
export function isDelimiterRow(text: string, line: Line): boolean {
  if (line.end - line.start > longestDelimiter) return false;
  const words = text.slice(line.start, line.end);
  if (!words.includes('-') || !(words.includes('|') || words.includes(':'))) return false;
  return /^[|:\-\s]+$/.test(words) && !/--\s+--/.test(words);
}

/** The cells of a table row; `columns` is what the header has (0 for the header itself). */
export function toRow(text: string, line: Line, columns: number): Row {
  const plain = splitCells(text, line, false);
  // A pipe inside a code span is meant as text, although GFM splits there: what fits the header wins.
  const cells = columns > 0 && plain.length > columns ? splitCells(text, line, true) : plain;
  return { start: line.at, end: line.lineEnd, cells: cells.length > plain.length ? plain : cells };
}

function splitCells(text: string, line: Line, guardCode: boolean): Piece[] {
  const cells: Piece[] = [];
  let from = text[line.start] === '|' ? line.start + 1 : line.start;
  let code = false;
  for (let at = from; at <= line.end && cells.length < mostCells; at += 1) {
    const char = at < line.end ? text[at] : '|';
    if (char === '\\' && at + 1 < line.end) at += 1;
    else if (char === '`' && guardCode) code = !code;
    else if (char === '|' && (!code || at === line.end)) {
      if (at === line.end && from === at && cells.length > 0) break;
      const start = skipSpace(text, from, at);
      let end = at;
      while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
      cells.push({ text: text.slice(start, end), lines: [{ start, end }] });
      from = at + 1;
    }
  }
  return cells;
}
