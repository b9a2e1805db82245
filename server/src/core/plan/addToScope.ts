import type { Edit, Phase, ScopeEntry } from '../model.ts';
import type { PlacedText } from '../placed.ts';
import { lineAt, lineEndOf, lineSpan } from '../source.ts';

/**
 * The edit that adds a path to the scope of a phase, in the form in which its last path is written: a list item of its own, or one more
 * part of a list on one line. Undefined where the scope has no path to follow.
 * @param around gives the text of a document
 */
export function addToScope(phase: Phase, path: string, around: (path: string) => PlacedText | undefined): Edit | undefined {
  const last = phase.scope.findLast((entry) => entry.mode === 'in' && entry.glob !== null);
  const text = last ? around(last.at.path) : undefined;
  return last && text ? besideEntry(last, path, text) : undefined;
}

/** What may stand before a path that has a line to itself: quote marks, a list marker, a box, a key is none. */
const itemStart = /^[\s>]{0,40}(?:[-*+]|\d{1,3}[.)])\s+(?:\[[^\]]?\]\s+)?$/;

function besideEntry(entry: ScopeEntry, path: string, { source: text, offset, place }: PlacedText): Edit {
  const from = offset(entry.at.start);
  const line = lineSpan(text, lineAt(text, from));
  const glob = entry.glob ?? '';
  const at = text.text.indexOf(glob, Math.max(line.start, from));
  const start = at < 0 || at > line.end ? from : at;
  const quote = /[`"']/.exec(text.text[start - 1] ?? '')?.[0] ?? '';
  const before = text.text.slice(line.start, start - quote.length);
  const written = `${quote}${path}${quote}`;
  if (itemStart.test(before)) {
    // A box would make it a task that is done.
    const marker = before.replace(/\[[^\]]\]/, '[ ]');
    return { path: text.path, start: place(line.end), end: place(line.end), text: `${lineEndOf(text)}${marker}${written}` };
  }
  const end = start + glob.length + quote.length;
  return { path: text.path, start: place(end), end: place(end), text: `, ${written}` };
}
