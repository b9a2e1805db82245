import { beyond, isPlain, type Layout, lastUpTo, plainLayout, relaid, roomyLayout } from '../layout.ts';
import { mostForRemark } from '../markdown.ts';
import type { Settings } from '../settings.ts';
import { isSameList } from '../share.ts';
import type { Source } from '../source.ts';
import { followEdit, type Gathered, type PieceReading, type PlacedPiece } from './editedPiece.ts';
import { mostSections, mostUnits } from './limits.ts';
import { type Above, type PieceFacts, type PieceHead, readPiece, type Surroundings } from './pieceFacts.ts';
import { type Remembered, remember } from './pieceMemory.ts';
import { cutIntoPieces, type Piece } from './pieces.ts';
import { shiftBy } from './shift.ts';
import { codeLetters } from './unitName.ts';
import { defineUnits } from './units.ts';
import type { Topic } from './vocabulary.ts';

/**
 * Shorter documents are read whole: that is quick enough, and what is remembered takes room. One that is being edited is worth it much
 * sooner than one that is read for the first time. UTF-16 units.
 */
export const shortest = { first: 20_000, edited: 1500 } as const;

/**
 * Reads a long Markdown document piece by piece and remembers each piece by its text: after an edit one piece is read again, and the
 * others keep their places. Undefined where that is not certain to give what the whole document gives: units around several pieces,
 * manual tests in several pieces, boards, notices; such a document is read whole. Tests hold the two readings against each other.
 * @param least shorter texts are not read that way; UTF-16 units
 * @param before how the document was read last: most pieces stand where they stood
 */
export function readByPieces(
  source: Source,
  settings: Settings,
  topic: Topic | null,
  least: number = shortest.first,
  before?: PieceReading,
): PieceReading | undefined {
  const { text, path } = source;
  if (text.length < least || topic || text.includes('phasewise-disable') || /board|kanban|backlog/i.test(path)) return undefined;
  const cut = cutIntoPieces(source, (piece, number) => {
    const front = before?.pieces[number]?.known;
    return front?.text === piece ? front : remember(piece);
  });
  // With more headings than this a notice is due: see `limits.ts`.
  if (!cut || cut.length > mostUnits) return undefined;
  const letters = cut.some(({ known }) => known.codes) ? codeLetters(text) : '';
  const heads: Read[] = [];
  let open: readonly Above[] = [];
  for (const { level, known } of cut) {
    const above = open.filter((heading) => heading.level < level);
    // What stands below a gate is part of it, and has to be read with it; so it is with manual tests.
    if (above.some(({ gathers, line }) => gathers || line.indexOf('\n') < line.length - 1)) return undefined;
    const lines = above.map(({ line }) => line).join('');
    const facts = readKnown(known, { path, settings, above: lines, topic, letters });
    if (!facts || (facts.describes && above.some(({ unit }) => unit))) return undefined;
    if (facts.first?.unit === 'stage' && open.some((one) => one.level === level && one.unit === 'phase')) return undefined;
    heads.push({ known, above: lines.length, facts });
    open = facts.open;
  }
  const title = titleOf(heads.map(({ facts }) => facts));
  if (!areIndependent(heads, title)) return undefined;
  const layout = layOut(cut, text.length, before);
  const pieces = heads.map((head, number) => place(head, layout.bases[number] ?? 0, endsOf(heads, layout, number), before));
  const gathered = (before && followEdit(before, pieces, title)) ?? gather(pieces, title);
  return gathered && { pieces, layout, gathered };
}

type Read = Pick<PlacedPiece, 'known' | 'above' | 'facts'>;

/** Where the pieces stand: as offsets for the first time, later where they stood as long as there is room. */
function layOut(pieces: readonly Piece<Remembered>[], length: number, before: PieceReading | undefined): Layout {
  const starts = Int32Array.from(pieces, ({ start }) => start);
  if (!before) return plainLayout(starts, length);
  const old = before.pieces;
  const least = Math.min(old.length, pieces.length);
  let front = 0;
  while (front < least && old[front]?.known === pieces[front]?.known) front += 1;
  let behind = 0;
  while (behind < least - front && old[old.length - 1 - behind]?.known === pieces[pieces.length - 1 - behind]?.known) behind += 1;
  const edited = pieces.slice(front, pieces.length - behind).map(({ text }) => text.length);
  return relaid(before.layout, front, old.length - behind, edited) ?? roomyLayout(starts, length);
}

/** The facts of a piece at their places in the layout: those that it had, if it was read that way and stands there. */
function place(
  { known, above, facts }: Read,
  base: number,
  ends: readonly number[],
  before: PieceReading | undefined,
): PlacedPiece {
  const old = before && pieceAt(before, base);
  if (old?.facts === facts && old.above === above && isSameList(old.ends, ends)) return old;
  const by = base - above;
  return { known, above, facts, base, ends, placed: extend(by === 0 ? facts : moved(facts, by), base, ends) };
}

