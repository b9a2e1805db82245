import { type Layout, lastUpTo, roomyLayout } from '../layout.ts';
import { editBetween } from '../textEdit.ts';

/** Two versions of a text that differ in some items of one list, and what stands around the list in both. */
export interface Frame {
  /** Everything before the first item of the list, and everything behind its last. */
  readonly head: string;
  readonly tail: string;
  /** The items that the versions do not share, as they were and as they are; they begin at `start` in both. UTF-16 units. */
  readonly before: string;
  readonly now: string;
  readonly start: number;
  /** Where they ended. */
  readonly end: number;
  readonly list: List;
}

/** A list of items, as offsets into its text. */
export interface List {
  /** Where the line of the first item begins. */
  readonly start: number;
  /** Where the first line behind the list begins. */
  readonly end: number;
  /** How many spaces stand before each item. */
  readonly column: number;
}

/** What stands around a list is read again with every key: more than this is too much. UTF-16 units. */
const mostAround = 20_000;
/** More changed text than this is no keystroke. UTF-16 units. */
const mostItems = 20_000;

/**
 * Finds the list at the root of a YAML text, or below a key there, within which two versions differ, by indentation alone. Undefined
 * where they differ elsewhere.
 * @param known the list that was edited before, and the layout of its text: each item is a stretch of it
 */
export function frameOf(before: string, now: string, known?: { list: List; layout: Layout }): Frame | undefined {
  const { start: from, end: to } = editBetween(before, now);
  const list = known && from >= known.list.start && to < known.list.end ? known.list : listAround(before, from);
  if (!list) return undefined;
  const [start, end] =
    list === known?.list
      ? [stretchBefore(known.layout, from, list), stretchBehind(known.layout, to, list)]
      : [itemBefore(before, from, list), itemBehind(before, to, list)];
  if (start === undefined || end === undefined || list.start + before.length - list.end > mostAround) return undefined;
  const old = before.slice(start, end);
  const items = now.slice(start, end + now.length - before.length);
  if (old.length + items.length > mostItems || !areItems(old, list.column) || !areItems(items, list.column)) return undefined;
  return { head: before.slice(0, list.start), tail: before.slice(list.end), before: old, now: items, start, end, list };
}

/** The list around an offset: below the last line at the left margin before `at` that is no item, up to the next such line. */
export function listAround(text: string, at: number): List | undefined {
  let line = lineStart(text, at);
  while (line > 0 && !isMargin(text, line)) line = lineStart(text, line - 1);
  let start = isMargin(text, line) ? nextLine(text, line) : 0;
  while (start < text.length && isIdle(text, start)) start = nextLine(text, start);
  const column = indentAt(text, start);
  if (!isItem(text, start, column)) return undefined;
  let end = nextLine(text, at);
  while (end < text.length && !isMargin(text, end)) end = nextLine(text, end);
  return { start, end, column };
}

/** The last item that begins before an offset, with its marker. */
function itemBefore(text: string, at: number, { start, column }: List): number | undefined {
  for (let line = lineStart(text, at); line >= start; line = lineStart(text, line - 1)) {
    if (line + column + 2 <= at && isItem(text, line, column)) return line;
    if (line === 0) break;
  }
  return undefined;
}

/** The first item that begins behind an offset, or the end of the list. */
function itemBehind(text: string, at: number, { end, column }: List): number | undefined {
  for (let line = nextLine(text, at); line < end; line = nextLine(text, line)) if (isItem(text, line, column)) return line;
  return at < end ? end : undefined;
}

/** The same in a text of which each item is a stretch of the layout. */
function stretchBefore({ starts }: Layout, at: number, { start, column }: List): number | undefined {
  const found = starts[lastUpTo(starts, at - column - 2)];
  return found !== undefined && found >= start && found + column + 2 <= at ? found : undefined;
}

function stretchBehind({ starts }: Layout, at: number, { end }: List): number {
  return starts[lastUpTo(starts, at) + 1] ?? end;
}

/** Where the items of a list begin. @param text nothing but items @param column of their markers */
export function itemStarts(text: string, column: number): readonly number[] {
  const starts: number[] = [];
  for (let line = 0; line < text.length; line = nextLine(text, line)) if (isItem(text, line, column)) starts.push(line);
  return starts;
}

/** A layout in which each item of a list is a stretch with room behind it, and so is what stands around the list. */
export function layOutList(text: string, { start, end, column }: List): Layout {
  const starts = itemStarts(text.slice(start, end), column).map((at) => at + start);
  if (start > 0) starts.unshift(0);
  if (end < text.length) starts.push(end);
  return roomyLayout(Int32Array.from(starts), text.length);
}

/** Whether a text is nothing but items at this column and what is indented deeper. */
function areItems(text: string, column: number): boolean {
  if (!isItem(text, 0, column) || !text.endsWith('\n')) return false;
  if (/\t|\r(?!\n)|^(?:---|\.\.\.)/m.test(text)) return false;
  for (let line = 0; line < text.length; line = nextLine(text, line))
    if (!isIdle(text, line) && indentAt(text, line) <= column && !isItem(text, line, column)) return false;
  return true;
}

function lineStart(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function indentAt(text: string, line: number): number {
  let at = line;
  while (text.charCodeAt(at) === space) at += 1;
  return at - line;
}

function isItem(text: string, line: number, column: number): boolean {
  if (text.charCodeAt(line + column) !== dash || text.charCodeAt(line + column + 1) !== space) return false;
  return column === 0 || indentAt(text, line) === column;
}

/** Whether a line at the left margin holds something that is no item. */
function isMargin(text: string, line: number): boolean {
  const code = text.charCodeAt(line);
  if (code === space || code === hash || code === 10 || code === 13 || Number.isNaN(code)) return false;
  return code !== dash || text.charCodeAt(line + 1) !== space;
}

/** Whether a line is blank or a comment. */
function isIdle(text: string, line: number): boolean {
  const code = text.charCodeAt(line + indentAt(text, line));
  return code === hash || code === 10 || code === 13 || Number.isNaN(code);
}

const [space, hash, dash] = [32, 35, 45];
