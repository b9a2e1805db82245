import type { Span } from '../model.ts';
import type { Source } from '../source.ts';
import type { Block, Item, Paragraph } from './blockTypes.ts';
import { isBlank, type Line, readLine } from './line.ts';
import { headingOf, isRule, isRunOf } from './lineClass.ts';
import { itemAt, markerOf } from './listMarker.ts';
import { beginsTable, indentedCode, readTable, type Taken, tryFence, tryFrontMatter, tryHtml } from './manyLines.ts';

export type * from './blockTypes.ts';

/**
 * A linear scan that cuts a Markdown text into blocks with exact offsets. It knows lines, not inline markup: that is read piece by
 * piece, and only where somebody asks (`markdown.ts`). It follows CommonMark, with these deliberate differences for what people
 * write in plans: text directly above `---` is not a heading (it is a rule that lacks a blank line), a line that begins with a ballot
 * box (`☐`) is a list item, a table may lack its outer pipes, and a bold label (`**Gate**: …`) directly below a list and left of its
 * text is a paragraph of its own. All spans are offsets into the whole text.
 */
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
    const front = tryFrontMatter(this.source);
    if (front) this.take(front);
    while (this.number < this.source.lineStarts.length) {
      const line = readLine(this.source, this.number);
      if (line.quote !== this.quote) {
        this.items = [];
        this.open = undefined;
        this.quote = line.quote;
      }
      if (isBlank(line)) {
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
    if (this.blank) this.leaveItems(line);
    const first = this.source.text[line.start] ?? '';
    if ((first === '`' || first === '~') && this.fence(line)) return;
    if (this.blank && line.indent >= 4 && this.items.length === 0 && !this.open) {
      this.take(indentedCode(this.source, this.number, line));
      return;
    }
    if (first === '<' && this.html(line)) return;
    if (first === '#' && this.heading(line)) return;
    if (first === '=' && this.underline(line)) return;
    if (isRule(this.source.text, line)) this.rule(line);
    else if (!this.item(line)) {
      if (beginsTable(this.source, this.number, line)) {
        this.take(readTable(this.source, this.number, line, this.parentOf(line)));
        this.open = undefined;
      } else this.continueOrBegin(line);
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
    if (line.indent > 3 && this.items.length === 0) return false;
    const fence = tryFence(this.source, this.number, line, this.parentOf(line));
    if (!fence) return false;
    this.take(fence);
    this.open = undefined;
    return true;
  }

  /** A comment inside a paragraph or item does not end it, a tag does. */
  private html(line: Line): boolean {
    const html = tryHtml(this.source, this.number, line, this.parentOf(line));
    if (!html) return false;
    if (html.endsText) this.open = undefined;
    this.take(html);
    return true;
  }

  private heading(line: Line): boolean {
    const heading = headingOf(this.source.text, line);
    if (!heading) return false;
    const { level, words, start } = heading;
    const text = { text: words, lines: [{ start, end: start + words.length }] };
    this.items = [];
    this.open = undefined;
    this.out.push({ type: 'heading', start: line.at, end: line.lineEnd, quote: line.quote, parent: undefined, level, text });
    this.number += 1;
    return true;
  }

  /** `===` below a paragraph makes it a heading. */
  private underline(line: Line): boolean {
    if (this.open?.type !== 'paragraph' || !isRunOf(this.source.text, line, '=')) return false;
    this.becomeHeading(line, 1);
    return true;
  }

  /** A long run of dashes below one line of about that length is an underline; `---` is a rule whose blank line was forgotten. */
  private rule(line: Line): void {
    const { open } = this;
    const length = line.end - line.start;
    if (open?.type === 'paragraph' && open.text.lines.length === 1 && length >= 4 && isRunOf(this.source.text, line, '-')) {
      if (Math.abs(open.text.text.length - length) <= 2) {
        this.becomeHeading(line, 2);
        return;
      }
    }
    this.out.push({ type: 'rule', start: line.at, end: line.lineEnd, quote: line.quote, parent: undefined });
    this.items = [];
    this.open = undefined;
    this.number += 1;
  }

  private becomeHeading(line: Line, level: number): void {
    // A comment may stand between the paragraph and its underline.
    const index = this.out.lastIndexOf(this.open as Paragraph);
    const { start, end, text } = this.open as Paragraph;
    this.items = [];
    this.open = undefined;
    this.out[index] = { type: 'heading', start, end, quote: line.quote, parent: undefined, level, text };
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
    const item: Mutable<Item> = itemAt(text, line, marker, this.items.at(-1), this.items.length);
    this.items.push(item);
    this.out.push(item);
    this.open = item;
    this.number += 1;
    return true;
  }

  private continueOrBegin(line: Line): void {
    const here = { start: line.start, end: line.end };
    const words = this.source.text.slice(line.start, line.end);
    if (line.indent < (this.items.at(-1)?.content ?? 0) && boldLabel.test(words)) {
      this.open = undefined;
      this.leaveItems(line);
    }
    const { open } = this;
    if (open) {
      // The lines of a piece are appended in place: a paragraph may have a hundred thousand of them.
      const lines = open.text.lines as Span[];
      lines.push(here);
      open.text = { text: `${open.text.text}\n${words}`, lines };
      open.end = line.lineEnd;
    } else {
      const text = { text: words, lines: [here] };
      this.open = { type: 'paragraph', start: line.at, end: line.lineEnd, quote: line.quote, parent: this.parentOf(line), text };
      this.out.push(this.open);
    }
    this.number += 1;
  }

  private take(taken: Taken): void {
    this.out.push(taken.block);
    this.number = taken.next;
  }

  private parentOf(line: Line): Item | undefined {
    return this.items.findLast((item) => line.indent > item.indent);
  }
}

/** `**Gate:** 12 boards are cut` */
const boldLabel = /^\*\*[^*\n]{1,60}(?:[:：]\*\*|\*\* ?[:：])/;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
