import type { Status } from '../model.ts';

/**
 * How far a status is along the way from nothing to signed off. Ready for sign-off and done stand side by side: some plans ask for the
 * one, some for the other.
 */
const along: Readonly<Record<Status, number | null>> = {
  planned: 0,
  in_progress: 1,
  partial: 1,
  blocked: 1,
  ready: 2,
  done: 2,
  signed_off: 3,
  // Put off or taken out: nothing was reached.
  deferred: 0,
  removed: 0,
  unknown: null,
};

/**
 * Whether a status may follow another in a plan that knows sign-off. Nothing is ready, done or signed off that was never begun, and
 * nothing is signed off before it was ready or done; what is signed off is locked. Steps back are free until then.
 */
export function mayFollow(from: Status, to: Status): boolean {
  const [was, is] = [along[from], along[to]];
  if (from === to || was === null || is === null) return true;
  if (from === 'signed_off') return false;
  return is - was <= 1;
}

/** The statuses that may follow, the next ones on the way first; empty for what is signed off. */
export function nextOf(from: Status): readonly Status[] {
  const all = ['in_progress', 'ready', 'done', 'signed_off', 'blocked', 'partial', 'planned', 'deferred', 'removed'] as const;
  return all.filter((to) => to !== from && mayFollow(from, to));
}
