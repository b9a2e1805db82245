import type { Phase, Plan } from '../model.ts';
import type { Project } from '../project.ts';
import type { StepRun } from '../steps/step.ts';
import { stepsOf } from '../steps/steps.ts';
import { attemptsTold } from './attempts.ts';
import { deferralsExplained } from './deferrals.ts';
import { evidenceGiven } from './evidence.ts';
import { earlierThrough, exceptionsListed, statusAllows, tagFree } from './record.ts';
import type { Judged, Requirement } from './requirement.ts';
import { commandsRun, earlierRuns } from './runs.ts';
import { checklistPassed, criteriaMet, tasksDone } from './work.ts';

export type { Requirement, RequirementId, RequirementItem, RequirementState } from './requirement.ts';

/** The answer to "are we through?". */
export interface GateVerdict {
  readonly phase: Phase;
  /** Whether every requirement passes or is not asked for. */
  readonly pass: boolean;
  readonly requirements: readonly Requirement[];
}

/** Everything a gate asks for, in the order in which it is told. Nothing of a later phase is among it. */
const requirements: readonly ((judged: Judged) => Requirement)[] = [
  earlierThrough,
  earlierRuns,
  tasksDone,
  criteriaMet,
  checklistPassed,
  commandsRun,
  evidenceGiven,
  deferralsExplained,
  attemptsTold,
  exceptionsListed,
  statusAllows,
  tagFree,
];

/**
 * The verdict on the gate of one phase of a plan, from what its documents say and from what was run; nothing is run here.
 * @param runs what came of the steps (of this phase and of earlier ones) that a surface has run
 */
export function gateVerdict(project: Project, plan: Plan, phase: Phase, runs: readonly StepRun[] = []): GateVerdict {
  const known = { project, plan, phase, steps: stepsOf(project, plan, phase), runs: new Map(runs.map((run) => [run.key, run])) };
  const judged = requirements.map((judge) => judge(known));
  return { phase, pass: judged.every(({ state }) => state === 'pass' || state === 'none'), requirements: judged };
}
