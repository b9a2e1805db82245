/**
 * # A scope line names only files of a phase that is signed off
 *
 * Everything that this line names belongs to phases that somebody signed off. Work on it is work on what was approved: the gate and the
 * evidence of those phases would have to be looked at again. Often the path was copied from the earlier phase.
 *
 * ## What to do
 *
 * - Name the files that this phase adds, or
 * - open the earlier phase again, so that its gate is passed once more, or
 * - if the change is meant and agreed on, hide the finding with a reason.
 *
 * ## What it leaves alone
 *
 * Lines that name at least one file that no signed-off phase claims, finished phases, and phases that are done without a sign-off or tag.
 */
import type { Phase } from '../../model.ts';
import { allOf } from '../../plan/allOf.ts';
import { claimsOf, isCovered, saysNothing } from '../../plan/claims.ts';
import { isFinished } from '../../plan/current.ts';
import { capital, nameOf } from '../../scope.ts';
import type { Hit, PlanRule } from '../rule.ts';

export const lockedFiles: PlanRule = {
  id: 'scope/locked-files',
  scope: 'plan',
  severity: 'hint',
  summary: 'All files that a scope line names belong to phases that are signed off.',
  *check({ plan, files, settings }): Iterable<Hit> {
    if (!files) return;
    // A line that names everything is no claim on anything.
    const claimed = (phase: Phase) => claimsOf(phase, plan, files, settings).filter((claim) => !saysNothing(claim, files));
    const locked = plan.phases.filter(isLocked).flatMap(claimed);
    for (const phase of locked.length === 0 ? [] : plan.phases) {
      if (isFinished(phase)) continue;
      for (const claim of claimed(phase)) {
        const [first] = claim.files;
        const owner = first === undefined ? undefined : locked.find((one) => one.files.includes(first));
        if (first === undefined || !owner || !isCovered(claim, locked, files)) continue;
        const many = claim.files.length;
        const what = many === 1 ? `${first} belongs` : `${capital(allOf(many, `files of \`${claim.glob}\``))} belong`;
        yield {
          message: `${what} to ${nameOf(owner.phase)}, which is signed off: changing ${many === 1 ? 'it' : 'them'} opens its gate again. Name what is new in ${nameOf(phase)}, or agree on the change and say so.`,
          at: claim.entry.at,
          severity: phase.id === plan.current?.phase ? 'information' : 'hint',
          related: [{ at: owner.entry.at, message: `Scope of ${nameOf(owner.phase)}` }],
        };
      }
    }
  },
};

function isLocked(phase: Phase): boolean {
  return isFinished(phase) && (phase.derived === 'signed_off' || phase.tag !== null);
}
