import type { DocumentFacts, Phase, Plan, Task } from '../model.ts';
import { keyOf } from '../read/unitName.ts';
import type { Settings } from '../settings.ts';
import { isSameList, shareRecord } from '../share.ts';
import { currentPhase } from './current.ts';
import { indexOf, type Part } from './documentIndex.ts';
import type { Group } from './group.ts';
import { mergePhases, type PhaseFacts, type Placed } from './merge.ts';
import { mergeStages } from './mergeStages.ts';
import { sortById } from './order.ts';
import type { PhaseTags } from './phaseTags.ts';
import { type Moved, TaskRegister } from './taskRegister.ts';
import { upcomingKeys } from './upcoming.ts';

type LooseParts = Pick<Plan, 'gates' | 'checklist' | 'tasks' | 'stages' | 'evidence' | 'deferred'>;

/**
 * Folds the documents of one group into a plan and remembers how: when documents are replaced, only the phases that they speak of are
 * merged again, and everything else in the new plan is the same object as in the old one.
 */
export class GroupFold {
  register = new TaskRegister();
  plan!: Plan;
  private documents: DocumentFacts[] = [];
  private at = new Map<string, number>();
  /** Paths of the documents that say something about a phase, by its key; `null` for what names none. */
  private speakers = new Map<string | null, Set<string>>();
  private phases = new Map<string, readonly Phase[]>();
  /** The keys of the plan's phases in their natural order, and those that only tasks name. */
  private keys: readonly string[] = [];
  /** Where the phases of a key begin among those of the plan. */
  private starts = new Map<string, number>();
  private isDefined = false;
  private upcoming: ReadonlySet<string> = new Set();

  constructor(
    group: Group,
    private settings: Settings,
    private tags: PhaseTags,
  ) {
    this.regroup(group, settings, tags);
  }

  /** Folds these documents, in this order. */
  regroup(group: Group, settings: Settings, tags: PhaseTags): void {
    this.settings = settings;
    this.tags = tags;
    this.documents = [...group];
    this.at = new Map(group.map((document, index) => [document.path, index]));
    this.speakers = new Map();
    this.register = new TaskRegister();
    for (const document of group) {
      this.register.replace(undefined, document, this.orderOf);
      for (const key of indexOf(document).keys()) this.speak(key, document.path);
    }
    const old = this.phases;
    this.phases = new Map();
    this.arrange(old);
    const paths = this.documents.map((document) => document.path);
    this.finish(this.allPhases(), this.looseParts(this.plan), paths);
  }

  /** Puts documents in the place of those with the same paths; their phases have the same numbers and titles as before. */
  replace(documents: readonly DocumentFacts[], settings: Settings): void {
    this.settings = settings;
    const touched = new Set<string | null>();
    const moved: Moved = { tasks: new Map(), homes: new Set() };
    for (const document of documents) {
      const index = this.orderOf(document.path);
      const before = this.documents[index];
      this.documents[index] = document;
      for (const key of this.register.replace(before, document, this.orderOf, moved)) touched.add(key);
      const old = before && indexOf(before);
      const now = indexOf(document, before);
      if (old === now) continue;
      for (const [key, part] of old ?? []) {
        const other = now.get(key);
        if (!other || !this.isSamePart(key, part, other, document)) touched.add(key);
        if (!other) this.speakers.get(key)?.delete(document.path);
      }
      for (const key of now.keys()) {
        if (old?.has(key)) continue;
        touched.add(key);
        this.speak(key, document.path);
      }
    }
    let loose = false;
    let phases: Phase[] | undefined = [...this.plan.phases];
    for (const key of moved.homes) {
      const old = key === null ? undefined : this.phases.get(key);
      if (key === null || !old) touched.add(key);
      if (key === null || !old || touched.has(key)) continue;
      const now = old.map((phase) => withMoved(phase, moved));
      this.phases.set(key, now);
      const start = this.starts.get(key) ?? 0;
      for (const [index, phase] of now.entries()) phases[start + index] = phase;
    }
    for (const key of touched) {
      const old = key === null ? undefined : this.phases.get(key);
      if (key === null || !old) loose = true;
      else {
        const now = this.merge(key, old);
        this.phases.set(key, now);
        const start = this.starts.get(key) ?? 0;
        if (now.length !== old.length) phases = undefined;
        for (const [index, phase] of now.entries()) if (phases) phases[start + index] = phase;
      }
    }
    this.finish(phases ?? this.allPhases(), loose ? this.looseParts(this.plan) : this.plan, this.plan.documents);
  }

