/**
 * # The excludes leave nothing of a scope
 *
 * A file that a scope excludes is outside, even if another line includes it. Here the excludes of a phase take away every file that its
 * paths name: whoever works on the phase is outside of it with every edit.
 *
 * ## Bad
 *
 * ```markdown
 * ### Scope
 * - `src/billing/**`
 *
 * ### Out of scope
 * - `src/`
 * ```
 *
 * ## Good
 *
 * ```markdown
 * ### Scope
 * - `src/billing/**`
 *
 * ### Out of scope
 * - `src/billing/legacy/`
 * ```
 *
 * ## What it leaves alone
 *
 * Finished phases, and phases whose paths name no file yet.
 */
import { allOf } from '../../plan/allOf.ts';
import { globsOf } from '../../plan/claims.ts';
import { isFinished } from '../../plan/current.ts';
import { nameOf } from '../../scope.ts';
import type { Hit, PlanRule } from '../rule.ts';

export const hidden: PlanRule = {
  id: 'scope/hidden',
  scope: 'plan',
  severity: 'warning',
  summary: 'The excludes of a phase hide every file that its scope names.',
  *check({ plan, files }): Iterable<Hit> {
    if (!files) return;
    for (const phase of plan.phases) {
      if (isFinished(phase) || globsOf(phase, 'out').length === 0) continue;
      const named = new Set(globsOf(phase, 'in').flatMap((glob) => files.matching(glob)));
      if (named.size === 0) continue;
      const left = new Set(named);
      for (const entry of phase.scope) {
        if (entry.mode !== 'out' || entry.glob === null) continue;
        for (const path of files.matching(entry.glob)) left.delete(path);
        if (left.size > 0) continue;
        const all = named.size === 1 ? 'the only file' : allOf(named.size, 'files');
        yield {
          message: `With \`${entry.glob}\` excluded, ${nameOf(phase)} is left without a file: it hides ${all} that its scope names. Exclude less, or name other paths.`,
          at: entry.at,
          severity: phase.id === plan.current?.phase ? 'warning' : 'information',
        };
        break;
      }
    }
  },
};
