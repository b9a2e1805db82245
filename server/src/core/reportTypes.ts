import type { Status } from './model.ts';
import type { NoCurrent } from './plan/noCurrent.ts';
import type { Expectation } from './steps/expectation.ts';
import type { Standing } from './steps/step.ts';

/**
 * The JSON shapes that other programs rely on. Lines and columns are 1-based, columns in UTF-16 units, `endColumn` exclusive; paths
 * are workspace-relative with `/`. Fields may be added, none removed.
 */

/** A position range, 1-based, `endColumn` exclusive. */
export interface RangeReport {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Something in a named document. */
export interface Located {
  readonly path: string;
  readonly line: number;
}

export interface StageReport extends Located {
  readonly id: string;
  readonly title: string | null;
  readonly status: Status;
  readonly statusText: string | null;
  readonly phase: string | null;
}

export interface ScopeReport extends Located {
  readonly glob: string | null;
  readonly text: string;
  readonly phase: string | null;
}

export interface GateReport extends Located {
  readonly label: string;
  readonly kind: string;
  readonly phase: string | null;
  readonly stage: string | null;
  readonly items: readonly (Located & { readonly text: string; readonly checked: boolean; readonly mark: string | null })[];
  readonly result: 'pass' | 'fail' | null;
}

export interface TaskReport extends Located {
  readonly id: string | null;
  readonly title: string;
  readonly status: Status;
  readonly phase: string | null;
  readonly stage: string | null;
}

export interface TasksReport {
  readonly total: number;
  readonly done: number;
  readonly items: readonly TaskReport[];
}

export interface CheckItemReport extends Located {
  readonly id: string | null;
  readonly title: string;
  readonly command: string | null;
  readonly expected: string | null;
  readonly phase: string | null;
  readonly stage: string | null;
  readonly checked: boolean;
  readonly result: 'pass' | 'fail' | 'skip' | 'blocked' | null;
  readonly note: string | null;
}

export interface EvidenceReport extends Located {
  readonly kind: string;
  readonly item: string | null;
  readonly value: string;
  readonly phase: string | null;
  readonly stage: string | null;
}

export interface SignoffReport extends Located {
  readonly outcome: string;
  readonly actor: string | null;
  readonly role: string | null;
  readonly date: string | null;
  readonly correlationId: string | null;
  readonly commit: string | null;
  readonly evidence: readonly string[];
  /** Why it was signed although something was missing. */
  readonly override: string | null;
  readonly phase: string | null;
}

/** One try to pass a gate. */
export interface AttemptReport extends Located {
  readonly number: number;
  readonly outcome: 'pass' | 'fail';
  readonly date: string | null;
  readonly actor: string | null;
  readonly commit: string | null;
  readonly note: string | null;
  readonly failed: readonly { readonly step: string; readonly note: string | null }[];
  /** What was done about a failure before the next try. */
  readonly fix: string | null;
  readonly phase: string | null;
}

export interface DeferralReport extends Located {
  readonly text: string;
  readonly to: string | null;
  readonly phase: string | null;
}

/** `phasewise read`. */
export interface ReadReport {
  readonly version: 1;
  readonly path: string;
  readonly kind: string;
  /** Why it defines no phase, as it follows the name of the file and a colon; null where it does. */
  readonly lacking: string | null;
  readonly title: string | null;
  readonly phases: readonly (Located & {
    readonly id: string;
    readonly title: string | null;
    readonly status: Status;
    readonly statusText: string | null;
    readonly dependsOn: readonly string[];
    readonly estimate: string | null;
  })[];
  readonly stages: readonly StageReport[];
  readonly scope: { readonly in: readonly ScopeReport[]; readonly out: readonly ScopeReport[] };
  readonly gates: readonly GateReport[];
  readonly tasks: TasksReport;
  readonly checklist: readonly CheckItemReport[];
  readonly evidence: readonly EvidenceReport[];
  readonly signoffs: readonly SignoffReport[];
  readonly attempts: readonly AttemptReport[];
  readonly deferred: readonly DeferralReport[];
  readonly problems: readonly (Located & { readonly code: string; readonly message: string })[];
}

/** One phase of `phasewise outline`. */
export interface PhaseReport {
  readonly id: string;
  readonly title: string | null;
  readonly status: Status;
  /** What follows from tasks, stages and gates where no status is stated; else the same as `status`. */
  readonly derived: Status;
  readonly statusText: string | null;
  readonly current: boolean;
  /** The Git tag that says that the gate of this phase was passed. */
  readonly tag: string | null;
  readonly dependsOn: readonly string[];
  readonly estimate: string | null;
  readonly source: Located;
  readonly mentions: readonly Located[];
  readonly stages: readonly (StageReport & {
    readonly gates: readonly GateReport[];
    readonly tasks: TasksReport;
    readonly checklist: readonly CheckItemReport[];
    readonly evidence: readonly EvidenceReport[];
  })[];
  readonly scope: { readonly in: readonly ScopeReport[]; readonly out: readonly ScopeReport[] };
  readonly gates: readonly GateReport[];
  readonly tasks: TasksReport;
  readonly checklist: readonly CheckItemReport[];
  readonly evidence: readonly EvidenceReport[];
  readonly signoff: SignoffReport | null;
  /** The tries to pass its gate, in the order of their numbers. */
  readonly attempts: readonly AttemptReport[];
  readonly deferred: readonly DeferralReport[];
}

/** One plan of `phasewise outline`. */
export interface PlanReport {
  readonly title: string;
  readonly documents: readonly string[];
  readonly current: { readonly phase: string; readonly reason: string; readonly pinned: boolean } | null;
  /** Why no phase is the current one, and what would make one current; null where one is. */
  readonly noCurrent: NoCurrent | null;
  readonly phases: readonly PhaseReport[];
  /** What holds for every phase or belongs to none. */
  readonly stages: readonly StageReport[];
  readonly gates: readonly GateReport[];
  readonly tasks: TasksReport;
  readonly checklist: readonly CheckItemReport[];
  readonly evidence: readonly EvidenceReport[];
  readonly deferred: readonly DeferralReport[];
}

/** `phasewise outline`. */
export interface OutlineReport {
  readonly version: 1;
  readonly plans: readonly PlanReport[];
  /** Where no phase was found: what was looked at, and what each document lacks. */
  readonly lookedAt: LookedAtReport;
}

/** The documents that were looked at in vain; empty where there is a phase. */
export interface LookedAtReport {
  /** Those that come nearest to a plan first; `message` follows the path and a colon. */
  readonly documents: readonly (Located & { readonly message: string })[];
  /** How many more were looked at. */
  readonly more: number;
}

/** One line of `phasewise gate`. */
export interface RequirementReport {
  readonly id: string;
  /** Whether it holds, or is not asked for. */
  readonly pass: boolean;
  /** `not-run`: nobody found out, which is never a pass; `none`: nothing of the kind is asked for. */
  readonly state: 'pass' | 'fail' | 'not-run' | 'none';
  readonly text: string;
  readonly items: readonly { readonly text: string; readonly path: string | null; readonly line: number | null }[];
}

/** `phasewise gate`. */
export interface GateVerdictReport {
  readonly version: 1;
  readonly phase: string;
  readonly title: string | null;
  readonly pass: boolean;
  readonly requirements: readonly RequirementReport[];
  /** The annotated tag to set when it is through: only ever offered. */
  readonly tag: TagReport | null;
  /** What was run, with `--run`. */
  readonly runs?: readonly RunReport[];
}

export interface TagReport {
  readonly name: string;
  readonly message: string;
  /** Why it cannot be set; null where it can. */
  readonly problem: string | null;
}

/** One thing to go through at a gate: a manual test, or a condition. */
export interface StepReport extends RangeReport {
  /** Finds the same step again after an edit. */
  readonly key: string;
  readonly kind: 'test' | 'condition';
  readonly title: string;
  readonly id: string | null;
  /** The exact characters that would run. */
  readonly command: string | null;
  readonly expected: string | null;
  readonly expectation: Expectation;
  /** How much of the expectation a machine decides. */
  readonly decidable: 'all' | 'part' | 'none';
  /** What is compared, in words: "exit code 0". */
  readonly compared: readonly string[];
  /** Where it stands by what its document says: what was recorded, else its box. */
  readonly standing: Standing;
  /** What was recorded; a ticked box alone is no record. */
  readonly outcome: 'pass' | 'fail' | 'skip' | 'blocked' | null;
  readonly note: string | null;
  /** Whether files of the phase's scope changed after the outcome was recorded; which, as far as the history knows. */
  readonly stale: boolean;
  readonly changed: readonly string[];
  readonly path: string;
  /** Null for what holds for every phase. */
  readonly phase: string | null;
  readonly stage: string | null;
  /** The label of its gate; null for a manual test. */
  readonly gate: string | null;
}

/** One command of `phasewise gate --run`. */
export interface RunReport extends Located {
  readonly key: string;
  readonly kind: 'test' | 'condition';
  readonly title: string;
  readonly command: string;
  readonly phase: string | null;
  /** Whether it belongs to an earlier phase, which was run again. */
  readonly earlier: boolean;
  /** `person`: it ran, and what it shows is for a person to judge; neither that nor `not-run` is a pass. */
  readonly result: 'pass' | 'fail' | 'person' | 'timeout' | 'stopped' | 'not-run';
  /** Why it was not run. */
  readonly why: string | null;
  /** What was expected and did not come: "exit code 0". */
  readonly failed: readonly string[];
  /** Null where it was ended from outside, could not start or was not run. */
  readonly exitCode: number | null;
  readonly milliseconds: number;
  /** At most 64 KB, its beginning and its end, without anything that steers a terminal. */
  readonly output: string;
  /** Whether something of the output was left out. */
  readonly cut: boolean;
}

/** One finding of `phasewise check`. */
export interface FindingReport extends RangeReport {
  readonly path: string;
  readonly rule: string;
  readonly category?: string;
  readonly severity: string;
  readonly message: string;
  readonly docs: string;
  readonly fixes: readonly string[];
  readonly related?: readonly (RangeReport & { readonly path: string; readonly message: string })[];
}
