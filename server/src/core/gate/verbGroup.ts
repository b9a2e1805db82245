/**
 * How a clause says something:
 * `active` "returns 409", `be` "is empty", `passive` "is rejected", `participle` "invalid input rejected", `state` "suite green",
 * `imperative` "Open the page", `none` "Retry logic".
 */
export type PredicateKind = 'active' | 'be' | 'passive' | 'participle' | 'state' | 'imperative' | 'none';

/** The verb group of a clause. `start` and `end` count words of the clause. */
export interface VerbGroup {
  readonly kind: PredicateKind;
  /** First word of the group, "can" or "is" included. */
  readonly start: number;
  /** After the last word of the group. */
  readonly end: number;
  /** Base form of the main verb, or the word of state. */
  readonly lemma: string;
  /** Said as possible, required or excluded: "can", "never", "must". */
  readonly modal: string | undefined;
}

/** A verb group. */
export function group(kind: PredicateKind, start: number, end: number, lemma: string, modal?: string): VerbGroup {
  return { kind, start, end, lemma, modal };
}
