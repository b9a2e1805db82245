import type { Task } from '../model.ts';
import { keyOf } from '../read/unitName.ts';

/** The numbers of task ids in use, looked up once per list: it may repeat one id ten thousand times. */
export class TaskNumbers {
  private highest: Map<string, number> | undefined;

  constructor(private readonly tasks: readonly Task[]) {}

  /** The id with the next number that nobody has: `T1-004` → `T1-007`; undefined for an id that does not end with a number. */
  nextFree(id: string): string | undefined {
    const parts = split(id);
    if (!parts) return undefined;
    this.highest ??= this.index();
    return parts.prefix + String((this.highest.get(parts.prefix) ?? 0) + 1).padStart(parts.digits.length, '0');
  }

  private index(): Map<string, number> {
    const highest = new Map<string, number>();
    for (const task of this.tasks) {
      const parts = split(task.id ?? '');
      if (parts) highest.set(parts.prefix, Math.max(highest.get(parts.prefix) ?? 0, Number(parts.digits)));
    }
    return highest;
  }
}

/** The id with the next number that no task has: `T1-004` → `T1-005`. */
export function freeId(id: string, tasks: readonly Task[]): string {
  return new TaskNumbers(tasks).nextFree(id) ?? `${id}1`;
}

/**
 * The id for a new task of a phase, made like those of the plan: `T3-004` after `T3-003`, and `T3-001` where only `T2-…` exist; null where
 * the plan's tasks have no ids that can be followed.
 * @param tasks all tasks of the plan
 */
export function newTaskId(tasks: readonly Task[], phase: string): string | null {
  const numbers = new TaskNumbers(tasks);
  const own = tasks.findLast((task) => task.id !== null && task.phase === phase);
  if (own?.id) return numbers.nextFree(own.id) ?? null;
  for (const { id, phase: other } of tasks.toReversed()) {
    if (id === null || !split(id)) continue;
    // `T2-003` of phase 2 names its phase; `TASK-17` goes on counting.
    const [, letters, named, rest] = /^([A-Za-z]{0,6})(\d{1,4}[A-Za-z]?)([.-]\d{1,9})$/.exec(id) ?? [];
    const follows = named !== undefined && other !== null && keyOf(named) === keyOf(other);
    return numbers.nextFree(follows ? `${letters}${phase}${rest}` : id) ?? null;
  }
  return null;
}

function split(id: string): { prefix: string; digits: string } | undefined {
  const digits = /\d{1,9}$/.exec(id.slice(-9))?.[0];
  return digits === undefined ? undefined : { prefix: id.slice(0, id.length - digits.length), digits };
}
