import type { Form, Unit } from '../model.ts';
import { isSameList, kept } from '../share.ts';
import type { Candidate } from './candidate.ts';
import type { Outline } from './outline.ts';
import type { Reading } from './reading.ts';
import { readCandidates } from './unitCandidates.ts';
import { keyOf } from './unitName.ts';
import { topicOfHeading } from './vocabulary.ts';

/** Phases, then stages. */
export type Units = readonly Unit[];

/** The phases and stages that a Markdown document defines, each once, in the order of the text. */
export function readUnits(outline: Outline, reading: Reading): readonly Unit[] {
  return defineAll(readCandidates(outline, reading), toUnit);
}

/** The phases, then the stages that some places define, most of which are those of the last time. */
export function defineUnits(candidates: readonly Candidate[]): readonly Unit[] {
  return defineAll(candidates, rememberedUnit);
}

/** Makes one unit of the places that define it and those that only mention it. */
type ToUnit = (group: readonly Candidate[], weak: readonly Candidate[]) => Unit;

function defineAll(candidates: readonly Candidate[], make: ToUnit): readonly Unit[] {
  const of = (kind: Unit['kind']) =>
    define(
      candidates.filter((candidate) => candidate.kind === kind),
      make,
    );
  return [...of('phase'), ...of('stage')];
}

/** Decides which candidates of one kind define units, and merges those that name the same one. */
function define(all: readonly Candidate[], make: ToUnit): readonly Unit[] {
  if (all.length === 0) return [];
  const major = all.filter((candidate) => candidate.rank === 'major');
  const pool = major.length > 0 ? major : all;
  const strong = pool.filter((candidate) => candidate.strength === 'strong');
  // "Phase 1 readiness" in a document called "Phase 0 gate checklist" only mentions phase 1.
  const [head] = pool;
  const about = head && strong.length === 0 && head.level === 1 ? keyOf(head.id) : null;
  const definers =
    strong.length > 0
      ? [...strong, ...likeStrong(pool, strong), ...titled(pool, strong)]
      : about === null
        ? pool
        : pool.filter((candidate) => keyOf(candidate.id) === about);
  const byKey = new Map<string, Candidate[][]>();
  for (const candidate of definers) {
    const key = keyOf(candidate.id);
    const groups = byKey.get(key) ?? [];
    byKey.set(key, groups);
    const same =
      groups.find((group) => group.slice(0, 5).some((member) => sameUnit(member, candidate))) ??
      (groups.length < mostTwins ? undefined : groups.at(-1));
    if (same) same.push(candidate);
    else groups.push([candidate]);
  }
  const weak = groupByKey(pool.filter((candidate) => candidate.strength === 'weak'));
  return [...byKey.values()]
    .flat()
    .map((group) => make(group, weak.get(keyOf(group[0]?.id ?? '')) ?? noCandidates))
    .sort((a, b) => a.at.start - b.at.start);
}

/**
 * Headings without a separator behind the number ("Phase 0 bootstrap") beside others that have one: where several of them stand at the
 * level of those and name no part of a phase, they define phases too.
 */
function likeStrong(pool: readonly Candidate[], strong: readonly Candidate[]): readonly Candidate[] {
  const levels = new Set(strong.flatMap(({ form, level }) => (form === 'heading' ? [level] : [])));
  const known = new Set(strong.map(({ id }) => keyOf(id)));
  const like = pool.filter(
    ({ form, strength, level, id, title, lead }) =>
      form === 'heading' &&
      strength === 'weak' &&
      lead === '' &&
      levels.has(level) &&
      !known.has(keyOf(id)) &&
      title !== null &&
      !namesPart(title) &&
      topicOfHeading(title) === undefined,
  );
  return new Set(like.map(({ id }) => keyOf(id))).size > 1 ? like.sort((a, b) => a.at.start - b.at.start) : [];
}

/** The title "Phase 2 plan" over the phases 2.1 and 2.2 is about a phase of its own. */
function titled([first]: readonly Candidate[], strong: readonly Candidate[]): readonly Candidate[] {
  if (first?.form !== 'heading' || first.level !== 1 || first.strength !== 'weak' || first.lead !== '') return [];
  const key = keyOf(first.id);
  const parts = strong.filter(({ id }) => keyOf(id).startsWith(`${key}.`));
  return parts.length > 1 && !strong.some(({ id }) => keyOf(id) === key) ? [first] : [];
}

