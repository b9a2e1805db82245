import type { Span } from '../model.ts';
import { QUOTE } from './stand.ts';

const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»', '‘': '’' };

/** A literal longer than this is prose between two stray quotes. */
const LONGEST_QUOTE = 300;

/** What stands in quotes behind a label is a literal: `Empty list shows: "Nothing yet"`. */
export function findQuotes(out: string[], quotes: Span[], from: number, labelled: boolean): void {
  let first = from;
  while (first < out.length && /[\s:–—-]/.test(out[first] ?? '')) first++;
  for (let i = first; i < out.length; i++) {
    const close = QUOTES[out[i] ?? ''] ?? (out[i] === "'" && isEdge(out[i - 1]) ? "'" : undefined);
    if (close === undefined) continue;
    const end = closingQuote(out, close, i + 1);
    if (end < 0) continue;
    if (i === first && !labelled && isLast(out, end)) {
      out[i] = ' ';
      out[end] = ' ';
    } else if (end - i > 2) {
      quotes.push({ start: i, end: end + 1 });
      out.fill(QUOTE, i, end + 1);
    }
    i = end;
  }
}

function closingQuote(out: readonly string[], close: string, from: number): number {
  const limit = Math.min(out.length, from + LONGEST_QUOTE);
  for (let end = from; end < limit; end++)
    if (out[end] === close && (close !== "'" || isEdge(out[end + 1]) || out[end + 1] === ';')) return end;
  return -1;
}

/** Nothing but a full stop, or a question in parentheses, stands behind the closing quote: the quotes are around the whole line. */
function isLast(out: readonly string[], close: number): boolean {
  const after = out
    .slice(close + 1, close + 80)
    .join('')
    .trim();
  return /^[.!]?$/.test(after) || /^\([^)]*\?\)$/.test(after);
}

/** Whether a character, or the end of the line, ends a word. */
export function isEdge(c: string | undefined): boolean {
  return c === undefined || c === ' ' || c === '*' || c === '.' || c === ',' || c === ':' || c === ')' || c === '(';
}
