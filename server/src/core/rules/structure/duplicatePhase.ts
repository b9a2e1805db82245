/**
 * # Two phases have the same number
 *
 * The document gives one number to two phases with different titles. Everything that names the number (a task, a tag, a board, a
 * dependency) may mean either of them.
 *
 * ## Bad
 *
 * ```markdown
 * ## Phase 3: Billing
 * ## Phase 3: Reporting
 * ```
 *
 * ## Good
 *
 * Give each phase a number of its own (`3A` and `3B` are fine).
 *
 * ## What it leaves alone
 *
 * The same phase named again with a similar title, or with words that say which part of it follows ("Phase 3: Results").
 */
import type { Unit } from '../../model.ts';
import { keyOf } from '../../read/unitName.ts';
import type { Hit, PlanRule } from '../rule.ts';

export const duplicatePhase: PlanRule = {
  id: 'structure/duplicate-phase',
  scope: 'plan',
  severity: 'warning',
  summary: 'One number is given to two phases with different titles.',
  *check({ documents }): Iterable<Hit> {
    for (const document of documents) {
      const first = new Map<string, Unit>();
      for (const phase of document.phases) {
        const known = first.get(keyOf(phase.id));
        if (!known) first.set(keyOf(phase.id), phase);
        else {
          yield {
            message: `Phase ${phase.id} is already called "${known.title}". Give this one a number of its own.`,
            at: { path: phase.at.path, start: phase.nameAt.start, end: phase.nameAt.end },
            related: [{ at: known.at, message: `The first phase ${phase.id}` }],
          };
        }
      }
    }
  },
};
