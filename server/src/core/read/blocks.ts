import type { Span } from '../model.ts';
import { lineSpan, type Source } from '../source.ts';

/**
 * A linear scan that cuts a Markdown text into blocks with exact offsets. It knows lines, not inline markup: that is read piece by
 * piece, and only where somebody asks (`markdown.ts`). It follows CommonMark, with these deliberate differences for what people
 * write in plans: text directly above `---` is not a heading (it is a rule that lacks a blank line), a line that begins with a ballot
 * box (`☐`) is a list item, and a table may lack its outer pipes. All spans are offsets into the whole text.
 */
export type Block = Heading | Item | Paragraph | Table | Fence | Comment | Rule | FrontMatter;

interface Base extends Span {
  /** How many `>` stand before it. */
  readonly quote: number;
  /** The list item that holds it, or undefined. */
  readonly parent: Item | undefined;
}

/** Inline text without the markers around it; one span per line. */
export interface Piece {
  readonly text: string;
  /** Where each line of `text` begins in the document. */
  readonly lines: readonly Span[];
}

export interface Heading extends Base {
  readonly type: 'heading';
  readonly level: number;
  readonly text: Piece;
}

export interface Item extends Base {
  readonly type: 'item';
  /** The column of its marker and of its text, in columns (a tab counts to the next multiple of four). */
  readonly indent: number;
  readonly content: number;
  readonly marker: string;
  /** The number of an ordered item. */
  readonly ordinal: number | null;
  /** The character of its checkbox (` `, `x`, `~` …; a ballot box counts as one) and where it stands. */
  readonly box: { readonly mark: string; readonly at: Span } | null;
  readonly text: Piece;
  /** 0 for an outermost item. */
  readonly depth: number;
}

export interface Paragraph extends Base {
  readonly type: 'paragraph';
  readonly text: Piece;
}

export interface Row extends Span {
  readonly cells: readonly Piece[];
}

export interface Table extends Base {
  readonly type: 'table';
  readonly header: Row;
  readonly rows: readonly Row[];
}

/** Code: fenced or indented. Nothing inside it is ever read, but for the command of a manual test. */
export interface Fence extends Base {
  readonly type: 'fence';
  /** False for indented code. */
  readonly fenced: boolean;
  readonly info: string;
  readonly content: Span;
}

export interface Comment extends Base {
  readonly type: 'comment';
}

export interface Rule extends Base {
  readonly type: 'rule';
}

export interface FrontMatter extends Base {
  readonly type: 'front-matter';
  readonly content: Span;
}

/** A line while it is looked at: `start` after quote markers and indentation, `end` before trailing blanks. */
interface Line extends Span {
  readonly at: number;
  readonly indent: number;
  readonly quote: number;
  readonly lineEnd: number;
}

/** The blocks of a text, in order. Linear in its length. */
export function readBlocks(source: Source): readonly Block[] {
  return new Scanner(source).blocks();
}

class Scanner {
  private readonly out: Block[] = [];
  /** Open list items, outermost first. */
  private items: Mutable<Item>[] = [];
  /** The open paragraph or item that a following line may continue. */
  private open: Mutable<Item> | Mutable<Paragraph> | undefined;
  private blank = true;
  private quote = 0;
  private number = 0;

  constructor(private readonly source: Source) {}

  blocks(): readonly Block[] {
    const count = this.source.lineStarts.length;
    this.frontMatter();
    while (this.number < count) {
      const line = this.line(this.number);
      if (line.quote !== this.quote) {
        this.items = [];
        this.open = undefined;
        this.quote = line.quote;
      }
      if (line.start === line.end) {
        this.blank = true;
        this.open = undefined;
        this.number += 1;
        continue;
      }
      this.read(line);
      this.blank = false;
    }
    return this.out;
  }

