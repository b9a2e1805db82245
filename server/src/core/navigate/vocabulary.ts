import type { DocumentFacts, Phase, Plan, Task, Unit } from '../model.ts';
import { oncePer } from '../once.ts';
import { phasesByKey } from '../plan/phases.ts';
import { kindOfId } from '../plan/taskRegister.ts';
import type { Project } from '../project.ts';
import { keyOf, minorWords } from '../read/unitName.ts';
import type { Settings } from '../settings.ts';
import { isSameList } from '../share.ts';
import type { Source } from '../source.ts';
import { wordOf } from './phrases.ts';

/** The words a plan gives its phases, stages and tasks: with them a phrase is known to mean one of its own. */
export interface Vocabulary {
  /** Words before the numbers of phases and stages, and letters of codes: `phase`, `sprint`, `P`. */
  readonly phases: ReadonlySet<string>;
  readonly stages: ReadonlySet<string>;
  readonly byKey: ReadonlyMap<string, Phase>;
  /** Ids of tasks that have a letter in them. */
  readonly tasks: ReadonlySet<string>;
  /** What stands before the number of the phase in ids that carry it: `T`, `P`, `AUTH-`. */
  readonly families: ReadonlySet<string>;
  /** Paths of documents whose names carry the number of a phase. */
  readonly files: readonly string[];
  /** What the names of such documents are like: `phase-#.md`. */
  readonly fileForms: ReadonlySet<string>;
  /** How tags of passed gates are named; `{n}` stands for the number. */
  readonly tag: string;
}

const known = new WeakMap<Plan, Vocabulary>();

/** The vocabulary of a plan, made once per plan when somebody asks. */
export function vocabularyOf(project: Project, plan: Plan): Vocabulary {
  let words = known.get(plan);
  if (!words) {
    words = make(project, plan);
    known.set(plan, words);
  }
  return words;
}

/** What was made of the same documents when somebody asked last: most texts add to it what they added then. */
const last = new WeakMap<Plan['documents'], { readonly parts: readonly Part[]; readonly words: Vocabulary }>();

function make(project: Project, plan: Plan): Vocabulary {
  const before = last.get(plan.documents);
  const parts = plan.documents.map((path, index) => share(before?.parts[index], partOf(project, path)));
  const same = before && isSameList(before.parts, parts) && before.words.tag === project.settings.tag;
  const words = same
    ? { ...before.words, byKey: phasesByKey(plan) }
    : { ...gather(plan, parts), byKey: phasesByKey(plan), tag: project.settings.tag };
  last.set(plan.documents, { parts, words });
  return words;
}

const minor = new RegExp(`^(?:${minorWords}|[MS])$`, 'u');

function gather(plan: Plan, parts: readonly Part[]): Omit<Vocabulary, 'byKey' | 'tag'> {
  const words = { phase: new Set<string>(), stage: new Set<string>() };
  const tasks = new Set<string>();
  const counts = new Map<string, Count>();
  const files = plan.documents.filter((path) => numberOfFile(path) !== undefined);
  for (const own of parts) {
    for (const word of own.phases) words.phase.add(word);
    for (const word of own.stages) words.stage.add(word);
    for (const id of own.tasks) tasks.add(id);
    for (const [family, { same, other }] of own.counts) {
      const count = counts.get(family) ?? { same: 0, other: 0 };
      counts.set(family, { same: count.same + same, other: count.other + other });
    }
  }
  // Who counts milestones and never phases means something else by "Phase 2".
  if (![...words.phase].every((word) => minor.test(word)) || words.phase.size === 0) words.phase.add('phase');
  return {
    phases: words.phase,
    stages: words.stage,
    tasks,
    // What begins the ids that carry the number of their phase, as nearly all of the same form do.
    families: new Set([...counts].flatMap(([family, { same, other }]) => (same > other * 4 ? [family] : []))),
    files,
    fileForms: new Set(files.map(fileForm)),
  };
}

/** How many ids of a form carry the number of their phase, and how many another one. */
interface Count {
  readonly same: number;
  readonly other: number;
}

/** What one document adds to the vocabulary. */
interface Part {
  readonly phases: readonly string[];
  readonly stages: readonly string[];
  readonly tasks: readonly string[];
  readonly counts: ReadonlyMap<string, Count>;
}

