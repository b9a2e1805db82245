/**
 * # The scope is prose, so it cannot be checked
 *
 * A scope of words ("migration scripts", "health points") says what a phase is about, but not which files it may change. Nobody can tell
 * from it whether an edit is inside or outside, and neither can Phasewise: it is never guessed.
 *
 * ## Bad
 *
 * ```markdown
 * ### Scope
 * - payment scripts
 * ```
 *
 * ## Good
 *
 * ```markdown
 * ### Scope
 * - `src/payments/**`
 * - `scripts/payments/`
 * ```
 *
 * Where the names of folders or files of the workspace are made of the words of the line, quick fixes write them beside it.
 *
 * ## What it leaves alone
 *
 * A scope in which at least one line is a path or a glob: prose beside it is taken for an explanation. Phases that are finished.
 */
import { isFinished } from '../../plan/current.ts';
import { nameOf } from '../../scope.ts';
import type { Hit, PlanRule } from '../rule.ts';

export const proseOnly: PlanRule = {
  id: 'scope/prose-only',
  scope: 'plan',
  severity: 'information',
  summary: 'The scope of a phase has no path, so it is not checkable.',
  *check({ plan }): Iterable<Hit> {
    for (const phase of plan.phases) {
      const inside = phase.scope.filter((entry) => entry.mode === 'in');
      const [first] = inside;
      if (!first || isFinished(phase) || inside.some((entry) => entry.glob !== null)) continue;
      yield {
        message: `The scope of ${nameOf(phase)} is prose and not checkable. Name the paths it may change, for example \`src/…/**\`.`,
        at: first.at,
        severity: phase.id === plan.current?.phase ? 'information' : 'hint',
      };
    }
  },
};
