import type { DocumentFacts, Place, Span, Task, Unit } from '../model.ts';
import type { Settings } from '../settings.ts';
import { isSame } from '../share.ts';
import { type Source, toSource } from '../source.ts';
import { shiftBy } from './shift.ts';
import { impliedPhases, readYamlDocument } from './yamlDocument.ts';
import { type Frame, frameOf } from './yamlFrame.ts';
import { shapesOf } from './yamlShapes.ts';

/** A text and what it says. */
export interface Said {
  readonly source: Source;
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
 * the others say is kept or moved. Undefined where that is not certain to give what reading the whole text gives: an item with other keys
 * than before may change what the list as a whole is taken for, and what is broken may go on beyond its item. The items as they were are
 * read the same way first, and have to say what the whole text said.
 */
export function readEditedYaml(before: Said, source: Source, settings: Settings): DocumentFacts | undefined {
  const { facts } = before;
  if (facts.kind !== 'tasks' || facts.problems.length + facts.disables.length + facts.stages.length > 0) return undefined;
  const frame = frameOf(before.source.text, source.text);
  if (!frame) return undefined;
  const shapes = shapesOf(frame.now);
  if (shapes === undefined || shapes !== shapesOf(frame.before)) return undefined;
  const [old, now] = [readItems(frame, frame.before, source.path, settings), readItems(frame, frame.now, source.path, settings)];
  if (!old || !now || old.title !== facts.title || now.title !== facts.title) return undefined;
  const { start } = frame;
  const end = start + frame.before.length;
  // A task in a lane has its status from the name of the lane, which stands before all of them and stays.
  if (facts.tasks.some(({ at, statusAt, phaseAt }) => isBefore(statusAt, at) || isBefore(phaseAt, at))) return undefined;
  const all = { ...facts };
  for (const key of lists) {
    const list = splice(facts, key, [start, end], old[key], now[key], frame.now.length - frame.before.length);
    if (!list) return undefined;
    Object.assign(all, { [key]: list });
  }
  return { ...all, phases: movedPhases(facts.phases, frame, old.tasks, now.tasks, source) ?? impliedPhases(all.tasks, source) };
}

/** The phases that tasks name, where the edited tasks name the same ones: each stands where it stood, or further on. */
function movedPhases(
  phases: readonly Unit[],
  { start, before, now }: Frame,
  old: readonly Task[],
  tasks: readonly Task[],
  source: Source,
): readonly Unit[] | undefined {
  if (old.length !== tasks.length || old.some(({ phase }, index) => phase !== tasks[index]?.phase)) return undefined;
  const inside = impliedPhases(tasks, source);
  const by = now.length - before.length;
  const shift = shiftBy(by);
  const moved: Unit[] = [];
  let same = true;
  for (const unit of phases) {
    const one =
      unit.at.start < start
        ? unit
        : unit.at.start < start + before.length
          ? inside.find(({ id }) => id === unit.id)
          : by === 0
            ? unit
            : shift.unit(unit);
    if (!one) return undefined;
    same &&= isSame(one, unit);
    moved.push(one);
  }
  return same ? phases : moved;
}

function isBefore(one: Span | null, at: Place): boolean {
  return one !== null && one.start < at.start;
}

/** What some items of the list say, at the places where they stand in the document. */
function readItems({ head, tail, start }: Frame, items: string, path: string, settings: Settings): DocumentFacts | undefined {
  const small = toSource(path, head + items + tail);
  const facts = readYamlDocument(small, settings);
  const { kind, problems, disables, stages } = facts;
  if (kind !== 'tasks' || problems.length + disables.length + stages.length > 0) return undefined;
  if (!isSame(facts.phases, impliedPhases(facts.tasks, small))) return undefined;
  const [from, to] = [head.length, head.length + items.length];
  const own = { ...facts };
  for (const key of lists) {
    const inside = (facts[key] as readonly { readonly at: Place }[]).filter(({ at }) => at.start >= from && at.start < to);
    Object.assign(own, { [key]: shifted(key, inside as never, start - from) });
  }
  return own;
}

/** The list with what stood in the window replaced and what stands behind it moved; undefined where the window did not say `old`. */
function splice<K extends (typeof lists)[number]>(
  facts: DocumentFacts,
  key: K,
  [start, end]: readonly [number, number],
  old: DocumentFacts[K],
  now: DocumentFacts[K],
  by: number,
): DocumentFacts[K] | undefined {
  const list = facts[key] as readonly { readonly at: Place }[];
  let from = 0;
  while (from < list.length && (list[from] as { at: Place }).at.start < start) from += 1;
  let to = from;
  while (to < list.length && within((list[to] as { at: Place }).at.start, start, end)) to += 1;
  for (let index = to; index < list.length; index += 1) if ((list[index] as { at: Place }).at.start < end) return undefined;
  const replaced = list.slice(from, to);
  if (!isSame(replaced, old)) return undefined;
  const same = isSame(replaced, now);
  if (same && (by === 0 || to === list.length)) return facts[key];
  const behind = list.slice(to) as unknown as DocumentFacts[K];
  return [...list.slice(0, from), ...(same ? replaced : now), ...shifted(key, behind, by)] as unknown as DocumentFacts[K];
}

function within(at: number, start: number, end: number): boolean {
  return at >= start && at < end;
}

function shifted<K extends (typeof lists)[number]>(key: K, list: DocumentFacts[K], by: number): DocumentFacts[K] {
  if (by === 0 || list.length === 0) return list;
  const shift = shiftBy(by);
  const one = {
    scope: shift.scope,
    gates: shift.gate,
    tasks: shift.task,
    checklist: shift.check,
    evidence: shift.evidence,
  } as const;
  const move = (key in one ? one[key as keyof typeof one] : shift.placed) as (fact: unknown) => unknown;
  return (list as readonly unknown[]).map(move) as unknown as DocumentFacts[K];
}
