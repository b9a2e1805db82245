import type { DocumentFacts, Place, Task } from '../model.ts';
import type { GroupFold } from '../plan/groupFold.ts';
import { isMoved, kindOfId, type SameTask } from '../plan/taskRegister.ts';
import { isSameList } from '../share.ts';
import type { Bench } from './bench.ts';
import { newPiece, type Piece } from './board.ts';
import { taskView } from './slices.ts';

/** The tasks of a document that wait for something. */
interface Waiting {
  readonly tasks: readonly Task[];
  readonly piece: Piece;
}

/** Checks the tasks of one plan: places that name one task, what tasks wait for, and whether they wait in a circle. */
export class TaskCheck {
  private readonly named = new Map<SameTask, Piece>();
  private readonly waiting = new Map<string, Waiting>();
  private readonly circles = newPiece();
  private ids = -1;
  private register: GroupFold['register'] | undefined;

  constructor(
    private readonly fold: GroupFold,
    private readonly bench: Bench,
  ) {}

  update(changed: readonly DocumentFacts[], gone: readonly string[]): void {
    const { register } = this.fold;
    const known = register === this.register;
    if (!known) {
      this.forgetNames();
      this.ids = -1;
    }
    this.register = register;
    for (const same of known ? register.changed : register.tasks.values()) this.checkNames(same);
    register.changed.clear();
    let different = false;
    for (const path of gone) different = this.drop(path) || different;
    for (const document of changed) different = this.take(document) || different;
    if (different) this.checkCircles();
    if (this.ids === register.ids) return;
    // Ids came or went: what is waited for may exist now, or no longer.
    this.ids = register.ids;
    for (const [path, waiting] of this.waiting) this.checkReferences(path, waiting);
  }

  dispose(): void {
    this.forgetNames();
    for (const path of [...this.waiting.keys()]) this.drop(path);
    this.bench.clear(this.circles);
  }

  private forgetNames(): void {
    for (const piece of this.named.values()) this.bench.clear(piece);
    this.named.clear();
  }

  private checkNames(same: SameTask): void {
    const known = this.named.get(same);
    const { entries } = same;
    const status = entries[0]?.task.status;
    if (entries.every(({ task }) => task.status === status)) {
      // Places that say the same cannot contradict each other.
      if (known) this.bench.clear(known);
      this.named.delete(same);
      return;
    }
    const piece = known ?? newPiece();
    const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.index - b.index));
    const view = taskView(
      this.fold.plan,
      sorted.map(({ path, task }) => [path, [task]] as const),
    );
    this.bench.over('task', view, piece);
    if (piece.findings.length > 0) this.named.set(same, piece);
    else this.named.delete(same);
  }

  /** @returns whether tasks wait for something else now */
  private take(document: DocumentFacts): boolean {
    const tasks = document.tasks.filter((task) => task.dependsOn.length > 0);
    const known = this.waiting.get(document.path);
    if (tasks.length === 0) return this.drop(document.path);
    if (known && isSameList(known.tasks, tasks)) return false;
    const waiting = { tasks, piece: known?.piece ?? newPiece() };
    this.waiting.set(document.path, waiting);
    if (known && this.follow(known.tasks, waiting)) return false;
    this.checkReferences(document.path, waiting);
    return true;
  }

  /** Tasks that only stand elsewhere: what was found in them stands elsewhere, too. @returns false where more is different */
  private follow(before: readonly Task[], { tasks, piece }: Waiting): boolean {
    if (before.length !== tasks.length || !tasks.every((task, index) => isMoved(before[index] as Task, task))) return false;
    if (piece.findings.length + this.circles.findings.length === 0) return true;
    const now = new Map<number, Place>();
    for (const [index, task] of tasks.entries()) {
      const old = before[index];
      if (old === task) continue;
      for (const [place, { at }] of task.dependsOn.entries()) now.set(old?.dependsOn[place]?.at.start ?? -1, at);
    }
    const path = tasks[0]?.at.path;
    const to = (at: Place) => (at.path === path ? now.get(at.start) : undefined);
    this.bench.move(piece, to);
    this.bench.move(this.circles, to);
    return true;
  }

  private drop(path: string): boolean {
    const known = this.waiting.get(path);
    if (!known) return false;
    this.bench.clear(known.piece);
    return this.waiting.delete(path);
  }

  /** The rule sees the tasks that wait, and of all others just enough to know which ids, and ids of which kind, there are. */
  private checkReferences(path: string, { tasks, piece }: Waiting): void {
    const { register, plan } = this.fold;
    const witnesses = new Map<string, Task>();
    const bear = (id: string) => {
      if (!witnesses.has(id)) witnesses.set(id, witness(id, path));
    };
    for (const { dependsOn } of tasks) {
      for (const reference of dependsOn) {
        const id = reference.id.toLowerCase();
        if (register.tasks.has(id)) bear(id);
        else if ((register.kinds.get(kindOfId(id)) ?? 0) > 0) bear(kindOfId(id));
      }
    }
    const view = taskView(plan, [[path, [...tasks, ...witnesses.values()]]]);
    this.bench.over('references', view, piece);
  }

  private checkCircles(): void {
    const all = [...this.waiting].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, { tasks }]) => [path, tasks] as const);
    this.bench.over('dependencies', taskView(this.fold.plan, all), this.circles);
  }
}

function witness(id: string, path: string): Task {
  return {
    id,
    title: '',
    status: 'unknown',
    statusText: null,
    statusAt: null,
    at: { path, start: 0, end: 0 },
    phase: null,
    phaseAt: null,
    stage: null,
    dependsOn: [],
    artifacts: [],
    evidence: [],
    form: 'item',
    markAt: null,
  };
}
