import type { DocumentFacts, Place, Plan, Reference, Span, Task, Unit } from '../model.ts';
import type { Project } from '../project.ts';
import { keyOf } from '../read/unitName.ts';
import { settingsPath } from '../settings.ts';
import type { Source } from '../source.ts';
import { diagramNames } from './diagramNames.ts';
import { bareIds, idWithin, keyOfPhrase, mannersOf, type Phrase, scanOf } from './phrases.ts';
import { stageOwners } from './stages.ts';
import { tableNames } from './tableNames.ts';
import { tagNames } from './tagNames.ts';
import { taskTokens } from './taskTokens.ts';
import { fileForm, numberOfTask, type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** One place that names a phase, a stage or a task of a plan: exactly the characters of its id. */
export interface Name extends Place {
  readonly kind: 'phase' | 'stage' | 'task';
  /** What is named: equal for all names of one thing. */
  readonly key: string;
  /** The id as units and tasks carry it. */
  readonly id: string;
  /**
   * `definition`: a heading, row, item or key that says what it is. `reference`: a value that points to it (`phase: 2`, "Depends on").
   * `mention`: words in a text. `file`: in the name of a file. `tag`: in the name of a
   * Git tag. `carried`: the number of a phase in the id of a task.
   */
  readonly role: 'definition' | 'reference' | 'mention' | 'file' | 'tag' | 'carried';
}

/** Names by the text they stand in, with the plan and what was read of the text when they were found. */
const remembered = new WeakMap<Source, { readonly plan: Plan; readonly facts: unknown; readonly names: readonly Name[] }>();

/**
 * The names in one document of a plan, in the order of the text; none overlaps another, but that a `carried` number stands inside the id
 * of its task. Worked out when somebody asks, once per text and plan.
 */
export function namesIn(project: Project, plan: Plan, path: string): readonly Name[] {
  const source = project.sources.get(path);
  if (!source) return [];
  const facts = project.facts(path);
  const known = remembered.get(source);
  if (known?.plan === plan && known.facts === facts) return known.names;
  const names = readNames(source, facts, vocabularyOf(project, plan), plan);
  remembered.set(source, { plan, facts, names });
  return names;
}

/** The documents in which a plan is named: its own, and the configuration, which speaks of the first plan of the folder. */
export function documentsOf(project: Project, plan: Plan): readonly string[] {
  return project.plans[0] === plan && project.sources.has(settingsPath) ? [...plan.documents, settingsPath] : plan.documents;
}

/** All names of a plan, document by document. */
export function namesOf(project: Project, plan: Plan): readonly Name[] {
  return documentsOf(project, plan).flatMap((path) => namesIn(project, plan, path));
}

function readNames(source: Source, facts: DocumentFacts | undefined, words: Vocabulary, plan: Plan): readonly Name[] {
  const { path, text } = source;
  const { phrases, regions } = scanOf(source);
  const mannerAt = mannersOf(regions);
  const ids = new Set(facts?.tasks.map((one) => one.id));
  const ownerOf = stageOwners(plan, facts);
  const found: Name[] = [];
  const put = (kind: Name['kind'], key: string, id: string, role: Name['role'], { start, end }: Span) =>
    found.push({ kind, key, id, role, path, start, end });
  const phase = (id: string, role: Name['role'], at: Span) => put('phase', keyOf(id), id, role, at);
  const stage = (id: string, role: Name['role'], at: Span, owner = ownerOf(id, at.start)) =>
    put('stage', `${owner ?? ''}/${keyOf(id)}`, id, role, at);
  const task = (id: string, role: Name['role'], at: Span, of?: Task) => {
    put('task', taskKeyOf(id, path, of), id, role, at);
    const named = numberOfTask(id);
    if (named && words.families.has(named.family) && at.end - at.start === id.length)
      phase(named.number, 'carried', { start: at.start + named.at, end: at.start + named.at + named.number.length });
  };
  const unit = (one: Unit) => {
    const name =
      one.kind === 'phase'
        ? phase
        : (id: string, role: Name['role'], at: Span) => stage(id, role, at, one.phase === null ? undefined : keyOf(one.phase));
    const own = one.form === 'file-name' ? undefined : idWithin(text, one.nameAt, one.id);
    // Phases that only tasks imply are pointed to, not defined.
    if (own) name(one.id, isImplied(one, facts) ? 'reference' : 'definition', own);
    for (const mention of one.mentions) {
      const at = idWithin(text, mention, one.id);
      if (at) name(one.id, 'definition', at);
    }
    for (const { id, at } of one.dependsOn) {
      const own = idWithin(text, at, id) ?? at;
      if (one.kind === 'stage' && words.stages.size > 0) stage(id, 'reference', own);
      else phase(id, 'reference', own);
    }
  };
  for (const one of [...(facts?.phases ?? []), ...(facts?.stages ?? [])]) unit(one);
  for (const one of facts?.tasks ?? []) {
    const own = one.id === null ? undefined : idOfTask(one, text);
    if (own && one.id !== null) task(one.id, 'definition', own, one);
    const of = one.phaseAt && one.phase !== null ? idWithin(text, one.phaseAt, one.phase) : undefined;
    if (of && one.phase !== null && !(own && own.start <= of.start && of.end <= own.end)) phase(one.phase, 'reference', of);
    for (const reference of one.dependsOn) pointer(reference, one);
  }
  function pointer({ id, at }: Reference, of: Task): void {
    const own = text.slice(at.start, at.end) === id ? at : idWithin(text, at, id);
    if (!own) return;
    const isTask = /[a-z]/i.test(id) ? words.tasks.has(id) || !words.byKey.has(keyOf(id)) : ids.has(id);
    if (isTask) task(id, 'reference', own, of);
    else phase(id, 'reference', own);
  }
  for (const { id, at } of taskTokens(text, regions, words)) task(id, 'mention', at);
  for (const { kind, id, at } of tableNames(text, regions.tables, words)) (kind === 'phase' ? phase : stage)(id, 'reference', at);
  for (const { key, value, listed } of regions.values) {
    if (!phaseKeys.test(key) || (key === 'phases' && !listed && !/[,–-]/.test(value.text))) continue;
    if (value.style === 'plain' || value.style === 'quoted')
      for (const { id, ...at } of bareIds(text.slice(value.span.start, value.span.end), value.span.start))
        phase(id, 'reference', at);
  }
  for (const { id, at } of tagNames(text, words.tag)) if (mannerAt(at.start)) phase(id, 'tag', at);
  for (const { id, at } of diagramNames(text, regions, phrases)) phase(id, 'mention', at);
  for (const phrase of phrases) {
    const role = roleOf(phrase, words);
    if (!role) continue;
    if (phrase.kind === 'phase') put('phase', keyOfPhrase(phrase), phrase.id, role, phrase);
    else stage(phrase.id, role, phrase);
  }
  return settle(found);
}

const phaseKeys =
  /^(?:(?:current|target|next|active|from|to)_)?phases?(?:_(?:id|number|no|key|ref))?$|^(?:deferred|moved|postponed)_(?:to|from)$/;

/** What a phrase is in this plan; undefined where it means none of its units, or is part of something that keeps its name. */
function roleOf({ kind, word, manner, compact, file, id }: Phrase, words: Vocabulary): Name['role'] | undefined {
  const own = word === 'phasen' ? 'phase' : word;
  if (!(kind === 'phase' ? words.phases : words.stages).has(own)) return undefined;
  if (file !== null) return kind === 'phase' && words.fileForms.has(fileForm(file)) ? 'file' : undefined;
  // A code is a name where such a unit is there; elsewhere it may be a priority. So are numbers that are words or letters.
  if (
    (/^[PMS]$/.test(word) || !/\d/.test(id)) &&
    kind === 'phase' &&
    !words.byKey.has(keyOf(/^[MS]$/.test(word) ? word + id : id))
  )
    return undefined;
  if (manner === 'code' && compact) return undefined;
  return 'mention';
}

function isImplied({ form, extent, nameAt }: Unit, facts: DocumentFacts | undefined): boolean {
  return form === 'yaml' && extent === nameAt && facts !== undefined;
}

/** Ids without a letter are only known in their document and phase. */
function taskKeyOf(id: string, path: string, of: Task | undefined): string {
  return /[a-z]/i.test(id) ? id : `${path}/${of?.phase ?? ''}/${id}`;
}

function idOfTask({ id, idAt, at }: Task, text: string): Span | undefined {
  const within = idAt ?? at;
  const start = id === null ? -1 : text.slice(within.start, within.end).indexOf(id);
  if (start < 0 || id === null) return undefined;
  const end = within.start + start + id.length;
  // `05-01-PLAN.md` is the name of a file, which keeps it.
  return /^[\w-]{0,60}\.\w/.test(text.slice(end, end + 64)) ? undefined : { start: within.start + start, end };
}

/** Says of each place what weighs most: a definition, then a reference, then a mention. A name inside another one is none. */
function settle(found: Name[]): readonly Name[] {
  const rank = (name: Name) => ['definition', 'reference', 'file', 'tag', 'mention', 'carried'].indexOf(name.role);
  found.sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
  const kept: Name[] = [];
  for (const name of found) {
    const before = kept.at(-1);
    if (before && name.start < before.end) {
      if (name.role !== 'carried' || before.kind !== 'task') continue;
    }
    const last = kept.at(-1);
    if (last && last.role === 'carried' && name.start < last.end) continue;
    kept.push(name);
  }
  return kept;
}
