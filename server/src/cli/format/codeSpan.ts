import { printable } from './printable.ts';

/** Longer texts are cut. UTF-16 units. */
const longest = 200;

/**
 * Text of a repository as a code span of Markdown, which no text leaves: no markup, link or mention comes out of it. What does not print
 * is shown as an escape.
 */
export function codeSpan(text: string): string {
  const shown = printable(text).replaceAll('\t', '\\u{9}');
  const cut = shown.length > longest ? `${shown.slice(0, longest)}…` : shown;
  const fence = '`'.repeat(1 + Math.max(0, ...[...cut.matchAll(/`+/g)].map(([run]) => run.length)));
  // One blank at each end is no part of a span.
  return `${fence} ${cut} ${fence}`;
}

/** The same in a cell of a table, which ends at a bar unless a single backslash stands before it. */
export function codeCell(text: string): string {
  return codeSpan(text)
    .replace(/\\+(?=\|)/g, (run) => '\\u{5c}'.repeat(run.length))
    .replaceAll('|', '\\|');
}
