import { lineSpan, type Source } from '../source.ts';
import type { Block, Item, Row } from './blockTypes.ts';
import { isBlank, type Line, readLine } from './line.ts';
import { fenceOf, htmlOf, isClosingFence } from './lineClass.ts';
import { hasPipe, isDelimiterRow, toRow } from './tableRow.ts';

/** A block that takes several lines at once, and the number of the line after it. */
export interface Taken {
  readonly block: Block;
  readonly next: number;
  /** The text before it does not go on behind it. */
  readonly endsText?: boolean;
}

/** Front matter must end within so many lines. */
const longestFrontMatter = 400;

/** YAML between `---` and `---` at the very beginning of the text. */
export function tryFrontMatter(source: Source): Taken | undefined {
  const { text, lineStarts } = source;
  const first = readLine(source, 0);
  const begin = text.charCodeAt(first.start) === 0xfeff ? first.start + 1 : first.start;
  if (text.slice(begin, Math.min(first.end, begin + 4)) !== '---') return undefined;
  for (let number = 1; number < Math.min(lineStarts.length, longestFrontMatter); number += 1) {
    const line = readLine(source, number);
    const words = text.slice(line.at, Math.min(line.end, line.at + 4));
    if (words !== '---' && words !== '...') continue;
    const content = { start: lineStarts[1] ?? line.at, end: line.at };
    return {
      block: { type: 'front-matter', start: 0, end: line.lineEnd, quote: 0, parent: undefined, content },
      next: number + 1,
    };
  }
  return undefined;
}

/** A fence; without a closing one it holds the rest of what it stands in. */
export function tryFence(source: Source, number: number, line: Line, parent: Item | undefined): Taken | undefined {
  const { text, lineStarts } = source;
  const open = fenceOf(text, line);
  if (!open) return undefined;
  const begin = lineStarts[number + 1] ?? line.lineEnd;
  let end = line.lineEnd;
  let content = { start: begin, end: begin };
  let next = number + 1;
  for (; next < lineStarts.length; next += 1) {
    const inner = readLine(source, next);
    if (inner.quote < line.quote) break;
    if (parent && !isBlank(inner) && inner.indent < parent.indent + 1 && inner.indent < line.indent) break;
    end = inner.lineEnd;
    if (isClosingFence(text, inner, open.marker)) {
      next += 1;
      break;
    }
    content = { start: begin, end: inner.lineEnd };
  }
  const place = { start: line.at, end, quote: line.quote, parent };
  return { block: { type: 'fence', ...place, fenced: true, info: open.info, content }, next };
}

/** Lines that are indented by four columns or more. */
export function indentedCode(source: Source, number: number, line: Line): Taken {
  const { lineStarts } = source;
  let end = line.lineEnd;
  let next = number;
  for (; next < lineStarts.length; next += 1) {
    const inner = readLine(source, next);
    if (isBlank(inner)) continue;
    if (inner.indent < 4 || inner.quote !== line.quote) break;
    end = inner.lineEnd;
  }
  const content = { start: lineStarts[number] ?? line.at, end };
  const place = { start: line.at, end, quote: line.quote, parent: undefined };
  return { block: { type: 'fence', ...place, fenced: false, info: '', content }, next };
}

/** A comment, a block of raw text, or the line of an HTML tag; what a tag holds is read. */
export function tryHtml(source: Source, number: number, line: Line, parent: Item | undefined): Taken | undefined {
  const html = htmlOf(source.text, line);
  if (!html) return undefined;
  const place = { start: line.at, quote: line.quote };
  if (html.until === null) {
    return { block: { type: 'comment', ...place, end: line.lineEnd, parent: undefined }, next: number + 1, endsText: true };
  }
  const { text, lineStarts } = source;
  const found = text.indexOf(html.until, html.until === '-->' ? line.start + 4 : line.start);
  const stop = found < 0 ? text.length : found + html.until.length;
  let last = number;
  while (last < lineStarts.length && lineSpan(source, last).end < stop) last += 1;
  const end = last < lineStarts.length ? lineSpan(source, last).end : text.length;
  return { block: { type: 'comment', ...place, end, parent }, next: last + 1 };
}

/** Whether a table begins on a line: it has a pipe, and a row of dashes stands below it. */
export function beginsTable(source: Source, number: number, line: Line): boolean {
  if (number + 1 >= source.lineStarts.length || !hasPipe(source.text, line)) return false;
  const below = readLine(source, number + 1);
  return below.quote === line.quote && isDelimiterRow(source.text, below);
}

/** The table that begins on a line. */
export function readTable(source: Source, number: number, line: Line, parent: Item | undefined): Taken {
  const { text, lineStarts } = source;
  const header = toRow(text, line, 0);
  const rows: Row[] = [];
  let end = lineSpan(source, number + 1).end;
  let next = number + 2;
  for (; next < lineStarts.length; next += 1) {
    const inner = readLine(source, next);
    if (isBlank(inner) || inner.quote !== line.quote || !hasPipe(text, inner)) break;
    rows.push(toRow(text, inner, header.cells.length));
    end = inner.lineEnd;
  }
  return { block: { type: 'table', start: line.at, end, quote: line.quote, parent, header, rows }, next };
}
