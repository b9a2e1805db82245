import type { DocumentFacts, Form, Phase, Place, Stage, StatusStatement, Task, Unit } from '../model.ts';
import { keyOf } from '../read/unitName.ts';
import { namesPart, similarTitles } from '../read/units.ts';
import { deriveStatus } from './current.ts';
import type { Group } from './group.ts';
import { sortById } from './order.ts';

/** A label in the phase's own document weighs most, then a progress table, the heading, a checkbox, a board column. */
const statusOrder: readonly Form[] = ['label', 'yaml', 'front-matter', 'row', 'heading', 'diagram', 'item', 'board', 'file-name'];
/** The place that defines a unit best. */
const formOrder: readonly Form[] = ['heading', 'label', 'file-name', 'item', 'front-matter', 'yaml', 'row', 'board', 'diagram'];
/** tasks.yaml is the register; a table, a checkbox and a board card repeat what it says. */
const taskOrder: readonly Form[] = ['yaml', 'row', 'item', 'board'];

/** The phases of a group of documents, each once, in their natural order. */
export function mergePhases(group: Group, facts: FactIndex): readonly Phase[] {
  const all = unitsOf(group, 'phase');
  const defined = all.filter(({ document }) => document.kind !== 'tasks');
  const units = defined.length > 0 ? [...defined, ...upcoming(group, defined, all)] : all;
  const seen = new Set<string>();
  const phases = groupUnits(units).map((members) => {
    const key = keyOf(members[0]?.unit.id ?? '');
    const second = seen.has(key);
    seen.add(key);
    return toPhase(members, second, facts);
  });
  return sortById(phases);
}

/**
 * Phases that only tasks name and whose documents are still to be written: where each phase has a document of its own and none lists
 * them all, tasks may be planned for the next number, and the one after it. A gap is no phase to come.
 */
function upcoming(group: Group, defined: readonly Placed[], all: readonly Placed[]): readonly Placed[] {
  if (group.some((document) => document.kind !== 'tasks' && document.phases.length > 1)) return [];
  const named = all.filter(({ document }) => document.kind === 'tasks');
  const found: Placed[] = [];
  const byKey = groupBy(named, ({ unit }) => keyOf(unit.id));
  const last = defined.reduce((most, { unit }) => Math.max(most, Number(keyOf(unit.id))), Number.NEGATIVE_INFINITY);
  for (let next = last + 1; Number.isSafeInteger(next); next += 1) {
    const same = byKey.get(String(next));
    if (!same) break;
    for (const one of same) found.push(one);
  }
  return found;
}

/** Tasks with one id are one task; the register's statement of it is kept. Tasks without an id stay as they are. */
export function mergeTasks(tasks: readonly Task[]): readonly Task[] {
  const best = new Map<string, Task>();
  for (const task of tasks) {
    if (task.id === null) continue;
    const key = taskKey(task);
    const known = best.get(key);
    if (!known || taskOrder.indexOf(task.form) < taskOrder.indexOf(known.form))
      best.set(key, known ? { ...task, phase: task.phase ?? known.phase } : task);
    else if (known.phase === null && task.phase !== null) best.set(key, { ...known, phase: task.phase });
  }
  const seen = new Set<string>();
  return tasks.flatMap((task) => {
    if (task.id === null) return [task];
    const key = taskKey(task);
    if (seen.has(key)) return [];
    seen.add(key);
    return [best.get(key) ?? task];
  });
}

/** `1.1` in phase 2 and `1.1` in phase 3 are two tasks; `T0-001` is one wherever it stands. */
export function taskKey(task: Task): string {
  const id = (task.id ?? '').toLowerCase();
  return /[a-z]/.test(id) ? id : `${task.phase ?? ''}/${task.stage ?? ''}/${id}@${task.at.path}`;
}

