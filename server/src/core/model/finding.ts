import type { Place, Span } from './place.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One replacement in one document. Outside its span not a byte changes. */
export interface Edit extends Place {
  readonly text: string;
  /** The words of `text` that a person is to fill in, as offsets into it; each is a tab stop in editors that have them. */
  readonly stops?: readonly Stop[];
}

/** Words that a person is to fill in. */
export interface Stop extends Span {
  /** The question, for surfaces that ask; without it the words themselves say what is meant. */
  readonly prompt?: string;
  /** What kind of answer is wanted, where a surface can help with it: the person's name, a day (`2026-12-01`). */
  readonly answer?: 'name' | 'day';
  /** Without an answer the whole line is left out. */
  readonly optional?: true;
}

/** A way to mend a finding. */
export interface Fix {
  /** An order in the imperative: "Name the tests: `pnpm test` exits 0". */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Applied by "fix all" and by `--fix`; at most one per finding. */
  readonly preferred?: boolean;
}

/** What is wrong, on which words, and what to do. */
export interface Finding {
  /** Stable id of the rule: `gate/unnamed-tests`. */
  readonly rule: string;
  /** For gate rules, the kind of defect; see `GateCategory`. */
  readonly category?: GateCategory;
  readonly severity: Severity;
  readonly message: string;
  readonly at: Place;
  readonly related?: readonly { readonly at: Place; readonly message: string }[];
  readonly fixes?: readonly Fix[];
}

/** Why a gate item is no gate: the labels of the labelling guide. */
export type GateCategory =
  | 'placeholder'
  | 'escape-clause'
  | 'open-ended'
  | 'unnamed-tests'
  | 'subjective'
  | 'unquantified'
  | 'no-observable'
  | 'compound/ambiguous';
