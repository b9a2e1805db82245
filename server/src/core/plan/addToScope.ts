import type { Edit, Phase, ScopeEntry } from '../model.ts';
import { lineAt, lineEndOf, lineSpan, type Source } from '../source.ts';

/**
 * The edit that adds a path to the scope of a phase, in the form in which its last path is written: a list item of its own, or one more
 * part of a list on one line. Undefined where the scope has no path to follow.
 * @param source gives the text of a document
 */
export function addToScope(phase: Phase, path: string, source: (path: string) => Source | undefined): Edit | undefined {
  const last = phase.scope.findLast((entry) => entry.mode === 'in' && entry.glob !== null);
  const text = last ? source(last.at.path) : undefined;
  return last && text ? besideEntry(last, path, text) : undefined;
}

/** What may stand before a path that has a line to itself: quote marks, a list marker, a box, a key is none. */
const itemStart = /^[\s>]{0,40}(?:[-*+]|\d{1,3}[.)])\s+(?:\[[^\]]?\]\s+)?$/;

function besideEntry(entry: ScopeEntry, path: string, text: Source): Edit {
  const line = lineSpan(text, lineAt(text, entry.at.start));
  const glob = entry.glob ?? '';
  const at = text.text.indexOf(glob, Math.max(line.start, entry.at.start));
  const start = at < 0 || at > line.end ? entry.at.start : at;
  const quote = /[`"']/.exec(text.text[start - 1] ?? '')?.[0] ?? '';
  const before = text.text.slice(line.start, start - quote.length);
  const written = `${quote}${path}${quote}`;
  if (itemStart.test(before)) {
    // A box would make it a task that is done.
    const marker = before.replace(/\[[^\]]\]/, '[ ]');
    return { path: text.path, start: line.end, end: line.end, text: `${lineEndOf(text)}${marker}${written}` };
  }
  const end = start + glob.length + quote.length;
  return { path: text.path, start: end, end, text: `, ${written}` };
}
