/**
 * What of an expected result a machine can decide. Everything else is `person`: prose is never passed by a machine.
 */
export type Expectation =
  | { readonly kind: 'exit'; readonly code: number }
  /** Any exit code but 0. */
  | { readonly kind: 'failure' }
  /** The words stand somewhere in the output. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'regexp'; readonly source: string; readonly flags: string }
  /** JSON in the output holds at least this; `text` is the pattern as written. */
  | { readonly kind: 'json'; readonly text: string; readonly pattern: JsonPattern }
  /** The status of an HTTP answer, where the output shows it. */
  | { readonly kind: 'http'; readonly status: number }
  | { readonly kind: 'all'; readonly of: readonly Expectation[] }
  | { readonly kind: 'person' };

/** A piece of JSON that is to be found; members of an object that it does not name do not matter. */
export type JsonPattern =
  | { readonly kind: 'any' }
  | { readonly kind: 'value'; readonly value: number | boolean | null }
  /** Pieces of a text with anything between them; one piece is the whole text. */
  | { readonly kind: 'text'; readonly pieces: readonly string[] }
  | { readonly kind: 'object'; readonly members: readonly (readonly [key: string, value: JsonPattern])[] }
  /** `rest` stands for any number of items. */
  | { readonly kind: 'array'; readonly items: readonly (JsonPattern | 'rest')[] };

export const person: Expectation = { kind: 'person' };

/** Several expectations as one: nothing twice, and one alone is itself. */
export function allOf(expectations: readonly Expectation[]): Expectation {
  const flat = expectations.flatMap((one) => (one.kind === 'all' ? one.of : [one]));
  const different = [...new Map(flat.map((one) => [JSON.stringify(one), one])).values()];
  // What a machine decides comes first, what a person is asked last.
  const of = [...different.filter(({ kind }) => kind !== 'person'), ...different.filter(({ kind }) => kind === 'person')];
  return of.length === 1 ? (of[0] ?? person) : of.length === 0 ? person : { kind: 'all', of };
}

/** Each thing that is expected. */
export function partsOf(expectation: Expectation): readonly Expectation[] {
  return expectation.kind === 'all' ? expectation.of : [expectation];
}

/** How much of it a machine decides. */
export function decidable(expectation: Expectation): 'all' | 'part' | 'none' {
  const parts = partsOf(expectation);
  const open = parts.filter(({ kind }) => kind === 'person').length;
  return open === 0 ? 'all' : open === parts.length ? 'none' : 'part';
}

/** What is compared, each in a few words for a person: "exit code 0", "the output contains `ready`". */
export function wordsOfExpectation(expectation: Expectation): readonly string[] {
  switch (expectation.kind) {
    case 'exit':
      return [`exit code ${expectation.code}`];
    case 'failure':
      return ['an exit code other than 0'];
    case 'text':
      return [`the output contains \`${expectation.text}\``];
    case 'regexp':
      return [`the output matches /${expectation.source}/${expectation.flags}`];
    case 'json':
      return [`the output holds the JSON \`${expectation.text}\``];
    case 'http':
      return [`HTTP status ${expectation.status}`];
    case 'person':
      return ['a person judges'];
    default:
      return expectation.of.flatMap(wordsOfExpectation);
  }
}
