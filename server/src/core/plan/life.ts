import type { Phase, Plan, Stage, Status } from '../model.ts';

/** How far a unit of work is: nobody is asked for a perfect gate or for proof of a phase that has not begun. */
export type Life = 'ahead' | 'now' | 'claimed';

const claimed = new Set<Status>(['ready', 'done', 'signed_off']);

/** @param ahead it comes after the current phase */
export function lifeOf(unit: Phase | Stage, ahead: boolean): Life {
  if (unit.statement && claimed.has(unit.status)) return 'claimed';
  if (unit.statement && unit.status === 'planned') return 'ahead';
  if (unit.statement && unit.status !== 'unknown') return 'now';
  return ahead ? 'ahead' : 'now';
}

/** The lives of a plan's phases, in their order. */
export function livesOf({ phases, current }: Plan): readonly Life[] {
  const now = current ? phases.findIndex((phase) => phase.id === current.phase) : -1;
  return phases.map((phase, index) => lifeOf(phase, now >= 0 && index > now));
}
