import type { Place } from '../model.ts';
import { isSame } from '../share.ts';
import type { PieceFacts, PieceHead } from './pieceFacts.ts';
import type { Remembered } from './pieceMemory.ts';
import { type Shift, shiftBy, shiftWith } from './shift.ts';
import type { Units } from './units.ts';

/** The facts of a document before it is decided what the document is. */
export type Gathered = Omit<PieceFacts, 'candidates' | 'lifecycle'> & {
  readonly units: Units;
  readonly title: string | null;
};

/** How a document was read piece by piece. */
export interface PieceReading {
  /** In the order of the text. */
  readonly pieces: readonly {
    /** UTF-16 units. */
    readonly start: number;
    /** How much of the headings above it stands before the piece in the text that its places count in. */
    readonly above: number;
    readonly known: Remembered;
    readonly facts: PieceFacts & PieceHead;
  }[];
  readonly gathered: Gathered;
}

type Lists = Omit<PieceFacts, 'candidates' | 'lifecycle'>;

/** What was edited: places before it stay, places behind it move. Offsets in the old text; UTF-16 units. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: number;
}

/**
 * The facts of a document in which one piece was edited, and names the units that it named: what stands before the edit is kept, what
 * stands behind it is moved, and nothing is put together anew. Undefined where more than that is different.
 * @param place the facts of the edited piece at their places in the document
 */
export function followEdit(
  before: PieceReading,
  pieces: PieceReading['pieces'],
  place: (index: number) => PieceFacts,
  title: string | null,
): Gathered | undefined {
  if (pieces.length !== before.pieces.length) return undefined;
  const index = pieces.findIndex(({ facts }, at) => facts !== before.pieces[at]?.facts);
  const [old, now] = [before.pieces[index], pieces[index]];
  if (!old || !now || old.above !== now.above) return undefined;
  for (let at = index + 1; at < pieces.length; at += 1) if (pieces[at]?.facts !== before.pieces[at]?.facts) return undefined;
  const edit = editOf(old.known.text, now.known.text);
  if (!edit || !namesTheSame(old.facts, now.facts, edit, old.above)) return undefined;
  const { gathered } = before;
  const shift = shiftWith(mover({ ...edit, start: edit.start + now.start, end: edit.end + now.start }));
  const units = gathered.units.map((unit) => {
    if (unit.extent.end < now.start && unit.mentions.length + unit.otherStatuses.length === 0) return unit;
    const moved = shift.unit(unit);
    return isSame(moved, unit) ? unit : moved;
  });
  const own = place(index);
  const named = linesOf(units, now.start, now.start + now.known.text.length);
  const window: Lists = { ...own, tasks: own.tasks.filter(({ at }) => !named.has(at.start)) };
  const [from, to] = [old.start, old.start + old.known.text.length];
  const behind = shiftBy(edit.by);
  const put = <K extends keyof Lists>(key: K, move: (one: Lists[K][number]) => Lists[K][number]) =>
    replace(gathered[key] as readonly Lists[K][number][], window[key] as readonly Lists[K][number][], from, to, edit.by, move);
  return {
    units,
    title,
    scope: put('scope', behind.scope),
    gates: put('gates', behind.gate),
    emptyGates: put('emptyGates', behind.placed),
    tasks: put('tasks', behind.task),
    checklist: put('checklist', behind.check),
    evidence: put('evidence', behind.evidence),
    signoffs: put('signoffs', behind.placed),
    attempts: put('attempts', behind.placed),
    deferred: put('deferred', behind.placed),
  };
}

/** Undefined where the beginning or the end of the piece was edited: it may have another heading, or end elsewhere. */
function editOf(before: string, now: string): Edit | undefined {
  const most = Math.min(before.length, now.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === now.charCodeAt(start)) start += 1;
  let behind = 0;
  while (behind < most - start && before.charCodeAt(before.length - 1 - behind) === now.charCodeAt(now.length - 1 - behind))
    behind += 1;
  if (start === 0 || behind === 0) return undefined;
  return { start, end: before.length - behind, by: now.length - before.length };
}

/** Where an offset of the old text stands in the new one; NaN for one at which the edit begins or ends, or between. */
function mover({ start, end, by }: Edit): (offset: number) => number {
  return (offset) => (offset < start ? offset : offset > end ? offset + by : Number.NaN);
}

/** Whether an edited piece names the units that it named, in the same way, and stands in the document as it did. */
function namesTheSame(old: PieceFacts & PieceHead, now: PieceFacts & PieceHead, edit: Edit, above: number): boolean {
  const shift: Shift = shiftWith(mover({ ...edit, start: edit.start + above, end: edit.end + above }));
  const move = mover(edit);
  const at = <T extends { readonly at: number }>(list: readonly T[]) => list.map((one) => ({ ...one, at: move(one.at) }));
  return (
    old.describes === now.describes &&
    isSame(old.titles, now.titles) &&
    isSame(old.first ? at([old.first]) : [], now.first ? [now.first] : []) &&
    isSame(at(old.open), now.open) &&
    isSame(at(old.closing), now.closing) &&
    isSame(old.candidates.map(shift.candidate), now.candidates.map(shiftBy(0).candidate)) &&
    isSame(old.lifecycle.map(shift.unit), now.lifecycle)
  );
}

/** Where the lines begin that name a unit, within a stretch of the document. */
function linesOf(units: Units, from: number, to: number): ReadonlySet<number> {
  const lines = new Set<number>();
  const add = ({ start }: Place) => {
    if (start >= from && start < to) lines.add(start);
  };
  for (const { at, mentions } of units) {
    add(at);
    for (const mention of mentions) add(mention);
  }
  return lines;
}

/** A list with what stood between two offsets replaced, and what stood behind them moved. */
function replace<T extends { readonly at: Place }>(
  list: readonly T[],
  window: readonly T[],
  from: number,
  to: number,
  by: number,
  move: (one: T) => T,
): readonly T[] {
  let first = 0;
  while (first < list.length && (list[first] as T).at.start < from) first += 1;
  let last = first;
  while (last < list.length && (list[last] as T).at.start < to) last += 1;
  if (first === list.length && window.length === 0) return list;
  const behind = list.slice(last);
  return [...list.slice(0, first), ...window, ...(by === 0 ? behind : behind.map(move))];
}
