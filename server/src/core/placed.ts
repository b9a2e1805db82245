import { type Layout, offsetOfPlace, placeOfOffset } from './layout.ts';
import type { Phase, Plan } from './model.ts';
import type { Source } from './source.ts';

/** Gives the layout of the document at a path, or nothing where its places are offsets; undefined where they are so everywhere. */
export type LayoutOf = ((path: string) => Layout | undefined) | undefined;

/**
 * Facts, plans or findings at offsets into the texts: what the core counts in places of layouts (`layout.ts`) as everybody outside counts
 * it. What stands in documents without a layout is the same object. A stretch belongs to the document of the nearest path around it.
 */
export function atOffsets<T>(value: T, layoutOf: LayoutOf): T {
  return layoutOf ? (translate(value, undefined, layoutOf) as T) : value;
}

/** A text, and how places in it are counted. */
export interface PlacedText {
  readonly source: Source;
  readonly offset: (place: number) => number;
  readonly place: (offset: number) => number;
}

export function placedText(source: Source, layout?: Layout): PlacedText {
  return {
    source,
    offset: (place) => (layout ? offsetOfPlace(layout, place) : place),
    place: (offset) => (layout ? placeOfOffset(layout, offset) : offset),
  };
}

/** Plans at offsets. A phase that no document with a layout speaks of is the same object, and is not looked through again. */
export function plansAtOffsets(plans: readonly Plan[], layoutOf: LayoutOf): readonly Plan[] {
  if (!layoutOf) return plans;
  return plans.map((plan) => {
    const phases = plan.phases.map((phase) => (pathsIn(phase).some(layoutOf) ? atOffsets(phase, layoutOf) : phase));
    return { ...atOffsets({ ...plan, phases: [] }, layoutOf), phases };
  });
}

const paths = new WeakMap<Phase, readonly string[]>();

/** The documents that say something of a phase. */
function pathsIn(phase: Phase): readonly string[] {
  const known = paths.get(phase);
  if (known) return known;
  const found = new Set<string>();
  collect(phase, found);
  const list = [...found];
  paths.set(phase, list);
  return list;
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) {
    const path = pathOf(value as Readonly<Record<string, unknown>>);
    if (path !== undefined) into.add(path);
  }
  for (const one of Array.isArray(value) ? value : Object.values(value)) collect(one, into);
}

function translate(value: unknown, around: Layout | undefined, layoutOf: NonNullable<LayoutOf>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    let copy: unknown[] | undefined;
    for (let index = 0; index < value.length; index += 1) {
      const now = translate(value[index], around, layoutOf);
      if (now === value[index]) continue;
      copy ??= value.slice();
      copy[index] = now;
    }
    return copy ?? value;
  }
  const record = value as Readonly<Record<string, unknown>>;
  const path = pathOf(record);
  const layout = path === undefined ? around : layoutOf(path);
  // What stands in one document points into no other, but for findings, and for phases and stages, which are put together.
  if (!layout && path !== undefined && !('rule' in record) && !('source' in record)) return value;
  let copy: Record<string, unknown> | undefined;
  for (const key in record) {
    const old = record[key];
    let now: unknown = old;
    if (typeof old === 'object') {
      // The words of an edit that are to be filled in are counted within its own text.
      if (old !== null && key !== 'stops') now = translate(old, layout, layoutOf);
    } else if (layout && typeof old === 'number' && (key === 'start' || key === 'end')) now = offsetOfPlace(layout, old);
    if (now === old) continue;
    copy ??= { ...record };
    copy[key] = now;
  }
  return copy ?? value;
}

/** The path of the document in which something stands, where it says so. */
function pathOf(record: Readonly<Record<string, unknown>>): string | undefined {
  const { path, at, source } = record;
  if (typeof path === 'string') return path;
  return placedAt(at) ?? placedAt(source);
}

function placedAt(place: unknown): string | undefined {
  if (typeof place !== 'object' || place === null || !('path' in place)) return undefined;
  return typeof place.path === 'string' ? place.path : undefined;
}
