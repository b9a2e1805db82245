import type { Edit, Stop } from '../model.ts';

/** Words that a person is to write. */
export interface Blank extends Pick<Stop, 'answer' | 'optional'> {
  /** The question, where the place itself would not say what is meant. */
  readonly prompt: string;
  /** What stands there until then. */
  readonly value: string;
}

/** What is to be filled in in some edits, in their order; the same question is asked once. */
export function blanksOf(edits: readonly Edit[]): readonly Blank[] {
  const blanks = new Map<string, Blank>();
  for (const { text, stops = [] } of edits) {
    for (const { start, end, prompt = text.slice(start, end), answer, optional } of stops) {
      const value = text.slice(start, end);
      if (!blanks.has(prompt))
        blanks.set(prompt, { prompt, value, ...(answer ? { answer } : {}), ...(optional ? { optional } : {}) });
    }
  }
  return [...blanks.values()];
}

/**
 * The edits with the words of a person in them, on one line each, and nothing left to fill in. Between quotes of YAML the words are written
 * so that they read back as they are; a line whose answer is optional and empty is left out.
 * @param words in the order of `blanksOf`; what is missing stays as it is
 */
export function fillIn(edits: readonly Edit[], words: readonly string[]): readonly Edit[] {
  const answers = new Map(blanksOf(edits).map(({ prompt }, index) => [prompt, words[index]]));
  return edits.map(({ stops = [], ...edit }) => {
    let text = edit.text;
    for (const stop of stops.toReversed()) {
      const answer = answers.get(stop.prompt ?? edit.text.slice(stop.start, stop.end));
      if (answer !== undefined) text = answered(edit, text, stop, answer.replace(/[\s\p{Cc}]+/gu, ' ').trim());
    }
    return { ...edit, text };
  });
}

/** The edits as they are where nobody is asked: without the lines that may be left out. */
export function withoutOptional(edits: readonly Edit[]): readonly Edit[] {
  return edits.map((edit) => {
    let { text } = edit;
    for (const stop of (edit.stops ?? []).toReversed()) if (stop.optional) text = answered(edit, text, stop, '');
    const stops = edit.stops?.filter((stop) => !stop.optional);
    return stops ? { ...edit, text, stops } : edit;
  });
}

/** @param text in which everything behind the stop may already be filled in */
function answered(edit: Edit, text: string, { start, end, optional }: Stop, words: string): string {
  if (words === '' && optional) return withoutLine(text, start);
  const quote = /\.ya?ml$/i.test(edit.path) && edit.text[start - 1] === edit.text[end] ? edit.text[end] : undefined;
  return text.slice(0, start) + quoted(words, quote) + text.slice(end);
}

/** Takes out the line that holds an offset, with the line end before it, or behind it for the first line. */
function withoutLine(text: string, offset: number): string {
  const lead = /\r?\n[^\n]*$/.exec(text.slice(0, offset));
  const rest = /\r?\n/.exec(text.slice(offset));
  const from = lead?.index ?? 0;
  const to = rest ? offset + rest.index + (lead ? 0 : rest[0].length) : text.length;
  return text.slice(0, from) + text.slice(to);
}

function quoted(words: string, quote: string | undefined): string {
  if (quote === "'") return words.replaceAll("'", "''");
  return quote === '"' ? words.replace(/["\\]/g, '\\$&') : words;
}
