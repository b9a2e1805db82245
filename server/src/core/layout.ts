import type { Place } from './model.ts';
import type { TextEdit } from './textEdit.ts';

/**
 * Where the stretches of an edited text stand, and the places by which the core counts them. A stretch that is edited grows into the room
 * behind it, so that what stands behind keeps its places: facts, plans and findings about it are the same objects as before, and a key
 * costs what it changes and not what it moves. Offsets in the text are found again when somebody outside asks (`placed.ts`).
 */
export interface Layout {
  /** Offsets into the text at which the stretches begin, the first at 0. UTF-16 units. */
  readonly starts: Int32Array;
  /** The place of the beginning of each stretch; the same array where places are offsets. */
  readonly bases: Int32Array;
  /** UTF-16 units. */
  readonly length: number;
}

/** So much room is left behind a stretch: as much as it is long, within these bounds. UTF-16 units. */
const room = { least: 256, most: 4096 } as const;

/** A layout in which places are the offsets. @param starts offsets at which the stretches begin, the first at 0 */
export function plainLayout(starts: Int32Array, length: number): Layout {
  return { starts, bases: starts, length };
}

/** Whether places are offsets. */
export function isPlain({ starts, bases }: Layout): boolean {
  return starts === bases;
}

/** A place behind every text that is not laid out plainly: its end, wherever that is. */
export const beyond = 2 ** 30;

/** The layout of a text with room behind each stretch. @param starts offsets at which the stretches begin, the first at 0 */
export function roomyLayout(starts: Int32Array, length: number): Layout {
  const bases = new Int32Array(starts.length);
  let base = 0;
  for (let index = 0; index < starts.length; index += 1) {
    bases[index] = base;
    const own = (starts[index + 1] ?? length) - (starts[index] as number);
    base += own + Math.min(Math.max(own, room.least), room.most);
  }
  return { starts, bases, length };
}

/** A layout after an edit, and which of its stretches begin at other places than before; from and to are the same where none do. */
export interface Relaid {
  readonly layout: Layout;
  readonly from: number;
  readonly to: number;
}

/**
 * The layout of a text in which some stretches were replaced by as many or by others, all the rest standing at the places where it stood.
 * Undefined where there is no room for that.
 * @param from the first stretch that was replaced
 * @param to the first one behind them that was not
 * @param lengths of what stands there now
 */
export function relaid(before: Layout, from: number, to: number, lengths: readonly number[]): Relaid | undefined {
  const count = before.starts.length;
  const same = lengths.length === to - from && lengths.every((one, index) => one <= roomAt(before, from + index));
  // Stretches that are as long as before stay where they are, whatever stands in them.
  let front = 0;
  while (!same && front < Math.min(to - from, lengths.length) && lengths[front] === lengthAt(before, from + front)) front += 1;
  const bases = same ? [] : basesBetween(before, from + front, to, lengths.slice(front));
  if (!bases) return undefined;
  const own = lengths.map((_, index) => (same || index < front ? (before.bases[from + index] as number) : bases[index - front]));
  const starts = new Int32Array(count - (to - from) + lengths.length);
  const all = new Int32Array(starts.length);
  starts.set(before.starts.subarray(0, from));
  all.set(before.bases.subarray(0, from));
  let at = from < count ? (before.starts[from] as number) : before.length;
  const end = to < count ? (before.starts[to] as number) : before.length;
  for (const [index, length] of lengths.entries()) {
    starts[from + index] = at;
    all[from + index] = own[index] as number;
    at += length;
  }
  const by = at - end;
  const shift = from + lengths.length - to;
  all.set(before.bases.subarray(to), to + shift);
  for (let index = to; index < count; index += 1) starts[index + shift] = (before.starts[index] as number) + by;
  const last = from + lengths.length;
  return { layout: { starts, bases: all, length: before.length + by }, from: same ? last : from + front, to: last };
}

/** Places for stretches between two that stay, with equal room behind each; undefined where they do not fit in. */
function basesBetween(before: Layout, from: number, to: number, lengths: readonly number[]): readonly number[] | undefined {
  const end = before.bases[to] ?? Number.POSITIVE_INFINITY;
  let base = to > from ? (before.bases[from] as number) : from === 0 ? 0 : endOf(before, from - 1);
  const spare = (end - base - lengths.reduce((sum, one) => sum + one, 0)) / lengths.length;
  if (spare < 0) return undefined;
  return lengths.map((length) => {
    const own = base;
    base += length + Math.min(Math.floor(spare), room.most);
    return own;
  });
}

/**
 * The layout of a text after an edit. Undefined where there is no room.
 * @param now the text after the edit
 * @param cut where stretches begin in a text, the first at 0
 */
export function followText(before: Layout, { start, end, by }: TextEdit, now: string, cut: Cut): Relaid | undefined {
  // Where a stretch begins depends on what stands directly before it, too.
  const from = lastUpTo(before.starts, Math.max(0, start - 1));
  const to = lastUpTo(before.starts, end + 1) + 1;
  const window = now.slice(before.starts[from], (before.starts[to] ?? before.length) + by);
  const cuts = window === '' ? [] : cut(window);
  return relaid(
    before,
    from,
    to,
    cuts.map((at, index) => (cuts[index + 1] ?? window.length) - at),
  );
}

/** Where stretches begin in a text, the first at 0. */
export type Cut = (text: string) => readonly number[];

/** The offset in the text of a place. */
export function offsetOfPlace({ starts, bases, length }: Layout, place: number): number {
  const index = lastUpTo(bases, place);
  return Math.min((starts[index] as number) + place - (bases[index] as number), starts[index + 1] ?? length);
}

/** The place of an offset in the text. */
export function placeOfOffset(layout: Layout, offset: number): number {
  const { starts, bases, length } = layout;
  if (offset >= length && !isPlain(layout)) return beyond;
  const index = lastUpTo(starts, offset);
  return (bases[index] as number) + offset - (starts[index] as number);
}

/** The index of the last of some ascending numbers that is not greater; 0 where all are. */
export function lastUpTo(numbers: Int32Array, most: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] as number) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The index of the first fact that stands at a place or behind it. @param list in the order of the text */
export function firstFrom(list: readonly { readonly at: Place }[], place: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as { readonly at: Place }).at.start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function endOf(layout: Layout, index: number): number {
  return (layout.bases[index] as number) + lengthAt(layout, index);
}

function lengthAt({ starts, length }: Layout, index: number): number {
  return (starts[index + 1] ?? length) - (starts[index] as number);
}

function roomAt({ bases }: Layout, index: number): number {
  return (bases[index + 1] ?? Number.POSITIVE_INFINITY) - (bases[index] as number);
}
