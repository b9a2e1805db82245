import type { Edit } from '../model.ts';

/** Words that a person is to write. */
export interface Blank {
  /** The question, where the place itself would not say what is meant. */
  readonly prompt: string;
  /** What stands there until then. */
  readonly value: string;
}

/** What is to be filled in in some edits, in their order; the same question is asked once. */
export function blanksOf(edits: readonly Edit[]): readonly Blank[] {
  const blanks = new Map<string, Blank>();
  for (const { text, stops = [] } of edits) {
    for (const { start, end, prompt = text.slice(start, end) } of stops)
      if (!blanks.has(prompt)) blanks.set(prompt, { prompt, value: text.slice(start, end) });
  }
  return [...blanks.values()];
}

/**
 * The edits with the words of a person in them, on one line each, and nothing left to fill in. Between quotes of YAML the words are written
 * so that they read back as they are.
 * @param words in the order of `blanksOf`; what is missing stays as it is
 */
export function fillIn(edits: readonly Edit[], words: readonly string[]): readonly Edit[] {
  const answers = new Map(blanksOf(edits).map(({ prompt }, index) => [prompt, words[index]]));
  return edits.map(({ stops = [], ...edit }) => {
    let text = edit.text;
    for (const { start, end, prompt = edit.text.slice(start, end) } of stops.toReversed()) {
      const answer = answers
        .get(prompt)
        ?.replace(/[\s\p{Cc}]+/gu, ' ')
        .trim();
      if (answer === undefined) continue;
      const quote = /\.ya?ml$/i.test(edit.path) && edit.text[start - 1] === edit.text[end] ? edit.text[end] : undefined;
      text = text.slice(0, start) + quoted(answer, quote) + text.slice(end);
    }
    return { ...edit, text };
  });
}

function quoted(words: string, quote: string | undefined): string {
  if (quote === "'") return words.replaceAll("'", "''");
  return quote === '"' ? words.replace(/["\\]/g, '\\$&') : words;
}