  private read(line: Line): void {
    const { text } = this.source;
    const first = text[line.start] ?? '';
    if (this.blank) this.leaveItems(line);
    if ((first === '`' || first === '~') && this.fence(line)) return;
    if (this.indentedCode(line)) return;
    if (first === '<' && this.html(line)) return;
    if (first === '#' && this.heading(line)) return;
    if (first === '=' && this.underline(line)) return;
    if (isRule(text, line)) {
      if (this.dashes(line)) return;
      this.add({ type: 'rule', ...this.base(line, undefined) });
      this.items = [];
      this.open = undefined;
      this.number += 1;
      return;
    }
    if (this.item(line)) return;
    if (this.table(line)) return;
    this.continueOrBegin(line);
  }

  private frontMatter(): void {
    const first = this.line(0);
    const { text } = this.source;
    const begin = text.charCodeAt(first.start) === 0xfeff ? first.start + 1 : first.start;
    if (text.slice(begin, first.end) !== '---') return;
    for (let number = 1; number < Math.min(this.source.lineStarts.length, 400); number += 1) {
      const line = this.line(number);
      const words = text.slice(line.at, line.end);
      if (words !== '---' && words !== '...') continue;
      const content = { start: this.source.lineStarts[1] ?? line.at, end: line.at };
      this.add({ type: 'front-matter', start: 0, end: line.lineEnd, quote: 0, parent: undefined, content });
      this.number = number + 1;
      return;
    }
  }

  /** After a blank line, text that is not indented far enough ends the open items. */
  private leaveItems(line: Line): void {
    while (this.items.length > 0 && line.indent < (this.items.at(-1)?.content ?? 0)) {
      const item = this.items.at(-1);
      // An item marker decides for itself where it belongs.
      if (item && line.indent >= item.indent && markerOf(this.source.text, line)) return;
      this.items.pop();
    }
  }

