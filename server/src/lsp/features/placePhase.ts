import { type Phase, type Plan, phaseOf, planOf } from '../../core/index.ts';
import type { Folder } from '../folder.ts';
import type { PhaseParams } from '../protocol.ts';
import type { Session } from '../session.ts';

/** A phase in its plan. */
export interface PlacedPhase {
  readonly plan: Plan;
  readonly phase: Phase;
}

/** Finds the phase that a client speaks of: in the plan of the document it names, else in the first plan that has it. */
export function placePhase(
  session: Session,
  { project }: Folder,
  { phase: id, document }: Pick<PhaseParams, 'phase' | 'document'>,
): PlacedPhase | { readonly refused: string } {
  const path = document === undefined ? undefined : session.place(document)?.path;
  const named = path === undefined ? undefined : planOf(project.plans, path);
  const plan = named && phaseOf(named, id) ? named : project.plans.find((one) => phaseOf(one, id));
  const phase = plan && phaseOf(plan, id);
  return plan && phase ? { plan, phase } : { refused: `There is no phase ${id} in the plan any more.` };
}

export function isPlaced(found: PlacedPhase | { readonly refused: string }): found is PlacedPhase {
  return 'plan' in found;
}
