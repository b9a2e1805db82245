import type { Phase, Plan, Stage, Task } from '../model.ts';
import type { Project } from '../project.ts';
import { isSameList } from '../share.ts';
import { addsSame } from './vocabulary.ts';

/** How far two projects agree in what an editor shows at the names of a plan. */
export interface Agreement {
  /** The same phases, stages and tasks are there, and they are called by the same words. */
  readonly names: boolean;
  /** The same is said of them: titles and statuses. */
  readonly said: boolean;
}

/** Compares two projects of which one mostly follows from the other: what did not change in them is the same object. */
export function agreementOf(before: Project, now: Project): Agreement {
  const [old, plans] = [before.worded, now.worded];
  const pairs = plans.map((plan, index) => [old[index], plan] as const);
  const isSamePlan = (same: <T extends Meant>(a: T, b: T) => boolean) =>
    old.length === plans.length && pairs.every(([a, b]) => a !== undefined && (a === b || samePlan(a, b, same)));
  const names = isSamePlan(sameName) && [...now.changedSources(before)].every((path) => addsSame(before, now, path));
  return { names, said: names && isSamePlan(sameSaid) };
}

type Meant = Phase | Stage | Task;

function sameName(a: Meant, b: Meant): boolean {
  return a.id === b.id;
}

function sameSaid(a: Meant, b: Meant): boolean {
  const isSame = a.title === b.title && a.status === b.status;
  return isSame && ('derived' in a ? a.derived : '') === ('derived' in b ? b.derived : '');
}

type Same = <T extends Meant>(a: T, b: T) => boolean;

function samePlan(a: Plan, b: Plan, same: Same): boolean {
  return (
    (a.documents === b.documents || isSameList(a.documents, b.documents)) &&
    sameAll(a.tasks, b.tasks, same) &&
    sameAll(a.stages, b.stages, (one, other) => sameStage(one, other, same)) &&
    sameAll(
      a.phases,
      b.phases,
      (one, other) =>
        same(one, other) &&
        sameAll(one.tasks, other.tasks, same) &&
        sameAll(one.stages, other.stages, (c, d) => sameStage(c, d, same)),
    )
  );
}

function sameStage(a: Stage, b: Stage, same: Same): boolean {
  return same(a, b) && sameAll(a.tasks, b.tasks, same);
}

function sameAll<T>(a: readonly T[], b: readonly T[], same: (one: T, other: T) => boolean): boolean {
  return a === b || (a.length === b.length && a.every((one, index) => one === b[index] || same(one, b[index] as T)));
}
