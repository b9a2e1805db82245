import { firstFrom, type Layout } from '../layout.ts';
import type { Place } from '../model.ts';
import { isSame } from '../share.ts';
import { editBetween, type TextEdit } from '../textEdit.ts';
import type { Above, PieceFacts, PieceHead } from './pieceFacts.ts';
import type { Remembered } from './pieceMemory.ts';
import { type Shift, shiftBy, shiftWith } from './shift.ts';
import type { Units } from './units.ts';

/** The facts of a document before it is decided what the document is. */
export type Gathered = Omit<PieceFacts, 'candidates' | 'lifecycle'> & {
  readonly units: Units;
  readonly title: string | null;
};

/** How one piece of a document was read. */
export interface PlacedPiece {
  readonly known: Remembered;
  /** Headings that are open where it begins: the same list as long as the piece before it is the same. */
  readonly below: readonly Above[];
  /** How much of the headings above it stands before the piece in the text that its own places count in. UTF-16 units. */
  readonly above: number;
  readonly facts: PieceFacts & PieceHead;
  /** Where it stands in the layout, and the facts at their places there. */
  readonly base: number;
  readonly placed: PieceFacts;
  /** Units that are still open at its end: the places of their headings, and of their ends; in turns. */
  readonly ends: readonly number[];
}

/** How a document was read piece by piece. */
export interface PieceReading {
  readonly text: string;
  /** How unit names are written in it: see `codeLetters`. */
  readonly letters: string;
  /** In the order of the text. */
  readonly pieces: readonly PlacedPiece[];
  readonly layout: Layout;
  readonly gathered: Gathered;
}

type Lists = Omit<PieceFacts, 'candidates' | 'lifecycle'>;

/**
 * The facts of a document in which one piece was edited, and names the units that it named: all others are kept, and nothing is put
 * together anew. Undefined where more than that is different.
 * @param move where a place of the old layout is now; NaN for one at which the edit begins or ends, or between
 */
export function followEdit(
  before: PieceReading,
  pieces: readonly PlacedPiece[],
  title: string | null,
  move: (place: number) => number,
): Gathered | undefined {
  if (pieces.length !== before.pieces.length) return undefined;
  const index = pieces.findIndex(({ placed }, at) => placed !== before.pieces[at]?.placed);
  if (index < 0) return { ...before.gathered, title };
  const [old, now] = [before.pieces[index], pieces[index]];
  if (!old || !now || old.above !== now.above || old.base !== now.base) return undefined;
  for (let at = index + 1; at < pieces.length; at += 1) if (pieces[at]?.placed !== before.pieces[at]?.placed) return undefined;
  const edit = editOf(old.known.text, now.known.text);
  if (!edit || !endAlike(old.ends, now.ends) || !namesTheSame(old.facts, now.facts, edit, old.above)) return undefined;
  const { gathered } = before;
  const { base } = now;
  const next = pieces[index + 1]?.base ?? Number.POSITIVE_INFINITY;
  const shift = shiftWith(move);
  const units = gathered.units.map((unit) => {
    const apart = unit.extent.end < base || (unit.at.start >= next && unit.extent.start >= next);
    if (apart && unit.mentions.length + unit.otherStatuses.length === 0) return unit;
    const moved = shift.unit(unit);
    return isSame(moved, unit) ? unit : moved;
  });
  const own = now.placed;
  const named = linesOf(units, base, next);
  const window: Lists = { ...own, tasks: own.tasks.filter(({ at }) => !named.has(at.start)) };
  const put = <K extends keyof Lists>(key: K) => replace<Lists[K][number]>(gathered[key], window[key], base, next);
  return {
    units,
    title,
    scope: put('scope'),
    gates: put('gates'),
    emptyGates: put('emptyGates'),
    tasks: put('tasks'),
    checklist: put('checklist'),
    evidence: put('evidence'),
    signoffs: put('signoffs'),
    attempts: put('attempts'),
    deferred: put('deferred'),
  };
}

/** Whether units that are open at the end of a piece end where they ended. */
function endAlike(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((end, index) => index % 2 === 0 || end === b[index]);
}

/** Undefined where the beginning or the end of the piece was edited: it may have another heading, or end elsewhere. */
function editOf(before: string, now: string): TextEdit | undefined {
  const edit = editBetween(before, now);
  return edit.start === 0 || edit.end === before.length ? undefined : edit;
}

/** Where an offset is after an edit that stands `from` units behind; NaN for one at which it begins or ends, or between. */
function mover({ start, end, by }: TextEdit, from: number): (offset: number) => number {
  return (offset) => (offset < start + from ? offset : offset > end + from ? offset + by : Number.NaN);
}

/** Whether an edited piece names the units that it named, in the same way, and stands in the document as it did. */
function namesTheSame(old: PieceFacts & PieceHead, now: PieceFacts & PieceHead, edit: TextEdit, above: number): boolean {
  const shift: Shift = shiftWith(mover(edit, above));
  const move = mover(edit, 0);
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

/** A list with what stood between two places replaced; the facts of a piece stand behind those of the pieces before it. */
function replace<T extends { readonly at: Place }>(
  list: readonly T[],
  window: readonly T[],
  from: number,
  to: number,
): readonly T[] {
  const [first, last] = [firstFrom(list, from), firstFrom(list, to)];
  if (first === last && window.length === 0) return list;
  return [...list.slice(0, first), ...window, ...list.slice(last)];
}
