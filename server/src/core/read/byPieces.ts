import { mostForRemark } from '../markdown.ts';
import type { Settings } from '../settings.ts';
import { isSameList } from '../share.ts';
import type { Source } from '../source.ts';
import { followEdit, type Gathered, type PieceReading } from './editedPiece.ts';
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

const mostDocuments = 16;

/** How the documents that were read last were read: most pieces stand where they stood. */
const lastReadings = new Map<string, PieceReading>();

/**
 * Reads a long Markdown document piece by piece and remembers each piece by its text: after an edit one piece is read again, and the
 * others are moved. Undefined where that is not certain to give what the whole document gives: units around several pieces, manual tests
 * in several pieces, boards, notices; such a document is read whole. Tests hold the two readings against each other.
 * @param least shorter texts are not read that way; UTF-16 units
 */
export function readByPieces(
  source: Source,
  settings: Settings,
  topic: Topic | null,
  least: number = shortest.first,
): Gathered | undefined {
  const { text, path } = source;
  if (text.length < least || topic || text.includes('phasewise-disable') || /board|kanban|backlog/i.test(path)) return undefined;
  const before = lastReadings.get(path);
  const pieces = cutIntoPieces(source, (piece, number) => {
    const front = before?.pieces[number]?.known;
    return front?.text === piece ? front : remember(piece);
  });
  // With more headings than this a notice is due: see `limits.ts`.
  if (!pieces || pieces.length > mostUnits) return undefined;
  const letters = pieces.some(({ known }) => known.codes) ? codeLetters(text) : '';
  const read: PieceReading['pieces'][number][] = [];
  let open: readonly Above[] = [];
  for (const { start, level, known } of pieces) {
    const above = open.filter((heading) => heading.level < level);
    // What stands below a gate is part of it, and has to be read with it; so it is with manual tests.
    if (above.some(({ gathers, line }) => gathers || line.indexOf('\n') < line.length - 1)) return undefined;
    const lines = above.map(({ line }) => line).join('');
    const facts = readKnown(known, { path, settings, above: lines, topic, letters });
    if (!facts || (facts.describes && above.some(({ unit }) => unit))) return undefined;
    if (facts.first?.unit === 'stage' && open.some((one) => one.level === level && one.unit === 'phase')) return undefined;
    read.push({ start, above: lines.length, known, facts });
    open = facts.open;
  }
  const heads = read.map(({ facts }) => facts);
  const placed = (number: number) => placeOf(read[number] as (typeof read)[number]);
  const title = titleOf(heads);
  const gathered = areIndependent(heads, title)
    ? ((before && followEdit(before, read, placed, title)) ??
      gather(
        pieces.map(({ start, known }, number) =>
          extend(known, placed(number), start, endsOf(pieces, heads, number, text.length)),
        ),
        title,
      ))
    : undefined;
  lastReadings.delete(path);
  if (lastReadings.size >= mostDocuments) lastReadings.clear();
  if (gathered) lastReadings.set(path, { pieces: read, gathered });
  return gathered;
}

/** Units that are still open at the end of each piece: where their headings stand in it, and where they end in the document. */
function endsOf(
  pieces: readonly Piece<Remembered>[],
  heads: readonly PieceHead[],
  number: number,
  length: number,
): readonly number[] {
  const ends: number[] = [];
  for (const { unit, at, level } of heads[number]?.open ?? []) {
    if (!unit || at < 0 || number + 1 >= pieces.length) continue;
    let end = length;
    for (let after = number + 1; after < pieces.length && end === length; after += 1) {
      const closing = heads[after]?.closing.find((one) => one.level <= level);
      if (closing) end = (pieces[after]?.start ?? 0) + closing.at;
    }
    if (end !== pieces[number + 1]?.start) ends.push(at, end);
  }
  return ends;
}

function extend(known: Remembered, facts: PieceFacts, start: number, ends: readonly number[]): PieceFacts {
  if (ends.length === 0) return facts;
  const { extended } = known;
  if (extended?.of === facts && isSameList(extended.ends, ends)) return extended.facts;
  const candidates = facts.candidates.map((one) => {
    const index = one.form === 'heading' ? ends.findIndex((at, place) => place % 2 === 0 && start + at === one.at.start) : -1;
    return index < 0 ? one : { ...one, extent: { start: one.extent.start, end: ends[index + 1] ?? one.extent.end } };
  });
  known.extended = { of: facts, ends, facts: { ...facts, candidates } };
  return known.extended.facts;
}

/** Whether reading the pieces one by one gives what reading them together gives. */
function areIndependent(heads: readonly PieceHead[], title: string | null): boolean {
  const sum = (of: (head: PieceHead) => number) => heads.reduce((total, head) => total + of(head), 0);
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

function gather(all: readonly PieceFacts[], title: string | null): Gathered | undefined {
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
    known.placed = undefined;
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

/** The facts of a piece at their places in the document. */
function placeOf({ known, facts, start, above }: PieceReading['pieces'][number]): PieceFacts {
  const by = start - above;
  if (known.placed?.start !== by) known.placed = { start: by, facts: by === 0 ? facts : moved(facts, by) };
  return known.placed.facts;
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
