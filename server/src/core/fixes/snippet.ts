import type { Edit } from '../model.ts';

/**
 * The texts of some edits with the tab stops of editors that have them (`${1:words}`), numbered through in the order of the document;
 * undefined for an edit in which nothing is to be filled in.
 */
export function snippetsOf(edits: readonly Edit[]): readonly (string | undefined)[] {
  const snippets: (string | undefined)[] = edits.map(() => undefined);
  let stop = 0;
  const inOrder = [...edits.entries()].sort(([, a], [, b]) => a.start - b.start);
  for (const [index, { text, stops = [] }] of inOrder) {
    if (stops.length === 0) continue;
    let snippet = '';
    let from = 0;
    for (const { start, end } of stops) {
      stop += 1;
      snippet += `${escaped(text.slice(from, start))}\${${stop}:${escaped(text.slice(start, end))}}`;
      from = end;
    }
    snippets[index] = snippet + escaped(text.slice(from));
  }
  return snippets;
}

function escaped(text: string): string {
  return text.replaceAll(/[$}\\]/g, '\\$&');
}
