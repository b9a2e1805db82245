import type { Edit } from '../model.ts';

/**
 * The texts of some edits with the tab stops of editors that have them (`${1:words}`), numbered through in the order of the document;
 * undefined for an edit in which nothing is to be filled in.
 *
 * @param once whether words that stand in several places are the same words, and are written once for all of them
 */
export function snippetsOf(edits: readonly Edit[], { once = false } = {}): readonly (string | undefined)[] {
  const snippets: (string | undefined)[] = edits.map(() => undefined);
  let stop = 0;
  const known = new Map<string, number>();
  const inOrder = [...edits.entries()].sort(([, a], [, b]) => a.start - b.start);
  for (const [index, { text, stops = [] }] of inOrder) {
    if (stops.length === 0) continue;
    let snippet = '';
    let from = 0;
    for (const { start, end } of stops) {
      const words = text.slice(start, end);
      const number = (once ? known.get(words) : undefined) ?? ++stop;
      known.set(words, number);
      snippet += `${escaped(text.slice(from, start))}\${${number}:${escaped(words)}}`;
      from = end;
    }
    snippets[index] = snippet + escaped(text.slice(from));
  }
  return snippets;
}

function escaped(text: string): string {
  return text.replaceAll(/[$}\\]/g, '\\$&');
}
