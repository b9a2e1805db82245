import { lineAt, lineSpan, type Source } from '../source.ts';
import { wholesOf } from './nesting.ts';

/** Lines that can be folded under their first one, 0-based, the last included. */
export interface Fold {
  readonly first: number;
  readonly last: number;
}

/** What can be folded in a document: sections, lists' items with what is below them, tables, entries of YAML; at least two lines. */
export function foldsOf(source: Source): readonly Fold[] {
  const folds = new Map<number, number>();
  for (const { kind, start, end } of wholesOf(source)) {
    // A list is folded with what it belongs to.
    if (kind === 'list') continue;
    const first = lineAt(source, start);
    let last = lineAt(source, Math.max(start, end - 1));
    while (last > first && isBlank(source, last)) last -= 1;
    // Of several that begin on one line the longest counts: editors fold a line once.
    if (last > first && (folds.get(first) ?? 0) < last) folds.set(first, last);
  }
  return [...folds].map(([first, last]) => ({ first, last })).sort((a, b) => a.first - b.first);
}

function isBlank(source: Source, line: number): boolean {
  const { start, end } = lineSpan(source, line);
  return /^\s*$/.test(source.text.slice(start, Math.min(end, start + 200)));
}
