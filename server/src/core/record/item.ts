import type { Edit } from '../model.ts';
import type { Item } from '../read/blocks.ts';
import { descendants } from '../read/checkParts.ts';
import type { Field, Outline } from '../read/outline.ts';
import { lineAt, lineEndOf, lineSpan, type Source } from '../source.ts';

/**
 * A `Result:` below an item; one that stands there already gets the new words.
 * @returns the ways in which it can be written, the best first: like the details that stand there, then as a plain item
 */
export function belowItem(source: Source, outline: Outline, item: Item, text: string): readonly Edit[] {
  const written = outline.fieldsBelow(item).findLast(({ label }) => label.topic?.role === 'result');
  if (written) return [valueEdit(source, written, text)];
  const below = descendants(item, outline);
  const at = below.reduce((end, block) => Math.max(end, block.end), Math.max(item.end, item.text.lines.at(-1)?.end ?? 0));
  return stylesOf(source, outline, item).map((style) => lineBehind(source, at, `${style} ${text}`));
}

/** A line of its own behind the line that ends at an offset. */
export function lineBehind(source: Source, at: number, text: string): Edit {
  return { path: source.path, start: at, end: at, text: `${lineEndOf(source)}${text}` };
}

/** New words behind a label, on its line: what somebody wrote on further lines stays. */
export function valueEdit(source: Source, { valueAt }: Field, text: string): Edit {
  const { start } = valueAt;
  const own = source.text.slice(start, valueAt.end).split(/[\r\n]/, 1)[0] ?? '';
  const glued = own === '' && !/\s/.test(source.text[start - 1] ?? ' ');
  return { path: source.path, start, end: start + own.trimEnd().length, text: glued ? ` ${text}` : text };
}

/** How a detail line of an item begins: like the last labelled one below it, like the last item below it, one level deeper. */
function stylesOf(source: Source, outline: Outline, item: Item): readonly string[] {
  const styles: string[] = [];
  const detail = outline.fieldsBelow(item).findLast(({ label }) => details.has(label.topic?.role ?? ''));
  if (detail) styles.push(styleOfDetail(source, detail));
  const child = outline.passagesBelow(item).findLast(({ block }) => block.type === 'item')?.block;
  if (child?.type === 'item') styles.push(`${lead(source, markerOf(source, child))}${bulletOf(child)} Result:`);
  const deeper = ' '.repeat(Math.max(2, columnsBefore(source, item)));
  return [...styles, `${lead(source, markerOf(source, item))}${deeper}${bulletOf(item)} Result:`];
}

const details = new Set<string>(['command', 'expected', 'note', 'result']);

/** How far behind its marker the text of an item stands: a tab counts to the next multiple of four. */
function columnsBefore(source: Source, item: Item): number {
  const { marker, indent } = item;
  return source.text[markerOf(source, item) + marker.length] === '\t' ? 4 - (indent % 4) : marker.length + 1;
}

/** Where the marker of an item stands, behind indentation and quote markers. */
export function markerOf({ text }: Source, { start }: Item): number {
  return start + (/^\ufeff?[\s>]{0,400}/.exec(text.slice(start, start + 400))?.[0].length ?? 0);
}

/** The bullet of a detail below an item or beside it. */
export function bulletOf({ marker }: Item): string {
  return /^[*+]$/.test(marker) ? marker : '-';
}

/** The marker, indentation and emphasis of a labelled line, and `Result:`. */
export function styleOfDetail(source: Source, { at, item }: Field): string {
  const bold = /^(\*\*|__)/.exec(source.text.slice(at.start, at.start + 2))?.[1] ?? '';
  const first = item && markerOf(source, item);
  const gap = first === null ? '' : /^[^\s]{1,12}(\s{1,8})/.exec(source.text.slice(first, first + 20))?.[1];
  const marker = item ? `${bulletOf(item)}${gap ?? ' '}` : '';
  return `${lead(source, first ?? at.start)}${marker}${bold}Result:${bold}`;
}

/** What stands before an offset on its line: indentation and quote markers; anything else becomes blanks. */
export function lead(source: Source, offset: number): string {
  const { start } = lineSpan(source, lineAt(source, offset));
  return source.text
    .slice(start, offset)
    .replace(/^\ufeff/, '')
    .replace(/[^\s>]/g, ' ');
}
