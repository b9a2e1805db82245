import { mostForRemark } from '../markdown.ts';
import type { Settings } from '../settings.ts';
import type { Source } from '../source.ts';
import { mostSections, mostUnits } from './limits.ts';
import { type Above, isOpen, type PieceFacts, type PieceHead, readPiece, type Surroundings } from './pieceFacts.ts';
import { cutIntoPieces } from './pieces.ts';
import { shiftBy } from './shift.ts';
import { codeLetters, hasCodeHeadings } from './unitName.ts';
import { defineUnits } from './units.ts';
import type { Topic } from './vocabulary.ts';

/** The facts of a document before it is decided what the document is. */
export type Gathered = Omit<PieceFacts, 'candidates' | 'lifecycle'> & {
  readonly units: ReturnType<typeof defineUnits>;
  readonly title: string | null;
};

/** Shorter documents are read whole: that is quick enough, and what is remembered takes room. UTF-16 units. */
const shortest = 20_000;

interface Remembered {
  readonly surroundings: Surroundings;
  readonly facts: (PieceFacts & PieceHead) | undefined;
  /** The same facts where the piece stood last. */
  placed: { readonly start: number; readonly facts: PieceFacts } | undefined;
}

/** So much text is remembered at least, and twice as much at most. UTF-16 units. */
const mostText = 8_000_000;
let recent = new Map<string, Remembered>();
let older = recent;
let size = 0;

/**
 * Reads a long Markdown document piece by piece and remembers each piece by its text: after an edit one piece is read again, and the
 * others are moved. Undefined where that is not certain to give what the whole document gives: units around several pieces, manual tests
 * in several pieces, boards, notices; such a document is read whole. Tests hold the two readings against each other.
 */
export function readByPieces(source: Source, settings: Settings, topic: Topic | null, least = shortest): Gathered | undefined {
  const { text, path } = source;
  if (text.length < least || topic || text.includes('phasewise-disable') || /board|kanban|backlog/i.test(path)) return undefined;
  const pieces = cutIntoPieces(text, reachesOver);
  if (!pieces) return undefined;
  const letters = pieces.some((piece) => hasCodeHeadings(piece.text)) ? codeLetters(text) : '';
  const all: PieceFacts[] = [];
  const heads: PieceHead[] = [];
  let open: readonly Above[] = [];
  for (const piece of pieces) {
    const level = /^#{1,3}(?= )/.exec(piece.text)?.[0].length ?? 0;
    const above = open.filter((heading) => heading.level < level);
    // What stands below a unit or gate is part of it, and has to be read with it.
    if (above.some(({ unit, gate, line }) => unit || gate || line.indexOf('\n') < line.length - 1)) return undefined;
    const lines = above.map(({ line }) => line).join('');
    const known = remember(piece.text, { path, settings, above: lines, topic, letters });
    const { facts } = known;
    if (!facts || (facts.first?.unit === 'stage' && open.some((one) => one.level === level && one.unit === 'phase')))
      return undefined;
    all.push(place(known, facts, piece.start - lines.length));
    heads.push(facts);
    open = facts.open;
  }
  return areIndependent(heads) ? gather(all, heads) : undefined;
}

/** Whether reading the pieces one by one gives what reading them together gives. */
function areIndependent(heads: readonly PieceHead[]): boolean {
  const sum = (of: (head: PieceHead) => number) => heads.reduce((total, head) => total + of(head), 0);
  const title = titleOf(heads);
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

function gather(all: readonly PieceFacts[], heads: readonly PieceHead[]): Gathered | undefined {
  const units = [...defineUnits(all.flatMap(({ candidates }) => candidates)), ...all.flatMap(({ lifecycle }) => lifecycle)];
  // A document that names no unit may be named by its file, and one with too many gets a notice.
  if (units.length === 0 || units.length > mostUnits) return undefined;
  const lines = new Set(units.flatMap((unit) => [unit.at.start, ...unit.mentions.map((mention) => mention.start)]));
  return {
    units,
    title: titleOf(heads),
    scope: all.flatMap(({ scope }) => scope),
    gates: all.flatMap(({ gates }) => gates),
    emptyGates: all.flatMap(({ emptyGates }) => emptyGates),
    tasks: all.flatMap(({ tasks }) => tasks).filter(({ at }) => !lines.has(at.start)),
    checklist: all.flatMap(({ checklist }) => checklist),
    evidence: all.flatMap(({ evidence }) => evidence),
    signoffs: all.flatMap(({ signoffs }) => signoffs),
    deferred: all.flatMap(({ deferred }) => deferred),
  };
}

function remember(text: string, surroundings: Surroundings): Remembered {
  const known = recent.get(text) ?? older.get(text);
  if (known && isSame(known.surroundings, surroundings)) {
    if (!recent.has(text)) keep(text, known);
    return known;
  }
  const fresh: Remembered = { surroundings, facts: readPiece(text, surroundings), placed: undefined };
  keep(text, fresh);
  return fresh;
}

function keep(text: string, one: Remembered): void {
  if (size > mostText) {
    older = recent;
    recent = new Map();
    size = 0;
  }
  size += text.length;
  recent.set(text, one);
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

/** @param by how far the places of the piece are from those of the document */
function place(known: Remembered, facts: PieceFacts, by: number): PieceFacts {
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
    evidence: facts.evidence.map(shift.placed),
    signoffs: facts.signoffs.map(shift.placed),
    deferred: facts.deferred.map(shift.placed),
  };
}

const mostTried = 5000;
const tried = new Map<string, boolean>();

/** Only fences and HTML reach over a heading; most pieces have neither, and need not be tried. */
function reachesOver(text: string): boolean {
  if (!text.includes('```') && !text.includes('~~~') && !text.includes('<')) return false;
  let open = tried.get(text);
  if (open === undefined) {
    open = isOpen(text);
    if (tried.size >= mostTried) tried.clear();
    tried.set(text, open);
  }
  return open;
}
