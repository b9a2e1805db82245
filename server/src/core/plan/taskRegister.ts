import type { DocumentFacts, Form, Task } from '../model.ts';
import { keyOf } from '../read/unitName.ts';
import { isSame } from '../share.ts';

/** tasks.yaml is the register; a table, a checkbox and a board card repeat what it says. */
const taskOrder: readonly Form[] = ['yaml', 'row', 'item', 'board'];

/** A task as one document has it; `index` counts the tasks of the document. */
export interface TaskEntry {
  readonly path: string;
  readonly index: number;
  readonly task: Task;
}

/** All places that name one task, in the order of the documents of the plan. */
export interface SameTask {
  readonly key: string;
  readonly entries: readonly TaskEntry[];
  /** What the register says, with the phase that any of the places names. */
  readonly merged: Task;
  /** The key of its phase, or null. */
  readonly home: string | null;
}

/** Tasks that say what they said and only stand elsewhere now. */
export interface Moved {
  /** By what the register said of them before. */
  readonly tasks: Map<Task, SameTask>;
  /** Keys of their phases. */
  readonly homes: Set<string | null>;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What a document says differently of one key: which of its tasks went, which came. */
interface Edit {
  readonly dropped: Set<number>;
  readonly put: TaskEntry[];
}

/** Of an id that a document repeats more often, all places are looked at together. */
const mostMoved = 8;

/** Begins the keys of ids without a letter. */
const unlettered = '\0';

/** `1.1` in phase 2 and `1.1` in phase 3 are two tasks; `T0-001` is one wherever it stands. */
export function taskKey(task: Task): string {
  const id = (task.id ?? '').toLowerCase();
  return /[a-z]/.test(id) ? id : `${unlettered}${task.phase ?? ''}/${task.stage ?? ''}/${id}@${task.at.path}`;
}

/** Whether two tasks differ in nothing but their places. */
export function isMoved(a: Task, b: Task): boolean {
  return (
    a.id === b.id &&
    a.title === b.title &&
    a.status === b.status &&
    a.statusText === b.statusText &&
    a.phase === b.phase &&
    a.stage === b.stage &&
    a.form === b.form &&
    (a.markAt === null) === (b.markAt === null) &&
    (a.statusAt === null) === (b.statusAt === null) &&
    (a.phaseAt === null) === (b.phaseAt === null) &&
    isSame(a.artifacts, b.artifacts) &&
    isSame(a.evidence, b.evidence) &&
    a.dependsOn.length === b.dependsOn.length &&
    a.dependsOn.every((reference, index) => reference.id === b.dependsOn[index]?.id)
  );
}

/** Ids of one kind differ only in their digits: `T1-004` and `T0-012`. */
export function kindOfId(id: string): string {
  return id.replace(/\d+/g, '0');
}

/**
 * The tasks of a plan that have an id, each once: tasks with one id are one task, and the register's statement of it is kept. A document
 * is put in, replaced or taken out at the cost of what is different in it.
 */
export class TaskRegister {
  /** Every task by its key. */
  readonly tasks = new Map<string, SameTask>();
  /** The tasks of a phase, by its key. */
  readonly homes = new Map<string | null, Set<SameTask>>();
  /** How many ids with letters there are of each kind. */
  readonly kinds = new Map<string, number>();
  /** Tasks that changed, came or went (those have no entries any more) since somebody emptied the set. */
  readonly changed = new Set<SameTask>();
  /** Another number whenever an id came or went. */
  ids = 0;
  /** How many tasks there are, those without an id included, and how many of them are done. */
  total = 0;
  done = 0;
  private readonly keys = new Map<string, string>();
  private readonly lettered = new Map<string, string>();