function pieceAt({ pieces, layout }: PieceReading, base: number): PlacedPiece | undefined {
  const piece = pieces[lastUpTo(layout.bases, base)];
  return piece?.base === base ? piece : undefined;
}

/** Units that are still open at the end of a piece: where their headings stand in it, and where they end in the layout. */
function endsOf(heads: readonly Read[], layout: Layout, number: number): readonly number[] {
  const { bases } = layout;
  const endOfText = isPlain(layout) ? layout.length : beyond;
  const open = heads[number]?.facts.open ?? [];
  if (number + 1 >= heads.length || !open.some(({ unit, at }) => unit && at >= 0)) return none;
  const ends: number[] = [];
  for (const { unit, at, level } of open) {
    if (!unit || at < 0) continue;
    let end = endOfText;
    for (let after = number + 1; after < heads.length; after += 1) {
      const closing = heads[after]?.facts.closing.find((one) => one.level <= level);
      if (!closing) continue;
      end = (bases[after] ?? 0) + closing.at;
      break;
    }
    if (end !== bases[number + 1]) ends.push(at, end);
  }
  return ends;
}

const none: readonly number[] = [];

function extend(facts: PieceFacts, base: number, ends: readonly number[]): PieceFacts {
  if (ends.length === 0) return facts;
  const candidates = facts.candidates.map((one) => {
    const index = one.form === 'heading' ? ends.findIndex((at, place) => place % 2 === 0 && base + at === one.at.start) : -1;
    return index < 0 ? one : { ...one, extent: { start: one.extent.start, end: ends[index + 1] ?? one.extent.end } };
  });
  return { ...facts, candidates };
}

/** Whether reading the pieces one by one gives what reading them together gives. */
function areIndependent(heads: readonly Read[], title: string | null): boolean {
  const sum = (of: (head: PieceHead) => number) => heads.reduce((total, { facts }) => total + of(facts), 0);
  return (
    sum((head) => (head.tests ? 1 : 0)) < 2 &&
    sum((head) => head.columns) < 2 &&
    sum((head) => head.sections) < mostSections &&
    sum((head) => head.spent) <= mostForRemark &&
    !/board|kanban/i.test(title ?? '')
  );
}

function titleOf(heads: readonly PieceHead[]): string | null {
  const first = heads.find(({ titles }) => titles[0] !== null)?.titles[0];
  return first ?? heads.find(({ titles }) => titles[1] !== null)?.titles[1] ?? null;
}

function gather(pieces: readonly PlacedPiece[], title: string | null): Gathered | undefined {
  const all = pieces.map(({ placed }) => placed);
  const units = [...defineUnits(together(all, 'candidates')), ...together(all, 'lifecycle')];
  // A document that names no unit may be named by its file, and one with too many gets a notice.
  if (units.length === 0 || units.length > mostUnits) return undefined;
  const lines = new Set<number>();
  for (const { at, mentions } of units) {
    lines.add(at.start);
    for (const { start } of mentions) lines.add(start);
  }
  return {
    units,
    title,
    scope: together(all, 'scope'),
    gates: together(all, 'gates'),
    emptyGates: together(all, 'emptyGates'),
    tasks: together(all, 'tasks').filter(({ at }) => !lines.has(at.start)),
    checklist: together(all, 'checklist'),
    evidence: together(all, 'evidence'),
    signoffs: together(all, 'signoffs'),
    attempts: together(all, 'attempts'),
    deferred: together(all, 'deferred'),
  };
}

function together<K extends keyof PieceFacts>(all: readonly PieceFacts[], key: K): PieceFacts[K] {
  const list: unknown[] = [];
  for (const facts of all) for (const one of facts[key]) list.push(one);
  return list as unknown as PieceFacts[K];
}

function readKnown(known: Remembered, surroundings: Surroundings): (PieceFacts & PieceHead) | undefined {
  if (!known.surroundings || !isSame(known.surroundings, surroundings)) {
    known.surroundings = surroundings;
    known.facts = readPiece(known.text, surroundings);
  }
  return known.facts;
}

function isSame(a: Surroundings, b: Surroundings): boolean {
  return (
    a.path === b.path &&
    a.settings.statuses === b.settings.statuses &&
    a.above === b.above &&
    a.topic === b.topic &&
    a.letters === b.letters
  );
}

function moved(facts: PieceFacts, by: number): PieceFacts {
  const shift = shiftBy(by);
  return {
    candidates: facts.candidates.map(shift.candidate),
    lifecycle: facts.lifecycle.map(shift.unit),
    scope: facts.scope.map(shift.scope),
    gates: facts.gates.map(shift.gate),
    emptyGates: facts.emptyGates.map(shift.placed),
    tasks: facts.tasks.map(shift.task),
    checklist: facts.checklist.map(shift.check),
    evidence: facts.evidence.map(shift.evidence),
    signoffs: facts.signoffs.map(shift.placed),
    attempts: facts.attempts.map(shift.placed),
    deferred: facts.deferred.map(shift.placed),
  };
}
