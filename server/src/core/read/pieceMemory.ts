import { ownText } from '../source.ts';
import { isOpen, type PieceFacts, type PieceHead, readPiece, type Surroundings } from './pieceFacts.ts';
import { hasCodeHeadings } from './unitName.ts';

/** What is remembered of a piece of a document, by its text. */
export interface Remembered {
  readonly text: string;
  /** What follows it would still belong to its last block. */
  readonly reaches: boolean;
  readonly codes: boolean;
  /** How it was read last, and what it says then; undefined facts mean that it cannot be read on its own. */
  surroundings: Surroundings | undefined;
  facts: (PieceFacts & PieceHead) | undefined;
}

/** So much text is remembered at least, and twice as much at most; of a longer document, two versions of it. UTF-16 units. */
const mostText = 250_000;
let recent = new Map<string, Remembered>();
let older = recent;
let size = 0;

/** What is remembered of a text. @param whole length of the document that it is a piece of */
export function remember(text: string, whole: number): Remembered {
  const recently = recent.get(text);
  if (recently) return recently;
  const known = older.get(text) ?? fresh(ownText(text));
  if (size > Math.max(mostText, 2 * whole)) {
    older = recent;
    recent = new Map();
    size = 0;
  }
  size += text.length;
  recent.set(known.text, known);
  return known;
}

function fresh(text: string): Remembered {
  // Only fences and HTML reach over a heading; most pieces have neither, and need not be tried.
  const mayReach = text.includes('```') || text.includes('~~~') || text.includes('<');
  const codes = hasCodeHeadings(text);
  return {
    text,
    reaches: mayReach && isOpen(text),
    codes,
    surroundings: undefined,
    facts: undefined,
  };
}

/** What a piece says in these surroundings; it is read once for the last ones. Undefined where it cannot be read on its own. */
export function readRemembered(known: Remembered, surroundings: Surroundings): (PieceFacts & PieceHead) | undefined {
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
