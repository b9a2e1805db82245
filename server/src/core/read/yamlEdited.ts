import { firstFrom, type Layout, lastUpTo, offsetOfPlace, placeOfOffset, relaid } from '../layout.ts';
import type { DocumentFacts, Place, Span, Task, Unit } from '../model.ts';
import type { Settings } from '../settings.ts';
import { isSame } from '../share.ts';
import { type Source, toSource } from '../source.ts';
import { noFacts } from './document.ts';
import type { Said } from './said.ts';
import { moveFacts } from './shift.ts';
import { impliedPhases, lineAround, readYamlDocument } from './yamlDocument.ts';
import { type Frame, frameOf, itemStarts, type List, layOutList, listAround } from './yamlFrame.ts';
import { shapesOf } from './yamlShapes.ts';

/** What items of a list say that were read apart from the others, and what is remembered of the list. */
export interface ReadItems {
  readonly list: List;
  /** The items within what stands around the list, and the place of the first. */
  readonly text: string;
  readonly base: number;
  readonly facts: DocumentFacts;
}

/** Lists of facts of a YAML document, each in the order of the text. */
const lists = [
  'scope',
  'gates',
  'emptyGates',
  'tasks',
  'checklist',
  'evidence',
  'signoffs',
  'attempts',
  'deferred',
] as const satisfies readonly (keyof DocumentFacts)[];

/**
 * Reads a list of tasks again after an edit: only the items that the edit touched, between what stands before and after the list; what
 * the others say is kept at its places. Undefined where that is not certain to give what reading the whole text gives: an item with other
 * keys than before may change what the list as a whole is taken for, and what is broken may go on beyond its item. The items as they were
 * are read the same way first, and have to say what the whole text said.
 */
export function readEditedYaml(before: Said, source: Source, settings: Settings): Said | undefined {
  if (!isPlainList(before.facts)) return undefined;
  const known = before.layout && before.items && { layout: before.layout, list: before.items.list };
  const frame = frameOf(before.source.text, source.text, known);
  if (!frame) return undefined;
  const shapes = shapesOf(frame.now);
  if (shapes === undefined || shapes !== shapesOf(frame.before)) return undefined;
  // Another list than before: the text is read whole, and laid out anew with the next edit.
  if (known && frame.list !== known.list) return undefined;
  const laid = known ? { layout: known.layout, facts: before.facts } : layOut(before, frame.list);
  if (!laid) return undefined;
  const { starts } = laid.layout;
  const first = lastUpTo(starts, frame.start);
  const behind = frame.end < before.source.text.length ? lastUpTo(starts, frame.end) : starts.length;
  const lengths = lengthsOf(itemStarts(frame.now, frame.list.column), frame.now.length);
  const layout = relaid(laid.layout, first, behind, lengths)?.layout;
  if (!layout) return undefined;
  const { path } = source;
  const base = layout.bases[first] ?? 0;
  const old = knownItems(before, frame, base) ?? readItems(frame, frame.before, laid.layout, path, settings);
  const now = readItems(frame, frame.now, layout, path, settings);
  const { facts } = laid;
  if (!old || !now || old.title !== facts.title || now.title !== facts.title) return undefined;
  const end = layout.bases[first + lengths.length] ?? Number.POSITIVE_INFINITY;
  const all = { ...facts };
  for (const key of lists) {
    const list = splice<{ readonly at: Place }>(facts[key], [base, end], old[key], now[key]);
    if (!list) return undefined;
    Object.assign(all, { [key]: list });
  }
  const phases = followPhases(facts.phases, [base, end], old.tasks, now) ?? impliedPhases(all.tasks, source, [], lineIn(layout));
  const list = { ...frame.list, end: frame.list.end + source.text.length - before.source.text.length };
  const items = { list, text: around(frame, frame.now), base, facts: now };
  return { source, facts: { ...all, phases }, layout, items };
}

/** Lays a list of tasks out for edits that may come; the same where that cannot be done. */
export function openYaml(said: Said): Said {
  const list = isPlainList(said.facts) ? listAround(said.source.text, said.source.text.length >> 1) : undefined;
  const laid = list && layOut(said, list);
  if (!list || !laid) return said;
  return { ...said, ...laid, items: { list, text: '', base: -1, facts: noFacts(said.source.path) } };
}

