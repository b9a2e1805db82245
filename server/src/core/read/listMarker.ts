import type { Span } from '../model.ts';
import type { Item } from './blockTypes.ts';
import { isSpace, type Line, skipSpace } from './line.ts';

/** What makes a line a list item. */
export interface Marker {
  readonly text: string;
  readonly length: number;
  /** The number of an ordered item. */
  readonly ordinal: number | null;
  /** A ballot box that is the marker itself. */
  readonly box?: { readonly mark: string; readonly at: Span };
}

const ballots: Readonly<Record<string, string>> = { '☐': ' ', '⬜': ' ', '🔲': ' ', '☑': 'x', '☒': 'x' };

/** The list marker at the beginning of a line, if any. */
export function markerOf(text: string, line: Line): Marker | undefined {
  const first = text[line.start] ?? '';
  const after = text.charCodeAt(line.start + 1);
  const alone = line.start + 1 >= line.end;
  if ((first === '-' || first === '*' || first === '+' || first === '•' || first === '–') && (alone || isSpace(after))) {
    return { text: first, length: 1, ordinal: null };
  }
  if (first >= '0' && first <= '9') return orderedMarker(text, line);
  const glyph = String.fromCodePoint(text.codePointAt(line.start) ?? 0);
  const mark = ballots[glyph];
  if (mark === undefined) return undefined;
  const at = { start: line.start, end: line.start + glyph.length };
  return { text: glyph, length: glyph.length, ordinal: null, box: { mark, at } };
}

/** At most nine digits, as CommonMark has it. */
function orderedMarker(text: string, line: Line): Marker | undefined {
  let at = line.start;
  while (at < line.end && at - line.start < 9 && isDigit(text.charCodeAt(at))) at += 1;
  const close = text[at];
  if ((close !== '.' && close !== ')') || (at + 1 < line.end && !isSpace(text.charCodeAt(at + 1)))) return undefined;
  return { text: text.slice(line.start, at + 1), length: at + 1 - line.start, ordinal: Number(text.slice(line.start, at)) };
}

/** The item that a marker begins. @param parent the item that holds it @param depth 0 for an outermost item */
export function itemAt(text: string, line: Line, marker: Marker, parent: Item | undefined, depth: number): Item {
  let start = skipSpace(text, line.start + marker.length, line.end);
  const found = marker.box ? undefined : boxOf(text, start, line.end);
  if (found) start = skipSpace(text, found.after, line.end);
  start = Math.min(start, line.end);
  const box = marker.box ?? found;
  return {
    type: 'item',
    start: line.at,
    end: line.lineEnd,
    quote: line.quote,
    parent,
    depth,
    indent: line.indent,
    content: line.indent + marker.length + 1,
    marker: marker.text,
    ordinal: marker.ordinal,
    box: box ? { mark: box.mark, at: box.at } : null,
    text: { text: text.slice(start, line.end), lines: [{ start, end: line.end }] },
  };
}

/** A checkbox at an offset: `[ ]`, `[x]`, `[~]`, `[]`, or a ballot box. `at` is what stands between the brackets. */
function boxOf(text: string, start: number, end: number): { mark: string; at: Span; after: number } | undefined {
  const glyph = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const ballot = ballots[glyph];
  if (ballot !== undefined) return { mark: ballot, at: { start, end: start + glyph.length }, after: start + glyph.length };
  if (text[start] !== '[') return undefined;
  // Between the brackets stand three characters at most; looking further would make long lists slow.
  const inside = text.slice(start + 1, Math.min(end, start + 5));
  const length = inside.indexOf(']');
  const mark = inside.slice(0, length);
  if (length < 0 || !/^(?: {0,2}|[xX~\-/!>?✓✔✅❌]|x | x| x )$/u.test(mark)) return undefined;
  const close = start + 1 + length;
  const next = text[close + 1];
  if (next === '(' || next === '[' || next === ':') return undefined;
  return { mark: mark.trim() === '' ? ' ' : mark.trim(), at: { start: start + 1, end: close }, after: close + 1 };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