const nothing: Part = { phases: [], stages: [], tasks: [], counts: new Map() };

/** What each text adds, with the words for statuses that it was read with. */
const parts = new WeakMap<Source, { readonly statuses: Settings['statuses']; readonly part: Part }>();

/** Most documents of a plan are the same as when somebody asked before. */
function partOf(project: Project, path: string): Part {
  const source = project.sources.get(path);
  const { statuses } = project.settings;
  const known = source && parts.get(source);
  if (known?.statuses === statuses) return known.part;
  const facts = project.facts(path);
  if (!source || !facts) return nothing;
  const part = toPart(facts, source.text);
  parts.set(source, { statuses, part });
  return part;
}

function toPart(facts: DocumentFacts, text: string): Part {
  const wordsOf = (units: readonly Unit[]) => [
    ...new Set(units.flatMap(({ nameAt: { start, end } }) => wordOf(text.slice(start, Math.min(end, start + 200))) ?? [])),
  ];
  return {
    phases: wordsOf(facts.phases),
    stages: wordsOf(facts.stages),
    tasks: facts.tasks.flatMap(({ id }) => (id !== null && /[a-z]/i.test(id) ? [id] : [])),
    counts: countFamilies(facts.tasks),
  };
}

function share(before: Part | undefined, after: Part): Part {
  return before && isSamePart(before, after) ? before : after;
}

function isSamePart(a: Part, b: Part): boolean {
  const isSameCount = ([family, { same, other }]: readonly [string, Count]) =>
    a.counts.get(family)?.same === same && a.counts.get(family)?.other === other;
  return (
    a === b ||
    (isSameList(a.phases, b.phases) &&
      isSameList(a.stages, b.stages) &&
      isSameList(a.tasks, b.tasks) &&
      a.counts.size === b.counts.size &&
      [...b.counts].every(isSameCount))
  );
}

/** Whether a document adds the same words and ids to the vocabulary of its plan in two projects. */
export function addsSame(before: Project, now: Project, path: string): boolean {
  return isSamePart(partOf(before, path), partOf(now, path));
}

function countFamilies(tasks: readonly Task[]): ReadonlyMap<string, Count> {
  const counts = new Map<string, { same: number; other: number }>();
  for (const { id, phase } of tasks) {
    const named = id === null || phase === null ? undefined : numberOfTask(id);
    if (!named || phase === null) continue;
    const count = counts.get(named.family) ?? { same: 0, other: 0 };
    counts.set(named.family, count);
    if (keyOf(named.number) === keyOf(phase)) count.same += 1;
    else count.other += 1;
  }
  return counts;
}

/** The number of a phase in the name of a file: `2` in `docs/phases/phase-02-seats.md`. */
export function numberOfFile(path: string): string | undefined {
  return /^(?:.{0,60}[^a-z\d])?phase[-_ ]?(\d{1,3}[a-z]?(?:\.\d{1,2}(?=\D))?)(?![a-z\d])/i.exec(
    path.split('/').at(-1) ?? '',
  )?.[1];
}

/** The name of a file without its numbers: `phase-#.md`. */
export function fileForm(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\d+/g, '#');
}

/** An id of a task that may carry the number of its phase, and where that stands. */
export function numberOfTask(id: string): { readonly family: string; readonly number: string; readonly at: number } | undefined {
  const match = /^((?:[A-Za-z]{1,12}[-_]?)?)(\d{1,3}[A-Za-z]?)(?=[-._]\w)/.exec(id);
  return match?.[2] ? { family: match[1] ?? '', number: match[2], at: match[1]?.length ?? 0 } : undefined;
}

/** Whether an id is one of a task of the plan, or made like those. */
export function isTaskId(words: Vocabulary, id: string): boolean {
  if (words.tasks.has(id)) return true;
  const family = numberOfTask(id)?.family;
  return family !== undefined && family !== '' && words.families.has(family) && kindsOf(words.tasks).has(kindOfId(id));
}

const kindsOf = oncePer((tasks: ReadonlySet<string>): ReadonlySet<string> => new Set([...tasks].map(kindOfId)));
