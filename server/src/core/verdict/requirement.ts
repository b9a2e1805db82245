import type { Phase, Place, Plan } from '../model.ts';
import type { Project } from '../project.ts';
import type { Step, StepRun } from '../steps/step.ts';

/** What a gate asks for, in the order in which it is told. */
export type RequirementId =
  | 'earlier'
  | 'earlier-runs'
  | 'tasks'
  | 'criteria'
  | 'checklist'
  | 'commands'
  | 'evidence'
  | 'deferrals'
  | 'exceptions'
  | 'attempts'
  | 'status'
  | 'tag';

/**
 * `none`: the plan has nothing of the kind, so nothing is asked. `not-run`: it can be found out, and nobody did; that is never a pass.
 */
export type RequirementState = 'pass' | 'fail' | 'not-run' | 'none';

/** One line of the verdict on a gate. */
export interface Requirement {
  readonly id: RequirementId;
  readonly state: RequirementState;
  /** One sentence without a full stop: what holds, or what is missing. */
  readonly text: string;
  /** What is missing, or what is to be known, with its place. */
  readonly items: readonly RequirementItem[];
}

export interface RequirementItem {
  readonly text: string;
  /** Null where it stands in no document. */
  readonly at: Place | null;
}

/** What a requirement is judged by. */
export interface Judged {
  readonly project: Project;
  readonly plan: Plan;
  readonly phase: Phase;
  /** What there is to go through at its gate. */
  readonly steps: readonly Step[];
  /** What was run in this call, by the key of the step. */
  readonly runs: ReadonlyMap<string, StepRun>;
}

/** "task", "tasks". */
export function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}