  /**
   * Puts what a document says now in the place of what it said before.
   * @param orderOf the index of a document in the plan
   * @param moved takes what tasks that only stand elsewhere now were, and what they are
   * @returns keys of the phases whose tasks are different now
   */
  replace(
    before: DocumentFacts | undefined,
    after: DocumentFacts | undefined,
    orderOf: (path: string) => number,
    moved?: Moved,
  ): ReadonlySet<string | null> {
    const path = (after ?? before)?.path ?? '';
    const edits = new Map<string, Edit>();
    const editOf = (key: string): Edit => {
      const edit = edits.get(key) ?? { dropped: new Set(), put: [] };
      edits.set(key, edit);
      return edit;
    };
    const count = Math.max(before?.tasks.length ?? 0, after?.tasks.length ?? 0);
    for (let index = 0; index < count; index += 1) {
      const old = before?.tasks[index];
      const task = after?.tasks[index];
      if (old === task || (moved && old && task && this.move(old, task, index, moved))) continue;
      if (old?.id === null) this.tally(old, -1);
      if (task?.id === null) this.tally(task, 1);
      const oldKey = old && old.id !== null ? taskKey(old) : undefined;
      const key = task && task.id !== null ? taskKey(task) : undefined;
      if (oldKey !== undefined) editOf(oldKey).dropped.add(index);
      if (task && key !== undefined) editOf(key).put.push({ path, index, task });
    }
    const homes = new Set<string | null>();
    // Key by key and not entry by entry: a document may repeat one id fifty thousand times.
    const touched = [...edits].map(([key, edit]) => this.edit(key, path, edit));
    for (const same of touched) this.settle(same, orderOf, homes);
    return homes;
  }

  /** @returns false where more than places is different */
  private move(old: Task, task: Task, index: number, { tasks, homes }: Moved): boolean {
    if (old.id === null || !isMoved(old, task)) return false;
    const same = this.tasks.get(this.taskKey(task)) as Mutable<SameTask> | undefined;
    if (!same || same.entries.length > mostMoved) return false;
    const entry = same.entries.find((one) => one.task === old) as Mutable<TaskEntry> | undefined;
    if (entry?.index !== index) return false;
    tasks.set(same.merged, same);
    entry.task = task;
    same.merged = same.entries.length === 1 ? task : merge(same.entries);
    // Where several places name a task, they may contradict each other there.
    if (same.entries.length > 1) this.changed.add(same);
    homes.add(same.home);
    return true;
  }

  /** The key of an id with letters is the same wherever it stands; an id is asked for it with every edit before it. */
  private taskKey(task: Task): string {
    const known = this.lettered.get(task.id ?? '');
    if (known !== undefined) return known;
    const key = taskKey(task);
    if (!key.startsWith(unlettered)) this.lettered.set(task.id ?? '', key);
    return key;
  }

  private edit(key: string, path: string, { dropped, put }: Edit): Mutable<SameTask> {
    let same = this.tasks.get(key) as Mutable<SameTask> | undefined;
    if (!same) {
      same = { key, entries: [], merged: put[0]?.task as Task, home: null };
      this.tasks.set(key, same);
      this.count(key, 1);
    }
    const kept = dropped.size === 0 ? same.entries : same.entries.filter((one) => one.path !== path || !dropped.has(one.index));
    same.entries = kept.length === 0 ? put : [...kept, ...put];
    return same;
  }

  private settle(same: Mutable<SameTask>, orderOf: (path: string) => number, homes: Set<string | null>): void {
    this.changed.add(same);
    const old = this.homes.get(same.home);
    if (old?.has(same)) {
      homes.add(same.home);
      this.tally(same.merged, -1);
    }
    if (same.entries.length === 0) {
      this.tasks.delete(same.key);
      this.count(same.key, -1);
      old?.delete(same);
      return;
    }
    if (same.entries.length > 1)
      same.entries = [...same.entries].sort((a, b) => orderOf(a.path) - orderOf(b.path) || a.index - b.index);
    same.merged = merge(same.entries);
    this.tally(same.merged, 1);
    const home = same.merged.phase === null ? null : this.keyOf(same.merged.phase);
    if (home !== same.home) old?.delete(same);
    same.home = home;
    const own = this.homes.get(home);
    if (own) own.add(same);
    else this.homes.set(home, new Set([same]));
    homes.add(home);
  }

  private tally({ status }: Task, change: 1 | -1): void {
    this.total += change;
    if (status === 'done' || status === 'signed_off') this.done += change;
  }

  private count(key: string, change: number): void {
    this.ids += 1;
    if (key.startsWith(unlettered)) return;
    const kind = kindOfId(key);
    this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + change);
  }

  private keyOf(phase: string): string {
    let key = this.keys.get(phase);
    if (key === undefined) {
      key = keyOf(phase);
      this.keys.set(phase, key);
    }
    return key;
  }
}

function merge(entries: readonly TaskEntry[]): Task {
  let best: Task | undefined;
  for (const { task } of entries) {
    if (!best) best = task;
    else if (taskOrder.indexOf(task.form) < taskOrder.indexOf(best.form))
      best = task.phase === null && best.phase !== null ? { ...task, phase: best.phase } : task;
    else if (best.phase === null && task.phase !== null) best = { ...best, phase: task.phase };
  }
  return best as Task;
}
