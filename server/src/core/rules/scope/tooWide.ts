/**
 * # A scope line names everything
 *
 * A line such as `**`, or one folder that holds more than nine tenths of the files, lets the phase change nearly everything: the guard has
 * nothing to say then, and the plan does not tell whose a file is.
 *
 * ## Bad
 *
 * ```markdown
 * ### Scope
 * - `**`
 * ```
 *
 * ## Good
 *
 * ```markdown
 * ### Scope
 * - `src/payments/**`
 * - `test/payments/**`
 * ```
 *
 * ## What it leaves alone
 *
 * Folders with fewer than 20 files, unless the pattern is `*` or `**`; lines of which excludes take away enough; finished phases.
 */
import { claimsOf, saysNothing } from '../../plan/claims.ts';
import { isFinished } from '../../plan/current.ts';
import { nameOf } from '../../scope.ts';
import type { Hit, PlanRule } from '../rule.ts';

export const tooWide: PlanRule = {
  id: 'scope/too-wide',
  scope: 'plan',
  severity: 'hint',
  summary: 'A pattern of a scope names nearly every file, so it says nothing.',
  *check({ plan, files, settings }): Iterable<Hit> {
    if (!files) return;
    for (const phase of plan.phases) {
      if (isFinished(phase)) continue;
      for (const claim of claimsOf(phase, plan, files, settings)) {
        if (!saysNothing(claim, files)) continue;
        yield {
          message: `\`${claim.glob}\` names ${claim.files.length} of the ${files.paths.length} files here, so it keeps nothing out of ${nameOf(phase)}. Name the folders that the phase is about.`,
          at: claim.entry.at,
          severity: phase.id === plan.current?.phase ? 'information' : 'hint',
        };
      }
    }
  },
};
