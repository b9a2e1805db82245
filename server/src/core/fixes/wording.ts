import type { Span } from '../model.ts';

/** Some text to write, and which of its words a person is to fill in (offsets into it). */
export interface Wording {
  readonly text: string;
  readonly stops: readonly Span[];
}

/** A text in which nothing is to be filled in, or all of it. */
export function wording(text: string, fill: 'nothing' | 'all' = 'nothing'): Wording {
  return { text, stops: fill === 'all' ? [{ start: 0, end: text.length }] : [] };
}

/** Texts one after the other. */
export function joined(...parts: readonly (Wording | string)[]): Wording {
  let text = '';
  const stops: Span[] = [];
  for (const part of parts) {
    const { text: own, stops: inner } = typeof part === 'string' ? wording(part) : part;
    for (const { start, end } of inner) stops.push({ start: text.length + start, end: text.length + end });
    text += own;
  }
  return { text, stops };
}

/** A text in which some words are replaced; what was to be filled in in the words that go is forgotten. */
export function replaced(into: Wording, { start, end }: Span, by: Wording): Wording {
  const before = into.stops.filter((stop) => stop.end <= start);
  const after = into.stops.filter((stop) => stop.start >= end);
  return joined({ text: into.text.slice(0, start), stops: before }, by, {
    text: into.text.slice(end),
    stops: after.map((stop) => ({ start: stop.start - end, end: stop.end - end })),
  });
}

/** Each character written in another way; what is to be filled in stays the same words. */
export function rewritten({ text, stops }: Wording, write: (char: string) => string): Wording {
  const at: number[] = [];
  let result = '';
  for (let index = 0; index < text.length; index += 1) {
    at.push(result.length);
    result += write(text[index] ?? '');
  }
  at.push(result.length);
  return { text: result, stops: stops.map(({ start, end }) => ({ start: at[start] ?? 0, end: at[end] ?? result.length })) };
}
