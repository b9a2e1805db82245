/**
 * # Ticked, and nobody says who saw it
 *
 * A manual test, or a condition that only a person can judge, is ticked, but there is no record behind the tick: no result with a day and
 * a name, no evidence, no sign-off. A tick is quickly made, also by a tool that has seen nothing.
 *
 * ## Bad
 *
 * ```markdown
 * ## Manual checklist
 * - [x] Bake one loaf
 *   - Expected: the crust sounds hollow
 *   - Result: pass (2026-03-01, Ada)
 * - [x] Bake twenty loaves
 *   - Expected: 20 loaves weigh 800 g each
 * ```
 *
 * ## Good
 *
 * ```markdown
 * - [x] Bake twenty loaves
 *   - Expected: 20 loaves weigh 800 g each
 *   - Result: pass (2026-03-02, Ada): the lightest weighed 801 g
 * ```
 *
 * ## What it leaves alone
 *
 * Plans that tick boxes and record nothing: it speaks only where results are recorded otherwise, from the first phase on that does so, or
 * where a place for the result stands empty beside the box. Conditions that name a command, which anybody can run again. Items that
 * evidence speaks of; phases and stages with evidence as a whole, and gates with a recorded result; phases that are signed off.
 */
import { ticksWithoutRecord } from '../../proof/ticks.ts';
import type { Hit, PlanRule } from '../rule.ts';

export const tickWithoutRecord: PlanRule = {
  id: 'evidence/tick-without-record',
  scope: 'plan',
  severity: 'warning',
  summary: 'A manual test or condition is ticked, and nothing records who saw it pass.',
  *check({ plan, standing }): Iterable<Hit> {
    for (const { kind, at } of plan.phases.flatMap((phase) => ticksWithoutRecord(phase, standing.kept)))
      yield {
        message: `This ${kind === 'test' ? 'manual test' : 'condition'} is ticked, but nothing records who saw it ${kind === 'test' ? 'pass' : 'hold'}. Record its result, or take the tick back.`,
        at,
        severity: severities[standing.life],
      };
  },
};

const severities = { ahead: 'hint', now: 'information', claimed: 'warning' } as const;