  /** Whether nothing that a document says of a phase is different, but for tasks with an id: the register knows of those. */
  private isSamePart(key: string | null, a: Part, b: Part, { kind }: DocumentFacts): boolean {
    // The phases that a task list only names define none where others do.
    const counts = kind !== 'tasks' || !this.isDefined || (key !== null && this.upcoming.has(key));
    return (Object.keys(a) as (keyof Part)[]).every((list) =>
      list === 'tasks'
        ? a.tasks.length === b.tasks.length && a.tasks.every(({ task, index }, at) => isEntry(b.tasks[at], task, index))
        : list === 'units' && !counts
          ? a.units.length === b.units.length
          : isSameList(a[list], b[list]),
    );
  }

  /** A document of the plan by its path. */
  document(path: string): DocumentFacts | undefined {
    return this.documents[this.orderOf(path)];
  }

  /** The documents of the plan in the order of their paths. */
  inOrder(): readonly DocumentFacts[] {
    return [...this.documents].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  private readonly orderOf = (path: string): number => this.at.get(path) ?? -1;

  private speak(key: string | null, path: string): void {
    const known = this.speakers.get(key);
    if (known) known.add(path);
    else this.speakers.set(key, new Set([path]));
  }

  /** Decides which phases there are, and merges each. Tasks alone define phases only where nothing else does. */
  private arrange(old: ReadonlyMap<string, readonly Phase[]>): void {
    const keysOf = (documents: Group) =>
      new Set(documents.flatMap((document) => document.phases.map((phase) => keyOf(phase.id))));
    const defined = keysOf(this.documents.filter((document) => document.kind !== 'tasks'));
    this.isDefined = defined.size > 0;
    this.upcoming = this.isDefined ? upcomingKeys(this.documents, defined) : new Set();
    const keys = this.isDefined ? [...defined, ...this.upcoming] : [...keysOf(this.documents)];
    for (const key of keys) this.phases.set(key, this.merge(key, old.get(key)));
    this.keys = sortById(keys.map((key) => ({ key, id: this.phases.get(key)?.[0]?.id ?? key }))).map(({ key }) => key);
  }

  private merge(key: string, old: readonly Phase[] | undefined): readonly Phase[] {
    const placed: Placed[] = [];
    const parts: { part: Part; order: number }[] = [];
    for (const order of this.speakersOf(key)) {
      const document = this.documents[order] as DocumentFacts;
      const part = indexOf(document).get(key) as Part;
      parts.push({ part, order });
      const counts = this.isDefined ? (document.kind === 'tasks') === this.upcoming.has(key) : true;
      if (counts) for (const unit of part.units) placed.push({ unit, document });
    }
    const facts = factsOf(parts, this.tasksAt([key], parts));
    const merged = mergePhases(placed, facts, (path) => this.document(path), this.tags.get(key) ?? null);
    return merged.map((phase, index) => {
      const before = old?.[index];
      const stages = phase.stages.map((stage, at) => shareRecord(before?.stages[at], stage));
      return shareRecord(before, { ...phase, stages });
    });
  }

  private speakersOf(key: string | null): readonly number[] {
    const paths = this.speakers.get(key);
    return paths ? [...paths].map(this.orderOf).sort((a, b) => a - b) : [];
  }

  /** The tasks of some phases in the order in which the documents name them first. */
  private tasksAt(keys: readonly (string | null)[], parts: readonly { part: Part; order: number }[]): readonly Task[] {
    const found: { task: Task; order: number; index: number }[] = [];
    for (const key of keys) {
      for (const { entries, merged } of this.register.homes.get(key) ?? [])
        found.push({ task: merged, order: this.orderOf(entries[0]?.path ?? ''), index: entries[0]?.index ?? 0 });
    }
    for (const { part, order } of parts) for (const { task, index } of part.tasks) found.push({ task, order, index });
    return found.sort((a, b) => a.order - b.order || a.index - b.index).map(({ task }) => task);
  }

  private allPhases(): readonly Phase[] {
    const phases: Phase[] = [];
    this.starts = new Map();
    for (const key of this.keys) {
      this.starts.set(key, phases.length);
      phases.push(...(this.phases.get(key) ?? []));
    }
    return phases;
  }

  private finish(phases: readonly Phase[], rest: LooseParts, documents: readonly string[]): void {
    const before: Plan | undefined = this.plan;
    const main = this.documents[0] as DocumentFacts;
    const current = currentPhase(phases, this.settings.phase);
    this.plan = shareRecord(before, {
      title: main.title ?? main.path,
      documents,
      phases,
      current: before?.current && current ? shareRecord(before.current, current) : current,
      gates: rest.gates,
      checklist: rest.checklist,
      tasks: rest.tasks,
      stages: rest.stages,
      evidence: rest.evidence,
      deferred: rest.deferred,
    });
  }

  /** What names no phase, or one that is not in the plan. */
  private looseParts(before: Plan | undefined): LooseParts {
    const isLoose = (key: string | null) => key === null || !this.phases.has(key);
    const keys = [...this.speakers.keys()].filter(isLoose);
    const orders = [...new Set(keys.flatMap((key) => this.speakersOf(key)))].sort((a, b) => a - b);
    const parts = orders.flatMap((order) =>
      [...indexOf(this.documents[order] as DocumentFacts)].flatMap(([key, part]) => (isLoose(key) ? [{ key, part, order }] : [])),
    );
    const facts = factsOf(parts, this.tasksAt([...this.register.homes.keys()].filter(isLoose), parts));
    const ofNone = parts.filter(({ key }) => key === null);
    const none = factsOf(ofNone, this.tasksAt([null], ofNone));
    const stages = mergeStages(facts.stages, none).map((stage, at) => shareRecord(before?.stages[at], stage));
    const staged = new Set(stages.map((stage) => keyOf(stage.id)));
    const unstaged = <T extends { readonly stage: string | null }>(list: readonly T[]) =>
      staged.size === 0 ? list : list.filter((fact) => fact.stage === null || !staged.has(keyOf(fact.stage)));
    return {
      gates: unstaged(facts.gates),
      checklist: unstaged(facts.checklist),
      tasks: unstaged(facts.tasks),
      stages,
      evidence: unstaged(facts.evidence),
      deferred: facts.deferred,
    };
  }
}

function isEntry(one: Part['tasks'][number] | undefined, task: Task, index: number): boolean {
  return one?.task === task && one.index === index;
}

/** A phase in which some tasks only stand elsewhere. */
function withMoved(phase: Phase, { tasks }: Moved): Phase {
  const move = (list: readonly Task[]) => list.map((task) => tasks.get(task)?.merged ?? task);
  const stages = phase.stages.map((stage) => (stage.tasks.length > 0 ? { ...stage, tasks: move(stage.tasks) } : stage));
  return { ...phase, stages: isSameList(stages, phase.stages) ? phase.stages : stages, tasks: move(phase.tasks) };
}

function factsOf(parts: readonly { readonly part: Part }[], tasks: readonly Task[]): PhaseFacts {
  const [only] = parts;
  if (only && parts.length === 1) return { ...only.part, tasks };
  const all = <K extends Exclude<keyof PhaseFacts, 'tasks'>>(key: K): PhaseFacts[K] => {
    const list: unknown[] = [];
    for (const { part } of parts) for (const one of part[key]) list.push(one);
    return list as unknown as PhaseFacts[K];
  };
  return {
    stages: all('stages'),
    scope: all('scope'),
    gates: all('gates'),
    tasks,
    checklist: all('checklist'),
    evidence: all('evidence'),
    signoffs: all('signoffs'),
    attempts: all('attempts'),
    deferred: all('deferred'),
  };
}
