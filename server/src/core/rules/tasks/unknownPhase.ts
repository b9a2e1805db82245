/**
 * # A task belongs to a phase that the plan does not have
 *
 * The task names a phase, but no document defines a phase with that number. The task is in no phase's list, and no gate waits for it.
 *
 * ## Bad
 *
 * ```yaml
 * - id: T9-001
 *   phase: 9        # the plan has phases 0 to 4
 * ```
 *
 * ## Good
 *
 * Name a phase of the plan, or add the phase.
 *
 * ## What it leaves alone
 *
 * Folders in which nothing but the task file names phases.
 */

import type { Phase } from '../../model.ts';
import { phasesByKey } from '../../plan/phases.ts';
import { keyOf } from '../../read/unitName.ts';
import type { Hit, PlanRule } from '../rule.ts';

export const unknownPhase: PlanRule = {
  id: 'tasks/unknown-phase',
  scope: 'plan',
  severity: 'warning',
  summary: 'A task names a phase that no document defines.',
  *check({ plan }): Iterable<Hit> {
    if (plan.phases.length === 0) return;
    const known = phasesByKey(plan);
    let found = 0;
    for (const task of plan.tasks) {
      if (task.phase === null || !task.phaseAt || known.has(keyOf(task.phase))) continue;
      found += 1;
      yield {
        message: `The plan has no phase ${task.phase}. It has ${listed(plan.phases)}.`,
        at: { ...task.phaseAt, path: task.at.path },
        fixes: (found > mostFixed ? [] : nearest(task.phase, plan.phases)).map((id) => ({
          title: `Use phase ${id}`,
          edits: [{ ...(task.phaseAt as { start: number; end: number }), path: task.at.path, text: id }],
        })),
      };
    }
  },
};

const shown = 6;
/** Looking for the phase that was meant takes a walk through all of them; somebody who has mended so many has seen how. */
const mostFixed = 100;

function listed(phases: readonly Phase[]): string {
  const ids = phases.map((phase) => phase.id);
  return ids.length > shown
    ? `phases ${ids[0]} to ${ids.at(-1)}`
    : ids.length === 1
      ? `only phase ${ids[0]}`
      : `phases ${ids.join(', ')}`;
}

/** The phases that were probably meant: the last one of the plan for a number beyond it, those that share a digit. */
function nearest(id: string, phases: readonly Phase[]): readonly string[] {
  const number = Number.parseFloat(id);
  const close = phases.filter(
    (phase) => Math.abs(Number.parseFloat(phase.id) - number) <= 1 || phase.id.includes(id) || id.includes(phase.id),
  );
  return (close.length > 0 ? close : phases.slice(-1)).slice(0, 3).map((phase) => phase.id);
}
