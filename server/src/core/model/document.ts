import type { Place, Span } from './place.ts';
import type { Attempt, Deferral, Evidence, Signoff } from './record.ts';
import type { CheckItem, EmptyGate, Gate, ScopeEntry, Task, Unit } from './work.ts';

/** What a document turned out to be. `none` is a document that says nothing about a plan. */
export type DocumentKind = 'phase-doc' | 'plan' | 'stage-log' | 'tracker' | 'tasks' | 'board' | 'checklist' | 'process' | 'none';

/** A comment that hides findings. */
export interface Disable {
  /** Ids of rules; empty for all. */
  readonly rules: readonly string[];
  readonly reason: string | null;
  /** The comment. */
  readonly at: Place;
  /** Findings that begin in here are hidden. */
  readonly covers: Span;
}

/** Something in a document that could not be read, with what a person can do about it. */
export interface Problem {
  /** What may stand in the place of `at`, the likeliest first, where that is known. */
  readonly instead?: readonly string[];
  readonly code: 'unreadable' | 'broken-yaml' | 'not-read' | 'unknown-key' | 'invalid-value' | 'exception-ended';
  readonly message: string;
  readonly at: Place;
}

/** Everything one document says, on its own: no other document was looked at. */
export interface DocumentFacts {
  readonly path: string;
  readonly kind: DocumentKind;
  readonly title: string | null;
  readonly phases: readonly Unit[];
  readonly stages: readonly Unit[];
  readonly scope: readonly ScopeEntry[];
  readonly gates: readonly Gate[];
  /** Places that announce a gate without any condition after them. */
  readonly emptyGates: readonly EmptyGate[];
  readonly tasks: readonly Task[];
  readonly checklist: readonly CheckItem[];
  readonly evidence: readonly Evidence[];
  readonly signoffs: readonly Signoff[];
  readonly attempts: readonly Attempt[];
  readonly deferred: readonly Deferral[];
  readonly disables: readonly Disable[];
  readonly problems: readonly Problem[];
}