/** More units of one number than this are no slip of the pen: the rest is taken for mentions. */
const mostTwins = 20;

function groupByKey(candidates: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> {
  const map = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const known = map.get(keyOf(candidate.id));
    if (known) known.push(candidate);
    else map.set(keyOf(candidate.id), [candidate]);
  }
  return map;
}

/** Two headings with the same number and quite different titles are two units; everything else with one number is one. */
function sameUnit(a: Candidate, b: Candidate): boolean {
  const both = a.form === 'heading' && b.form === 'heading' && a.strength === 'strong' && b.strength === 'strong';
  return !both || similarTitles(a.title, b.title);
}

/** Titles that say which part of a phase a heading is about, not what the phase is. */
const partTitle =
  /^(?:results?|completed?|status|notes?|summary|details?|tasks?|checklist|plan|gate|overview|progress|deliverables|verification|report|log|retrospective)\b/i;

/** Whether a title says which part of a phase follows ("Results", "Gate: manual testing"), not what the phase is. */
export function namesPart(title: string): boolean {
  return partTitle.test(title);
}

/** Whether two titles may name one thing: one is missing, names only a part, or they share half of their words. */
export function similarTitles(a: string | null, b: string | null): boolean {
  if (a === null || b === null || namesPart(a) || namesPart(b)) return true;
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);
  const [left, right] = [words(a), words(b)];
  const smaller = Math.min(left.size, right.size);
  return smaller === 0 || [...left].filter((word) => right.has(word)).length >= smaller / 2;
}

const formOrder: readonly Form[] = ['heading', 'label', 'item', 'row', 'yaml', 'front-matter', 'board', 'diagram', 'file-name'];
/** The label of the detail section weighs most, then a progress table, the heading, a checkbox, a column. */
const statusOrder: readonly Form[] = ['label', 'yaml', 'front-matter', 'row', 'heading', 'diagram', 'item', 'board', 'file-name'];

/** The title of the best place that has one; words that only name a part ("Results") where nothing better stands. */
function titleOf(candidates: readonly Candidate[]): string | null {
  const titles = candidates.flatMap(({ title }) => (title === null ? [] : [title]));
  return titles.find((title) => !partTitle.test(title)) ?? titles[0] ?? null;
}

const noCandidates: readonly Candidate[] = [];

/** Units by their first candidate: in a long document most are made of the same candidates as before the last key. */
const remembered = new WeakMap<
  Candidate,
  { readonly group: readonly Candidate[]; readonly weak: readonly Candidate[]; readonly unit: Unit }
>();

function rememberedUnit(group: readonly Candidate[], weak: readonly Candidate[]): Unit {
  const first = group[0] as Candidate;
  const known = remembered.get(first);
  if (known && isSameList(known.group, group) && isSameList(known.weak, weak)) return known.unit;
  const unit = toUnit(group, weak);
  remembered.set(first, { group, weak, unit });
  return unit;
}

/** @param weak candidates that only mention the unit */
function toUnit(group: readonly Candidate[], weak: readonly Candidate[]): Unit {
  const byForm = [...group].sort((a, b) => formOrder.indexOf(a.form) - formOrder.indexOf(b.form));
  const anchor = byForm[0] as Candidate;
  const named = [...new Set([...group, ...weak])].sort((a, b) => a.at.start - b.at.start);
  const statuses = named
    .flatMap((candidate) => candidate.statuses)
    .sort((a, b) => statusOrder.indexOf(a.form) - statusOrder.indexOf(b.form));
  return {
    kind: anchor.kind,
    id: anchor.id,
    title: titleOf(byForm),
    at: anchor.at,
    nameAt: anchor.nameAt,
    form: anchor.form,
    status: statuses[0] ?? null,
    otherStatuses: kept(statuses.slice(1)),
    mentions: kept(named.filter((candidate) => candidate !== anchor).map((candidate) => candidate.at)),
    dependsOn: kept(named.flatMap((candidate) => candidate.dependsOn)),
    estimate: named.find((candidate) => candidate.estimate !== null)?.estimate ?? null,
    phase: named.find((candidate) => candidate.phase !== null)?.phase ?? null,
    extent: anchor.extent,
  };
}
