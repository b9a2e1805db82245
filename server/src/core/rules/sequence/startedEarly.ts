/**
 * # A phase was started before the gate of the one before it
 *
 * Phases are worked in order: a phase begins when the gate of the one before it has passed. Here a later phase says that it is under way or
 * done while an earlier one says that it is not finished. Either the earlier status is out of date, or work began on ground that nobody
 * checked.
 *
 * ## Bad
 *
 * ```markdown
 * ## Phase 1: Storage
 * Status: in progress
 * ## Phase 2: Search
 * Status: in progress
 * ```
 *
 * ## Good
 *
 * Finish phase 1 (or say that it is deferred) before phase 2 starts. Where two phases may run side by side, say which phase each one
 * depends on: a phase with a `Depends on:` line waits only for those.
 */

import type { Phase, Plan } from '../../model.ts';
import { isFinished } from '../../plan/current.ts';
import { phasesByKey } from '../../plan/phases.ts';
import { keyOf } from '../../read/unitName.ts';
import { nameOf } from '../../scope.ts';
import type { Hit, PlanRule } from '../rule.ts';

const begun = new Set(['in_progress', 'ready', 'partial', 'done', 'signed_off']);

export const startedEarly: PlanRule = {
  id: 'sequence/started-early',
  scope: 'plan',
  severity: 'warning',
  summary: 'A phase was started before the gate of an earlier phase passed.',
  *check({ plan }): Iterable<Hit> {
    let before: Phase | undefined;
    for (const [index, phase] of plan.phases.entries()) {
      const open = phase.dependsOn.length > 0 ? namedBefore(phase, plan) : before;
      if (phase.statement && !isFinished(phase) && !hasParts(phase, plan.phases[index + 1])) before = phase;
      if (!phase.statement || !open?.statement || !begun.has(phase.status)) continue;
      const claim = through.has(phase.status) ? 'This phase claims to be through' : 'This phase is under way';
      yield {
        message: `${claim}, but ${nameOf(open)} before it is still "${open.statement.text}". Pass that gate first, or mend the status that is out of date.`,
        at: phase.statement.at,
        related: [{ at: open.statement.at, message: `Status of ${nameOf(open)}` }],
      };
    }
  },
};

/** Phase 8 is under way as long as one of 8a, 8b, 8.1 is: it does not come before them. */
function hasParts(phase: Phase, next: Phase | undefined): boolean {
  const own = keyOf(phase.id);
  return next !== undefined && keyOf(next.id).startsWith(own) && /^[.a-z]/.test(keyOf(next.id).slice(own.length));
}

const through = new Set(['ready', 'done', 'signed_off']);

/** Of the phases that this one names, the first that says that it is not finished. */
function namedBefore(phase: Phase, plan: Plan): Phase | undefined {
  const named = phase.dependsOn.flatMap((reference) => phasesByKey(plan).get(keyOf(reference.id)) ?? []);
  return named.find((other) => other !== phase && other.statement !== null && !isFinished(other));
}
