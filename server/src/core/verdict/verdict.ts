import type { Phase, Plan } from '../model.ts';
import type { Project } from '../project.ts';
import { deferralsExplained, earlierThrough, evidenceGiven, exceptionsListed, statusAllows, tagFree } from './record.ts';
import type { Judged, Requirement } from './requirement.ts';
import { checklistPassed, commandsRun, criteriaMet, tasksDone } from './work.ts';

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
  tasksDone,
  criteriaMet,
  checklistPassed,
  commandsRun,
  evidenceGiven,
  deferralsExplained,
  exceptionsListed,
  statusAllows,
  tagFree,
];

/** The verdict on the gate of one phase of a plan, from what its documents say; nothing is run. */
export function gateVerdict(project: Project, plan: Plan, phase: Phase): GateVerdict {
  const judged = requirements.map((judge) => judge({ project, plan, phase }));
  return { phase, pass: judged.every(({ state }) => state === 'pass' || state === 'none'), requirements: judged };
}
