/**
 * # It waits for something that the plan does not have
 *
 * A phase or task says that it depends on a phase or task with an id that nothing in the plan has. Either the id is a slip of the pen, or
 * what it waits for was renumbered or removed.
 *
 * ## Bad
 *
 * ```markdown
 * ## Phase 3: Search
 * **Depends on:** Phase 12
 * ```
 *
 * ## Good
 *
 * Name a phase of the plan, or take the dependency out.
 *
 * ## What it leaves alone
 *
 * Prose without a number ("an approved budget"), phases before the first one of the plan, and ids of tasks where no document lists tasks with ids of that kind.
 */
import { compareIds } from '../../plan/order.ts';
import { phasesByKey } from '../../plan/phases.ts';
import { keyOf } from '../../read/unitName.ts';
import { nameOf } from '../../scope.ts';
import type { Hit, PlanRule } from '../rule.ts';

export const unknownReference: PlanRule = {
  id: 'sequence/unknown-reference',
  scope: 'plan',
  severity: 'warning',
  summary: 'A phase or task depends on one that the plan does not have.',
  *check({ plan, documents }): Iterable<Hit> {
    if (plan.phases.length > 1) {
      for (const phase of plan.phases) {
        for (const reference of phase.dependsOn) {
          // Phases before the first one of the plan were done elsewhere, and their documents may be gone.
          if (phasesByKey(plan).has(keyOf(reference.id)) || compareIds(reference.id, plan.phases[0]?.id ?? '') < 0) continue;
          yield {
            message: `${nameOf(phase)} depends on phase ${reference.id}, which the plan does not have.`.replace(/^p/, 'P'),
            at: reference.at,
          };
        }
      }
    }
    const tasks = documents.flatMap((document) => document.tasks);
    const ids = new Set(tasks.flatMap((task) => (task.id === null ? [] : [task.id.toLowerCase()])));
    const kinds = new Set([...ids].map(kindOf));
    for (const task of tasks) {
      for (const reference of task.dependsOn) {
        const id = reference.id.toLowerCase();
        if (ids.has(id) || !/[a-z]/.test(id) || !kinds.has(kindOf(id))) continue;
        yield { message: `${task.id ?? 'This task'} depends on ${reference.id}, which no document lists.`, at: reference.at };
      }
    }
  },
};

/** Ids of one kind differ only in their digits: `T1-004` and `T0-012`. */
function kindOf(id: string): string {
  return id.replace(/\d+/g, '0');
}