/** The facts of a group by the phase they name; `null` holds those that name none. */
export interface FactIndex {
  /** The phases of documents that define several, by key. */
  readonly units: ReadonlyMap<string, readonly Unit[]>;
  readonly stages: PhaseMap<Unit>;
  readonly scope: PhaseMap<DocumentFacts['scope'][number]>;
  readonly gates: PhaseMap<DocumentFacts['gates'][number]>;
  readonly tasks: PhaseMap<Task>;
  readonly checklist: PhaseMap<DocumentFacts['checklist'][number]>;
  readonly evidence: PhaseMap<DocumentFacts['evidence'][number]>;
  readonly signoffs: PhaseMap<DocumentFacts['signoffs'][number]>;
  readonly deferred: PhaseMap<DocumentFacts['deferred'][number]>;
}

type PhaseMap<T> = ReadonlyMap<string | null, readonly T[]>;

/** Indexes a group once, so that merging stays linear in the number of facts. */
export function indexFacts(group: Group): FactIndex {
  const by = <T extends { readonly phase: string | null }>(facts: readonly T[]): PhaseMap<T> =>
    groupBy(facts, (fact) => (fact.phase === null ? null : keyOf(fact.phase)));
  const all = <T>(of: (document: DocumentFacts) => readonly T[]) => group.flatMap(of);
  return {
    units: groupBy(
      all((document) => (document.phases.length > 1 ? document.phases : [])),
      (unit) => keyOf(unit.id),
    ),
    stages: by(all((document) => document.stages)),
    scope: by(all((document) => document.scope)),
    gates: by(all((document) => document.gates)),
    tasks: by(mergeTasks(all((document) => document.tasks))),
    checklist: by(all((document) => document.checklist)),
    evidence: by(all((document) => document.evidence)),
    signoffs: by(all((document) => document.signoffs)),
    deferred: by(all((document) => document.deferred)),
  };
}

function groupBy<K, T>(list: readonly T[], key: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const map = new Map<K, T[]>();
  for (const one of list) {
    const known = map.get(key(one));
    if (known) known.push(one);
    else map.set(key(one), [one]);
  }
  return map;
}

interface Placed {
  readonly unit: Unit;
  readonly document: DocumentFacts;
}

function unitsOf(group: Group, kind: 'phase' | 'stage'): readonly Placed[] {
  return group.flatMap((document) => (kind === 'phase' ? document.phases : document.stages).map((unit) => ({ unit, document })));
}

/** Units of one number are one phase, unless one document gives the number to two of them with different titles. */
function groupUnits(units: readonly Placed[]): readonly (readonly Placed[])[] {
  const byKey = new Map<string, Placed[][]>();
  for (const placed of units) {
    const key = keyOf(placed.unit.id);
    const same = byKey.get(key) ?? [];
    byKey.set(key, same);
    // Units come document by document, so a group that ends with another document has none of this one yet.
    const free = same.filter((group) => group.at(-1)?.document !== placed.document);
    const group = free.find((one) => similarTitles(one[0]?.unit.title ?? null, placed.unit.title)) ?? free[0];
    if (group) group.push(placed);
    else same.push([placed]);
  }
  return [...byKey.values()].flat();
}

