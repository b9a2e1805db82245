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

/** Tells of each phase of a plan, by its index, whether it comes after the current one. */
export function afterCurrent({ phases, current }: Plan): (index: number) => boolean {
  const now = current ? phases.findIndex((phase) => phase.id === current.phase) : -1;
  return (index) => now >= 0 && index > now;
}
