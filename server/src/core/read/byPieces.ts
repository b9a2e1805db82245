import { followText, isPlain, type Layout, placeOfOffset, plainLayout, type Relaid, roomyLayout } from '../layout.ts';
import { mostForRemark } from '../markdown.ts';
import type { Settings } from '../settings.ts';
import { isSameList } from '../share.ts';
import type { Source } from '../source.ts';
import { editBetween, type TextEdit } from '../textEdit.ts';
import { cutBlocks } from './cutBlocks.ts';
import { extendUnits, readEdited } from './editedPiece.ts';
import { mostSections, mostUnits } from './limits.ts';
import { type Above, linesAbove, type PieceFacts, type PieceHead } from './pieceFacts.ts';
import { readRemembered, remember } from './pieceMemory.ts';
import { type Gathered, type PieceReading, type PlacedPiece, pieceUpTo } from './pieceReading.ts';
import { cutIntoPieces, levelsOf } from './pieces.ts';
import { movePiece } from './shift.ts';
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
  const edited = before && readEdited(before, text, path, settings);
  if (edited) return edited;
  // Small pieces are quick to read again; what stands below a gate or a list of tests is one with it, though.
  const levels = levelsOf(source);
  const known = before && levels.includes(before.level) ? [before.level] : [];
  for (const level of new Set([...known, ...levels])) {
    const reading = readAtLevel(level, source, settings, topic, before);
    if (reading) return reading;
  }
  return undefined;
}

function readAtLevel(
  cutting: number,
  source: Source,
  settings: Settings,
  topic: Topic | null,
  before: PieceReading | undefined,
): PieceReading | undefined {
  const { text, path } = source;
  const cut = cutIntoPieces(source, cutting, (piece, number) => {
    const front = before?.pieces[number]?.known;
    return front?.text === piece ? front : remember(piece, text.length);
  });
  // With more headings than this a notice is due: see `limits.ts`.
  if (cut.length > mostUnits) return undefined;
  const letters = cut.some(({ known }) => known.codes) ? codeLetters(text) : '';
  const heads: Read[] = [];
  let open: readonly Above[] = noHeadings;
  const same = before?.letters === letters && before.pieces;
  for (const [number, { level, known }] of cut.entries()) {
    const old = same ? same[number] : undefined;
    if (old?.known === known && old.level === level && old.below === open) {
      heads.push(old);
      open = old.facts.open;
      continue;
    }
    const above = open.filter((heading) => heading.level < level);
    // What stands below a gate is part of it, and has to be read with it; so it is with manual tests.
    if (above.some(({ gathers, line }) => gathers || line.indexOf('\n') < line.length - 1)) return undefined;
    const lines = linesAbove(open, level);
    const facts = readRemembered(known, { path, settings, above: lines, topic, letters });
    if (!facts || (facts.describes && above.some(({ unit }) => unit))) return undefined;
    if (facts.first?.unit === 'stage' && open.some((one) => one.level === level && one.unit === 'phase')) return undefined;
    heads.push({ known, level, below: open, above: lines.length, facts });
    open = facts.open;
  }
  const title = titleOf(heads.map(({ facts }) => facts));
  if (!areIndependent(heads, title)) return undefined;
  const edit = before && editBetween(before.text, text);
  const { layout, from, to } = layOut(source, before, edit);
  const starts = cut.map(({ start }) => start);
  const pieces = heads.map((head, number): PlacedPiece => {
    const [start, end] = [starts[number] ?? 0, starts[number + 1] ?? text.length];
    const base = placeOfOffset(layout, start);
    const ends = endsOf(heads, starts, layout, number);
    const stays = from === to || end <= (layout.starts[from] ?? text.length) || start >= (layout.starts[to] ?? text.length);
    const old = before && stays ? pieceAt(before.pieces, base) : undefined;
    if (old?.facts === head.facts && old.above === head.above && isSameList(old.ends, ends))
      return old.below === head.below ? old : { ...old, below: head.below };
    const by = start - head.above;
    const placed =
      by === 0 && isPlain(layout) ? head.facts : movePiece(head.facts, (offset) => placeOfOffset(layout, offset + by));
    return { ...head, base, ends, placed: extendUnits(placed, ends) };
  });
  const gathered = gather(pieces, title);
  return gathered && { text, level: cutting, letters, pieces, layout, gathered };
}

type Read = Pick<PlacedPiece, 'known' | 'level' | 'below' | 'above' | 'facts'>;

/** Where the text stands: at its offsets for the first time, later where it stood as long as there is room. */
function layOut({ text, isOpen }: Source, before: PieceReading | undefined, edit: TextEdit | undefined): Relaid {
  const relaid = before && edit && !isPlain(before.layout) ? followText(before.layout, edit, text, cutBlocks) : undefined;
  if (relaid) return relaid;
  const roomy = isOpen || before !== undefined;
  const starts = Int32Array.from(roomy ? cutBlocks(text) : [0]);
  const layout = roomy ? roomyLayout(starts, text.length) : plainLayout(starts, text.length);
  return { layout, from: 0, to: starts.length };
}

function pieceAt(pieces: readonly PlacedPiece[], base: number): PlacedPiece | undefined {
  const piece = pieces[pieceUpTo(pieces, base)];
  return piece?.base === base ? piece : undefined;
}

/** Units that are still open at the end of a piece: the places of their headings, and of their ends; in turns. */
function endsOf(heads: readonly Read[], starts: readonly number[], layout: Layout, number: number): readonly number[] {
  const open = heads[number]?.facts.open ?? [];
  if (number + 1 >= heads.length || !open.some(({ unit, at }) => unit && at >= 0)) return none;
  const ends: number[] = [];
  for (const { unit, at, level } of open) {
    if (!unit || at < 0) continue;
    let end = layout.length;
    for (let after = number + 1; after < heads.length; after += 1) {
      const closing = heads[after]?.facts.closing.find((one) => one.level <= level);
      if (!closing) continue;
      end = (starts[after] ?? 0) + closing.at;
      break;
    }
    if (end === starts[number + 1]) continue;
    ends.push(placeOfOffset(layout, (starts[number] ?? 0) + at), placeOfOffset(layout, end));
  }
  return ends;
}

const none: readonly number[] = [];
const noHeadings: readonly Above[] = [];

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
