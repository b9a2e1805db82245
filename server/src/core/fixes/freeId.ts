import type { Task } from '../model.ts';

/** The id with the next number that no task has: `T1-004` → `T1-005`. */
export function freeId(id: string, tasks: readonly Task[]): string {
  const digits = /\d{1,9}$/.exec(id)?.[0] ?? '';
  const prefix = id.slice(0, id.length - digits.length);
  const taken = tasks.flatMap(({ id: other }) =>
    other?.startsWith(prefix) && /^\d{1,9}$/.test(other.slice(prefix.length)) ? [Number(other.slice(prefix.length))] : [],
  );
  return prefix + String(taken.reduce((most, one) => Math.max(most, one), Number(digits)) + 1).padStart(digits.length, '0');
}