/** @param second another phase of this number stands before it */
function toPhase(members: readonly Placed[], second: boolean, facts: FactIndex): Phase {
  const units = [...members].sort((a, b) => definition(a) - definition(b)).map((member) => member.unit);
  const anchor = units[0] as Unit;
  const key = keyOf(anchor.id);
  const twins = twinsOf(members, facts);
  // What names only the number belongs to the first phase that has it; a second one keeps what stands in its own section.
  const mine = <T extends { readonly at: Place }>(map: PhaseMap<T>) =>
    (map.get(key) ?? []).filter((fact) => (second ? inside(fact.at, units) : !inside(fact.at, twins.get(fact.at.path) ?? [])));
  const statements = units
    .flatMap((unit) => [...(unit.status ? [unit.status] : []), ...unit.otherStatuses])
    .sort((a, b) => statusOrder.indexOf(a.form) - statusOrder.indexOf(b.form));
  const stages = mergeStages(mine(facts.stages), facts, key);
  const staged = new Set(stages.map((stage) => keyOf(stage.id)));
  const loose = <T extends { readonly stage: string | null }>(list: readonly T[]) =>
    list.filter((fact) => fact.stage === null || !staged.has(keyOf(fact.stage)));
  const own = mine(facts.tasks);
  const signoffs = mine(facts.signoffs);
  const statement = statements[0] ?? null;
  const derived =
    statement?.status ?? deriveStatus([...loose(own).map((task) => task.status), ...stages.map((stage) => stage.status)]);
  return {
    id: anchor.id,
    title: units.find((unit) => unit.title !== null)?.title ?? null,
    status: statement?.status ?? 'unknown',
    derived,
    statement,
    statements,
    source: anchor.at,
    mentions: units.flatMap((unit) => [...(unit === anchor ? [] : [unit.at]), ...unit.mentions]),
    dependsOn: units.flatMap((unit) => unit.dependsOn),
    estimate: units.find((unit) => unit.estimate !== null)?.estimate ?? null,
    stages,
    scope: mine(facts.scope),
    gates: loose(mine(facts.gates)),
    tasks: loose(own),
    checklist: loose(mine(facts.checklist)),
    evidence: loose(mine(facts.evidence)),
    signoffs,
    deferred: mine(facts.deferred),
  };
}

/** A document about one phase defines it better than a plan that lists it, and worse where it holds only a part ("Phase 1 Gate: …"). */
function definition({ unit, document }: Placed): number {
  const part = unit.title !== null && namesPart(unit.title) ? formOrder.length * 2 : 0;
  return part + formOrder.indexOf(unit.form) * 2 + (document.phases.length === 1 ? 0 : 1);
}

function inside(at: Place, units: readonly Unit[]): boolean {
  return units.some((unit) => unit.at.path === at.path && at.start >= unit.extent.start && at.start < unit.extent.end);
}

/** The other phases with the same number, by the document that defines them: what stands in their sections is theirs. */
function twinsOf(members: readonly Placed[], facts: FactIndex): ReadonlyMap<string, readonly Unit[]> {
  const key = keyOf(members[0]?.unit.id ?? '');
  const own = new Set(members.map((member) => member.unit));
  return groupBy(
    (facts.units.get(key) ?? []).filter((unit) => !own.has(unit)),
    (unit) => unit.at.path,
  );
}

/** The stages among some units, with what belongs to each. */
export function mergeStages(units: readonly Unit[], facts: FactIndex, phase: string | null): readonly Stage[] {
  const byKey = new Map<string, Unit[]>();
  for (const unit of units) {
    const known = byKey.get(keyOf(unit.id));
    if (known) known.push(unit);
    else byKey.set(keyOf(unit.id), [unit]);
  }
  if (byKey.size === 0) return [];
  const staged = <T extends { readonly stage: string | null }>(map: PhaseMap<T>) =>
    groupBy(map.get(phase) ?? [], (fact) => (fact.stage === null ? null : keyOf(fact.stage)));
  const of = {
    gates: staged(facts.gates),
    tasks: staged(facts.tasks),
    checklist: staged(facts.checklist),
    evidence: staged(facts.evidence),
  };
  const stages = [...byKey].map(([key, same]) => {
    const anchor = same[0] as Unit;
    const statement: StatusStatement | null =
      same.flatMap((unit) => [...(unit.status ? [unit.status] : []), ...unit.otherStatuses])[0] ?? null;
    const tasks = of.tasks.get(key) ?? [];
    return {
      id: anchor.id,
      title: same.find((unit) => unit.title !== null)?.title ?? null,
      status: statement?.status ?? deriveStatus(tasks.map((task) => task.status)),
      statement,
      source: anchor.at,
      mentions: same.flatMap((unit) => [...(unit === anchor ? [] : [unit.at]), ...unit.mentions]),
      gates: of.gates.get(key) ?? [],
      tasks,
      checklist: of.checklist.get(key) ?? [],
      evidence: of.evidence.get(key) ?? [],
    };
  });
  return sortById(stages);
}