  private fence(line: Line): boolean {
    const { text } = this.source;
    const run = /^(`{3,}|~{3,})([^\n\r]*)/.exec(text.slice(line.start, Math.min(line.end, line.start + 300)));
    if (!run?.[1] || (run[1][0] === '`' && run[2]?.includes('`'))) return false;
    if (line.indent > 3 && this.items.length === 0) return false;
    const marker = run[1];
    const parent = this.parentOf(line);
    const begin = this.source.lineStarts[this.number + 1] ?? line.lineEnd;
    let end = line.lineEnd;
    let content = { start: begin, end: begin };
    this.number += 1;
    for (; this.number < this.source.lineStarts.length; this.number += 1) {
      const next = this.line(this.number);
      if (next.quote < line.quote) break;
      if (parent && next.start < next.end && next.indent < parent.indent + 1 && next.indent < line.indent) break;
      end = next.lineEnd;
      if (isClosingFence(text, next, marker)) {
        this.number += 1;
        break;
      }
      content = { start: begin, end: next.lineEnd };
    }
    this.add({ type: 'fence', ...this.base(line, parent), end, fenced: true, info: (run[2] ?? '').trim(), content });
    this.open = undefined;
    return true;
  }

  private indentedCode(line: Line): boolean {
    if (!this.blank || line.indent < 4 || this.items.length > 0 || this.open) return false;
    let end = line.lineEnd;
    const begin = this.number;
    for (; this.number < this.source.lineStarts.length; this.number += 1) {
      const next = this.line(this.number);
      if (next.start === next.end) continue;
      if (next.indent < 4 || next.quote !== line.quote) break;
      end = next.lineEnd;
    }
    const content = { start: this.source.lineStarts[begin] ?? line.at, end };
    this.add({ type: 'fence', ...this.base(line, undefined), end, fenced: false, info: '', content });
    return true;
  }

  private html(line: Line): boolean {
    const { text } = this.source;
    const rest = text.slice(line.start, Math.min(line.end, line.start + 12)).toLowerCase();
    const until = rest.startsWith('<!--') ? '-->' : /^<(pre|script|style|textarea)\b/.exec(rest)?.[1];
    if (until) {
      const close = until === '-->' ? until : `</${until}`;
      const from = until === '-->' ? line.start + 4 : line.start;
      const found = text.indexOf(close, from);
      const stop = found < 0 ? text.length : found + close.length;
      while (this.number < this.source.lineStarts.length && this.line(this.number).lineEnd < stop) this.number += 1;
      const end = this.number < this.source.lineStarts.length ? this.line(this.number).lineEnd : text.length;
      this.number += 1;
      // A comment inside a paragraph or item does not end it.
      this.add({ type: 'comment', ...this.base(line, this.parentOf(line)), end });
      return true;
    }
    if (!/^<\/?[a-z]/.test(rest)) return false;
    const tag =
      /^<\/?(details|summary|div|p|table|center|section|br|hr|a|img|picture|h[1-6]|t[rdh]|thead|tbody|ul|ol|li|dl|blockquote)\b/.exec(
        rest,
      );
    if (!tag) return false;
    this.add({ type: 'comment', ...this.base(line, undefined) });
    this.open = undefined;
    this.number += 1;
    return true;
  }

  private heading(line: Line): boolean {
    const { text } = this.source;
    let level = 0;
    while (text[line.start + level] === '#') level += 1;
    const next = text[line.start + level] ?? '\n';
    if (level > 6 || line.indent > 3 || (line.start + level < line.end && next !== ' ' && next !== '\t' && next !== '\u00a0'))
      return false;
    const words = text.slice(line.start + level, line.end);
    const lead = words.length - words.trimStart().length;
    const closed = /(^|\s)#+$/.exec(words);
    const body = (closed ? words.slice(0, closed.index) : words).trim();
    const start = line.start + level + lead;
    this.items = [];
    this.open = undefined;
    const at = { start, end: start + body.length };
    this.add({ type: 'heading', ...this.base(line, undefined), level, text: { text: body, lines: [at] } });
    this.number += 1;
    return true;
  }

  /** `===` below a paragraph makes it a heading. */
  private underline(line: Line): boolean {
    if (this.open?.type !== 'paragraph' || !/^=+$/.test(this.source.text.slice(line.start, line.end))) return false;
    this.becomeHeading(line, 1);
    return true;
  }

  /** A long run of dashes below one line of about that length is an underline; `---` is a rule whose blank line was forgotten. */
  private dashes(line: Line): boolean {
    const { open } = this;
    const length = line.end - line.start;
    if (open?.type !== 'paragraph' || open.text.lines.length !== 1 || this.source.text[line.start] !== '-' || length < 4)
      return false;
    if (/[^-]/.test(this.source.text.slice(line.start, line.end)) || Math.abs(open.text.text.length - length) > 2) return false;
    this.becomeHeading(line, 2);
    return true;
  }

  private becomeHeading(line: Line, level: number): void {
    const paragraph = this.out.pop() as Paragraph;
    this.open = undefined;
    this.items = [];
    this.add({
      type: 'heading',
      start: paragraph.start,
      end: paragraph.end,
      quote: line.quote,
      parent: undefined,
      level,
      text: paragraph.text,
    });
    this.number += 1;
  }

  private item(line: Line): boolean {
    const { text } = this.source;
    const marker = markerOf(text, line);
    if (!marker) return false;
    // An ordered list that does not begin with 1 does not interrupt a paragraph: "… in\n2019. Then".
    if (marker.ordinal !== null && marker.ordinal !== 1 && this.open?.type === 'paragraph' && !this.open.parent) return false;
    while (this.items.length > 0 && line.indent < (this.items.at(-1)?.content ?? 0)) {
      const last = this.items.at(-1);
      if (last && line.indent > last.indent && line.indent >= last.indent + 2) break;
      this.items.pop();
    }
    if (this.items.length === 0 && line.indent > 3 && this.blank) return false;
    const parent = this.items.at(-1);
    let start = line.start + marker.length;
    while (start < line.end && isSpace(text.charCodeAt(start))) start += 1;
    const found = marker.box ? undefined : boxOf(text, start, line.end);
    const box = marker.box ?? found;
    if (found) {
      start = found.after;
      while (start < line.end && isSpace(text.charCodeAt(start))) start += 1;
    }
    start = Math.min(start, line.end);
    const item: Mutable<Item> = {
      type: 'item',
      ...this.base(line, parent),
      indent: line.indent,
      content: line.indent + marker.length + 1,
      marker: marker.text,
      ordinal: marker.ordinal,
      box: box ? { mark: box.mark, at: box.at } : null,
      text: { text: text.slice(start, line.end), lines: [{ start, end: line.end }] },
      depth: this.items.length,
    };
    this.items.push(item);
    this.add(item);
    this.open = item;
    this.number += 1;
    return true;
  }

  private table(line: Line): boolean {
    const { text } = this.source;
    const pipe = text.indexOf('|', line.start);
    if (pipe < 0 || pipe >= line.end || this.number + 1 >= this.source.lineStarts.length) return false;
    const below = this.line(this.number + 1);
    const dashes = text.slice(below.start, below.end);
    if (below.quote !== line.quote || !isDelimiterRow(dashes)) return false;
    const header = toRow(text, line, 0);
    const parent = this.parentOf(line);
    const rows: Row[] = [];
    let end = below.lineEnd;
    for (this.number += 2; this.number < this.source.lineStarts.length; this.number += 1) {
      const next = this.line(this.number);
      const at = text.indexOf('|', next.start);
      if (next.start === next.end || next.quote !== line.quote || at < 0 || at >= next.end) break;
      rows.push(toRow(text, next, header.cells.length));
      end = next.lineEnd;
    }
    this.add({ type: 'table', ...this.base(line, parent), end, header, rows });
    this.open = undefined;
    return true;
  }

  private continueOrBegin(line: Line): void {
    const { text } = this.source;
    const here = { start: line.start, end: line.end };
    if (this.open) {
      const { open } = this;
      // The lines of a piece are appended in place: a paragraph may have a hundred thousand of them.
      const lines = open.text.lines as Span[];
      lines.push(here);
      open.text = { text: `${open.text.text}\n${text.slice(line.start, line.end)}`, lines };
      open.end = line.lineEnd;
    } else {
      const piece = { text: text.slice(line.start, line.end), lines: [here] };
      const paragraph: Mutable<Paragraph> = { type: 'paragraph', ...this.base(line, this.parentOf(line)), text: piece };
      this.add(paragraph);
      this.open = paragraph;
    }
    this.number += 1;
  }

  private parentOf(line: Line): Item | undefined {
    for (let index = this.items.length - 1; index >= 0; index -= 1) {
      const item = this.items[index];
      if (item && line.indent > item.indent) return item;
    }
    return undefined;
  }

  private base(line: Line, parent: Item | undefined) {
    return { start: line.at, end: line.lineEnd, quote: line.quote, parent };
  }

  private add(block: Block): void {
    this.out.push(block);
  }

  /** A 0-based line, without its quote markers and blanks around it. */
  private line(number: number): Line {
    const { text } = this.source;
    const { start: at, end: lineEnd } = lineSpan(this.source, number);
    let start = at;
    let indent = 0;
    let quote = 0;
    if (number === 0 && text.charCodeAt(start) === 0xfeff) start += 1;
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
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Marker {
  readonly text: string;
  readonly length: number;
  readonly ordinal: number | null;
  readonly box?: { readonly mark: string; readonly at: Span };
}

const ballots: Readonly<Record<string, string>> = { '☐': ' ', '⬜': ' ', '🔲': ' ', '☑': 'x', '☒': 'x' };

/** The list marker at the beginning of a line, if any. */
function markerOf(text: string, line: Line): Marker | undefined {
  const first = text[line.start] ?? '';
  const after = text.charCodeAt(line.start + 1);
  const alone = line.start + 1 >= line.end;
  if ((first === '-' || first === '*' || first === '+' || first === '•' || first === '–') && (alone || isSpace(after))) {
    return { text: first, length: 1, ordinal: null };
  }
  if (first >= '0' && first <= '9') {
    let at = line.start;
    while (at < line.end && at - line.start < 9 && isDigit(text.charCodeAt(at))) at += 1;
    const close = text[at];
    if ((close === '.' || close === ')') && (at + 1 >= line.end || isSpace(text.charCodeAt(at + 1)))) {
      const length = at + 1 - line.start;
      return { text: text.slice(line.start, at + 1), length, ordinal: Number(text.slice(line.start, at)) };
    }
    return undefined;
  }
  const glyph = String.fromCodePoint(text.codePointAt(line.start) ?? 0);
  const mark = ballots[glyph];
  if (mark === undefined) return undefined;
  return {
    text: glyph,
    length: glyph.length,
    ordinal: null,
    box: { mark, at: { start: line.start, end: line.start + glyph.length } },
  };
}

/** A checkbox at an offset: `[ ]`, `[x]`, `[~]`, `[]`, or a ballot box. `at` is what stands between the brackets. */
function boxOf(text: string, start: number, end: number): { mark: string; at: Span; after: number } | undefined {
  const glyph = ballots[String.fromCodePoint(text.codePointAt(start) ?? 0)];
  if (glyph !== undefined) {
    const length = (text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1;
    return { mark: glyph, at: { start, end: start + length }, after: start + length };
  }
  if (text[start] !== '[') return undefined;
  const close = text.indexOf(']', start);
  const mark = text.slice(start + 1, close);
  const next = text[close + 1];
  if (close < 0 || close >= end || !/^(?: {0,2}|[xX~\-/!>?✓✔✅❌]|x | x| x )$/u.test(mark)) return undefined;
  if (next === '(' || next === '[' || next === ':') return undefined;
  return { mark: mark.trim() === '' ? ' ' : mark.trim(), at: { start: start + 1, end: close }, after: close + 1 };
}

/** The cells of a table row; `columns` is what the header has (0 for the header itself). */
function toRow(text: string, line: Line, columns: number): Row {
  const plain = splitCells(text, line, false);
  // A pipe inside a code span is meant as text, although GFM splits there: what fits the header wins.
  const cells = columns > 0 && plain.length > columns ? splitCells(text, line, true) : plain;
  return { start: line.at, end: line.lineEnd, cells: cells.length > plain.length ? plain : cells };
}

function splitCells(text: string, line: Line, guardCode: boolean): Piece[] {
  const cells: Piece[] = [];
  let from = text[line.start] === '|' ? line.start + 1 : line.start;
  let code = false;
  for (let at = from; at <= line.end; at += 1) {
    const char = at < line.end ? text[at] : '|';
    if (char === '\\' && at < line.end) at += 1;
    else if (char === '`' && guardCode) code = !code;
    else if (char === '|' && (!code || at === line.end)) {
      if (at === line.end && from === at && cells.length > 0) break;
      let start = from;
      let end = at;
      while (start < end && isSpace(text.charCodeAt(start))) start += 1;
      while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
      cells.push({ text: text.slice(start, end), lines: [{ start, end }] });
      from = at + 1;
    }
  }
  return cells;
}

function isDelimiterRow(words: string): boolean {
  if (words.length > 2000 || !words.includes('-') || !(words.includes('|') || words.includes(':'))) return false;
  return /^[|:\-\s]+$/.test(words) && /-/.test(words) && !/--\s+--/.test(words.replace(/\|/g, 'x'));
}

function isRule(text: string, line: Line): boolean {
  const mark = text[line.start];
  if ((mark !== '-' && mark !== '*' && mark !== '_') || line.indent > 3) return false;
  let count = 0;
  for (let at = line.start; at < line.end; at += 1) {
    if (text[at] === mark) count += 1;
    else if (!isSpace(text.charCodeAt(at))) return false;
  }
  return count >= 3;
}

function isClosingFence(text: string, line: Line, marker: string): boolean {
  const length = line.end - line.start;
  if (length < marker.length || text[line.start] !== marker[0]) return false;
  for (let at = line.start; at < line.end; at += 1) if (text[at] !== marker[0]) return false;
  return true;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 0x3000;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
