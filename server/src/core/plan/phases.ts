import type { Phase, Plan } from '../model.ts';
import { keyOf } from '../read/unitName.ts';

const known = new WeakMap<Plan, ReadonlyMap<string, Phase>>();

/** The phases of a plan by `keyOf` their ids, the first of each; made once per plan. */
export function phasesByKey(plan: Plan): ReadonlyMap<string, Phase> {
  let phases = known.get(plan);
  if (!phases) {
    phases = new Map([...plan.phases].reverse().map((phase) => [keyOf(phase.id), phase]));
    known.set(plan, phases);
  }
  return phases;
}
