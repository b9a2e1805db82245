import type { Phase, Plan } from '../model.ts';
import { isFinished } from './current.ts';

/** Why a plan has no current phase. */
export interface NoCurrent {
  /** `pinned`: a phase is pinned that the plan does not have; `finished`: nothing is left to do; `signed-off`: and everything is signed. */
  readonly why: 'pinned' | 'finished' | 'signed-off';
  /** One sentence without its full stop: "phase 9 is pinned in phasewise.yaml, and this plan has no phase 9". */
  readonly reason: string;
  /** What would make a phase current, as one sentence. */
  readonly next: string;
}

/**
 * Why no phase of a plan is the current one.
 * @param pinned what `phasewise.yaml` pins
 * @returns null where one is, and for a plan without phases
 */
export function noCurrent({ phases, current }: Pick<Plan, 'phases' | 'current'>, pinned: string | null): NoCurrent | null {
  if (current || phases.length === 0) return null;
  if (pinned !== null && !phases.every(isFinished))
    return {
      why: 'pinned',
      reason: `phase ${pinned} is pinned in phasewise.yaml, and this plan has no phase ${pinned}`,
      next: 'Pin another phase, or none: then the current phase follows from the statuses.',
    };
  const unsigned = phases.filter(({ derived }) => derived === 'done');
  if (unsigned.length === 0)
    return { why: 'signed-off', reason: summary(phases), next: 'Add a phase when more is to be done, or create the next plan.' };
  return {
    why: 'finished',
    reason: summary(phases),
    next: `Sign off ${unsigned.length === 1 ? `phase ${unsigned[0]?.id}` : `the ${unsigned.length} phases that are only done`}, or add a phase.`,
  };
}

/** "every phase is finished: 3 signed off, 1 deferred" */
function summary(phases: readonly Phase[]): string {
  const names = { signed_off: 'signed off', done: 'done', deferred: 'deferred', removed: 'removed' } as const;
  const counts = Object.entries(names).flatMap(([status, name]) => {
    const count = phases.filter(({ derived }) => derived === status).length;
    return count === 0 ? [] : [`${count} ${name}`];
  });
  return `every phase is finished: ${counts.join(', ')}`;
}
