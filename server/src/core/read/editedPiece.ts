import { firstFrom, followText, isPlain, type Layout, offsetOfPlace, placeOfOffset } from '../layout.ts';
import { mostForRemark } from '../markdown.ts';
import type { Place, Unit } from '../model.ts';
import type { Settings } from '../settings.ts';
import { isSame } from '../share.ts';
import { editBetween, type TextEdit } from '../textEdit.ts';
import { cutBlocks } from './cutBlocks.ts';
import { type Found, linesAbove, type PieceFacts, type PieceHead } from './pieceFacts.ts';
import { readRemembered, remember } from './pieceMemory.ts';
import { type Gathered, type PieceReading, type PlacedPiece, pieceUpTo } from './pieceReading.ts';
import { isCutAlike } from './pieces.ts';
import { movePiece, type Shift, shiftBy, shiftWith } from './shift.ts';
import type { Units } from './units.ts';

/** Where one piece of a document stands before and after an edit inside it. Offsets into the text before it. */
interface Spot {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a document again in which an edit stays inside one piece, and that piece names the units that it named: it is read anew, all
 * others are kept, and nothing is put together anew. Undefined where more than that is different; then the pieces are looked through.
 */
export function readEdited(before: PieceReading, text: string, path: string, settings: Settings): PieceReading | undefined {
  // What unit names look like may be decided anywhere, and places that are offsets have no room behind them.
  if (before.letters !== '' || isPlain(before.layout)) return undefined;
  const edit = editBetween(before.text, text);
  const spot = spotOf(before, edit);
  const old = spot && before.pieces[spot.index];
  if (!spot || !old) return undefined;
  const own = text.slice(spot.start, spot.end + edit.by);
  if (!isCutAlike(old.known.text, own) || own.includes('phasewise-disable')) return undefined;
  const known = remember(own, text.length);
  if (known.codes || known.reaches !== old.known.reaches) return undefined;
  const above = linesAbove(old.below, old.level);
  const facts = readRemembered(known, { path, settings, above, topic: null, letters: '' });
  const within = { start: edit.start - spot.start, end: edit.end - spot.start, by: edit.by };
  if (!facts || !countsTheSame(old.facts, facts, before) || !namesTheSame(old.facts, facts, within, old.above)) return undefined;
  const layout = followText(before.layout, edit, text, cutBlocks)?.layout;
  if (!layout || placeOfOffset(layout, spot.start) !== old.base) return undefined;
  const next = before.pieces[spot.index + 1];
  if (next && placeOfOffset(layout, spot.end + edit.by) !== next.base) return undefined;
  const move = placesAfter(before.layout, layout, edit);
  const ends = old.ends.map((place, turn) => (turn % 2 === 0 ? move(place) : place));
  const by = spot.start - old.above;
  const placed = extendUnits(
    movePiece(facts, (offset) => placeOfOffset(layout, offset + by)),
    ends,
  );
  const now: PlacedPiece = { ...old, known, facts, placed, ends };
  const gathered = gatherAgain(before.gathered, now, next?.base ?? Number.POSITIVE_INFINITY, move);
  return { ...before, text, pieces: before.pieces.with(spot.index, now), layout, gathered };
}

/** The piece that an edit stays inside of; one at its beginning or end may change where it begins or ends. */
function spotOf({ layout, pieces, text }: PieceReading, { start: first, end: last }: TextEdit): Spot | undefined {
  const index = pieceUpTo(pieces, placeOfOffset(layout, first));
  const [piece, next] = [pieces[index], pieces[index + 1]];
  // Front matter may end elsewhere.
  if (!piece || (index === 0 && /^\ufeff?---/.test(text))) return undefined;
  const start = offsetOfPlace(layout, piece.base);
  const end = next ? offsetOfPlace(layout, next.base) : text.length;
  return first > start && last < end ? { index, start, end } : undefined;
}

/** Where each place of the old layout is after an edit; NaN for one at which the edit begins or ends, or between. */
function placesAfter(before: Layout, now: Layout, { start, end, by }: TextEdit): (place: number) => number {
  return (place) => {
    const offset = offsetOfPlace(before, place);
    return offset < start ? placeOfOffset(now, offset) : offset > end ? placeOfOffset(now, offset + by) : Number.NaN;
  };
}

/** Whether reading the pieces one by one gives what reading them together gives, as it did. */
function countsTheSame(old: PieceHead, now: PieceHead, { pieces }: PieceReading): boolean {
  if (old.tests !== now.tests || old.columns !== now.columns || old.sections !== now.sections) return false;
  if (now.spent <= old.spent) return true;
  const spent = pieces.reduce((sum, { facts }) => sum + facts.spent, now.spent - old.spent);
  return spent <= mostForRemark;
}

/** The facts of a document in which one piece says something else. @param next the place of the piece behind it */
function gatherAgain(gathered: Gathered, now: PlacedPiece, next: number, move: (place: number) => number): Gathered {
  const { base, placed } = now;
  const shift = shiftWith(move);
  const units = gathered.units.map((unit) => {
    if (isApart(unit, base, next)) return unit;
    const moved = shift.unit(unit);
    return isSame(moved, unit) ? unit : moved;
  });
  const named = linesOf(units, base, next);
  const window: Found = { ...placed, tasks: placed.tasks.filter(({ at }) => !named.has(at.start)) };
  const put = <K extends keyof Found>(key: K) => replace<Found[K][number]>(gathered[key], window[key], base, next);
  return {
    units,
    title: gathered.title,
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

/** Whether nothing of a unit stands in a stretch of the document. */
function isApart({ at, extent, status, otherStatuses, mentions, dependsOn }: Unit, from: number, to: number): boolean {
  const isOutside = (place: Place) => place.start < from || place.start >= to;
  return (
    (extent.end < from || (at.start >= to && extent.start >= to)) &&
    (status === null || isOutside(status.at)) &&
    otherStatuses.every((one) => isOutside(one.at)) &&
    mentions.every(isOutside) &&
    dependsOn.every((one) => isOutside(one.at))
  );
}

/** Units that are still open at the end of a piece extend to where they end. @param ends places of their headings and ends, in turns */
export function extendUnits(facts: PieceFacts, ends: readonly number[]): PieceFacts {
  if (ends.length === 0) return facts;
  const candidates = facts.candidates.map((one) => {
    const index = one.form === 'heading' ? ends.findIndex((at, turn) => turn % 2 === 0 && at === one.at.start) : -1;
    return index < 0 ? one : { ...one, extent: { start: one.extent.start, end: ends[index + 1] ?? one.extent.end } };
  });
  return { ...facts, candidates };
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