/** Whether a document is nothing but a list of tasks that was read without trouble. */
function isPlainList({ kind, problems, disables, stages }: DocumentFacts): boolean {
  return kind === 'tasks' && problems.length + disables.length + stages.length === 0;
}

/** Gives each item a place with room behind it. Undefined where facts of items stand elsewhere. */
function layOut({ source, facts }: Said, list: List): { layout: Layout; facts: DocumentFacts } | undefined {
  // A task in a lane has its status from the name of the lane, which stands before all of them and stays.
  if (facts.tasks.some(({ at, statusAt, phaseAt }) => isBefore(statusAt, at) || isBefore(phaseAt, at))) return undefined;
  for (const key of lists) {
    let last = 0;
    for (const { at } of facts[key]) {
      if (at.start < last) return undefined;
      last = at.start;
    }
  }
  const layout = layOutList(source.text, list);
  return { layout, facts: moveFacts(facts, (offset) => placeOfOffset(layout, offset)) };
}

/** What the edited items said, if they were the ones that were read last. */
function knownItems({ items }: Said, frame: Frame, base: number): DocumentFacts | undefined {
  return items?.base === base && items.text === around(frame, frame.before) ? items.facts : undefined;
}

function around({ head, tail }: Frame, items: string): string {
  return head + items + tail;
}

/** The phases that tasks name, where the edited tasks name the same ones. @param now what the edited items say */
function followPhases(
  phases: readonly Unit[],
  [start, end]: readonly [number, number],
  old: readonly Task[],
  { tasks, phases: inside }: DocumentFacts,
): readonly Unit[] | undefined {
  if (old.length !== tasks.length || old.some(({ phase }, index) => phase !== tasks[index]?.phase)) return undefined;
  const followed: Unit[] = [];
  for (const unit of phases) {
    const apart = unit.at.start < start || unit.at.start >= end;
    const one = apart ? unit : inside.find(({ id }) => id === unit.id);
    if (!one) return undefined;
    followed.push(isSame(one, unit) ? unit : one);
  }
  return followed;
}

/** The line that holds a place. */
function lineIn(layout: Layout): (text: string, place: number) => Span {
  return (text, place) => {
    const offset = offsetOfPlace(layout, place);
    const { start, end } = lineAround(text, offset);
    return { start: place + start - offset, end: place + end - offset };
  };
}

function isBefore(one: Span | null, at: Place): boolean {
  return one !== null && one.start < at.start;
}

/** What some items of the list say, at their places. @param layout of the text that has these items */
function readItems(frame: Frame, items: string, layout: Layout, path: string, settings: Settings): DocumentFacts | undefined {
  const small = toSource(path, around(frame, items));
  const facts = readYamlDocument(small, settings);
  const { kind, problems, disables, stages } = facts;
  if (kind !== 'tasks' || problems.length + disables.length + stages.length > 0) return undefined;
  if (!isSame(facts.phases, impliedPhases(facts.tasks, small))) return undefined;
  const [from, to] = [frame.head.length, frame.head.length + items.length];
  const by = frame.start - from;
  const own = { ...facts };
  for (const key of lists) {
    const inside = (facts[key] as readonly { readonly at: Place }[]).filter(({ at }) => at.start >= from && at.start < to);
    Object.assign(own, { [key]: inside });
  }
  return moveFacts(own, (offset) => placeOfOffset(layout, offset < from ? offset : offset + by));
}

function lengthsOf(starts: readonly number[], length: number): readonly number[] {
  return starts.map((start, index) => (starts[index + 1] ?? length) - start);
}

/** The list with what stood in the window replaced; undefined where the window did not say `old`. */
function splice<T extends { readonly at: Place }>(
  list: readonly T[],
  [start, end]: readonly [number, number],
  old: readonly T[],
  now: readonly T[],
): readonly T[] | undefined {
  const [from, to] = [firstFrom(list, start), firstFrom(list, end)];
  const replaced = list.slice(from, to);
  if (!isSame(replaced, old)) return undefined;
  return isSame(replaced, now) ? list : [...list.slice(0, from), ...now, ...list.slice(to)];
}
