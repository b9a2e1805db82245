import type { CheckResult, Gate, GateKind, Mark, Place } from '../model.ts';
import type { Expectation } from './expectation.ts';

/** One thing to go through at the gate of a phase: a manual test, or a condition of a gate that asks for proof. */
export interface Step {
  /** Finds the same step again after its document was edited; to others it is opaque. */
  readonly key: string;
  readonly kind: 'test' | 'condition';
  readonly title: string;
  readonly id: string | null;
  /** The exact characters that would run; null where there is nothing to run. */
  readonly command: string | null;
  /** What to expect, in the words of the document. */
  readonly expected: string | null;
  readonly expectation: Expectation;
  /** What was recorded for it; a ticked box alone is no record. */
  readonly outcome: CheckResult | null;
  /** Files of the phase's scope that changed after it was recorded, and since when; null where none did or nobody knows. */
  readonly stale: { readonly since: string; readonly paths: readonly string[] } | null;
  readonly mark: Mark | null;
  readonly at: Place;
  /** Null for what holds for every phase. */
  readonly phase: string | null;
  readonly stage: string | null;
  /** The label of its gate; null for a manual test. */
  readonly gate: string | null;
}

/** Where a step stands by what its document says. */
export type Standing = 'pass' | 'fail' | 'skip' | 'blocked' | 'waived' | 'open';

/** What was recorded decides; without a record, the box. */
export function standingOf({ outcome, mark }: Pick<Step, 'outcome' | 'mark'>): Standing {
  if (outcome) return outcome.outcome;
  return mark === 'done' ? 'pass' : mark === 'waived' || mark === 'blocked' ? mark : 'open';
}

/** What came of the command of a step in one run. */
export interface StepRun {
  /** The key of the step. */
  readonly key: string;
  readonly command: string;
  /** Null where it was ended from outside or could not start. */
  readonly exitCode: number | null;
  /** `person`: it ran, and what came is for a person to judge. */
  readonly result: 'pass' | 'fail' | 'person' | 'timeout' | 'stopped';
  /** What was kept of its output, harmless to show. */
  readonly output: string;
}

/** When a phase may begin, and who signs, are other questions. */
export function asksForProof(gate: Gate): boolean {
  return !without.has(gate.kind);
}

const without: ReadonlySet<GateKind> = new Set(['entry', 'signoff']);
