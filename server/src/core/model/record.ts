import type { Place, Span } from './place.ts';

/** What proves an item; `none` is a place for evidence that nobody filled in. */
export interface Evidence {
  readonly kind: 'document' | 'contract' | 'commit' | 'test' | 'artifact' | 'link' | 'text' | 'none';
  /** What is proven, in the words of the row or label; null where the text does not say. */
  readonly item: string | null;
  readonly value: string;
  /** What the words point to, in their order. */
  readonly targets: readonly EvidenceTarget[];
  /** The day it was gathered (`2026-03-01`), where the text says so. */
  readonly date: string | null;
  readonly at: Place;
  readonly phase: string | null;
  readonly stage: string | null;
}

/** Something that words point to: it can be looked for. */
export interface EvidenceTarget {
  readonly kind: 'file' | 'commit' | 'url';
  /** A path as written, without what is meant inside the file (empty: the document itself); a commit's hash; an address. */
  readonly value: string;
  /** What is meant inside the file, or null: a heading or anchor (`#results`), lines (`#L12`, `:12`), a test (`::rejects an empty name`). */
  readonly part: { readonly kind: 'section' | 'line' | 'test'; readonly value: string } | null;
  /** A link is exact; other words may leave out the folders at the front. */
  readonly form: 'link' | 'words';
  /** The words that point, in the same document as the evidence; for a link its address. */
  readonly at: Span;
}

/** Who approved what, and when. */
export interface Signoff {
  readonly outcome: 'approved' | 'rejected' | 'pending';
  readonly actor: string | null;
  readonly role: string | null;
  readonly date: string | null;
  readonly correlationId: string | null;
  readonly commit: string | null;
  /** Paths, links and words that it names as proof. */
  readonly evidence: readonly string[];
  /** Why it was signed although something was missing. */
  readonly override: string | null;
  readonly at: Place;
  readonly phase: string | null;
}

/** One try to pass the gate of a phase as a whole. Failed ones stay in its history. */
export interface Attempt {
  /** Counted from 1. */
  readonly number: number;
  readonly outcome: 'pass' | 'fail';
  readonly date: string | null;
  readonly actor: string | null;
  readonly commit: string | null;
  readonly note: string | null;
  /** What failed, and what happened there. */
  readonly failed: readonly { readonly step: string; readonly note: string | null }[];
  /** What was done about a failure before the next try. */
  readonly fix: string | null;
  readonly at: Place;
  readonly phase: string | null;
}

/** Work moved to a later phase. */
export interface Deferral {
  readonly text: string;
  /** The phase it moves to, where the text says so. */
  readonly to: string | null;
  readonly at: Place;
  readonly phase: string | null;
}
