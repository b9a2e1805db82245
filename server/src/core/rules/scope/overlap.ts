/**
 * # Two phases claim the same files
 *
 * Two phases that are not finished name the same files. Whose an edit is cannot be told then, and evidence for the one goes stale through
 * work on the other. The finding stands on the later line and points to the earlier one.
 *
 * ## Bad
 *
 * ```markdown
 * ## Phase 2: Prices
 * ### Scope
 * - `src/billing/**`
 *
 * ## Phase 3: Invoices
 * ### Scope
 * - `src/billing/invoices/**`
 * ```
 *
 * ## Good
 *
 * ```markdown
 * ## Phase 2: Prices
 * ### Scope
 * - `src/billing/prices/**`
 *
 * ## Phase 3: Invoices
 * ### Scope
 * - `src/billing/invoices/**`
 * ```
 *
 * An exclude in one of the two phases does it as well.
 *
 * ## What it leaves alone
 *
 * Finished phases, the lines of one phase among each other, files that every phase may change, lines that name nearly everything (they have
 * a finding of their own), and a single file that one phase names by its path and another by its folder: that is a decision.
 */
import { type Claim, claimsOf, namesOneFile, saysNothing, sharedFiles } from '../../plan/claims.ts';
import { isFinished } from '../../plan/current.ts';
import { someOf } from '../../plan/someOf.ts';
import { nameOf } from '../../scope.ts';
import type { Hit, PlanRule } from '../rule.ts';

export const overlap: PlanRule = {
  id: 'scope/overlap',
  scope: 'plan',
  severity: 'hint',
  summary: 'Two unfinished phases claim the same files.',
  *check({ plan, files, settings }): Iterable<Hit> {
    if (!files) return;
    const earlier: Claim[] = [];
    for (const phase of plan.phases) {
      if (isFinished(phase)) continue;
      const claims = claimsOf(phase, plan, files, settings).filter(
        (claim) => claim.files.length > 0 && !saysNothing(claim, files),
      );
      for (const claim of claims) {
        const others = earlier.filter(
          (other) => sharedFiles(other, claim).length > 0 && namesOneFile(other) === namesOneFile(claim),
        );
        const [first] = others;
        if (!first) continue;
        const both = sharedFiles(first, claim);
        const also = new Set(others.map((other) => other.phase)).size - 1;
        const more = also > 0 ? ` ${also} more ${also === 1 ? 'phase claims' : 'phases claim'} some of them, too.` : '';
        yield {
          message: `\`${claim.glob}\` claims ${someOf(both)}, and so does ${nameOf(first.phase)} by \`${first.glob}\`.${more} Leave each file to one phase, or exclude it in the other.`,
          at: claim.entry.at,
          severity: [phase, first.phase].some(({ id }) => id === plan.current?.phase) ? 'information' : 'hint',
          related: others.slice(0, 3).map((other) => ({ at: other.entry.at, message: `Scope of ${nameOf(other.phase)}` })),
        };
      }
      earlier.push(...claims);
    }
  },
};
