import type { Layout } from '../layout.ts';
import type { Above, Found, PieceFacts, PieceHead } from './pieceFacts.ts';
import type { Remembered } from './pieceMemory.ts';
import type { Units } from './units.ts';

/** The facts of a document before it is decided what the document is. */
export type Gathered = Found & {
  readonly units: Units;
  readonly title: string | null;
};

/** How one piece of a document was read. */
export interface PlacedPiece {
  readonly known: Remembered;
  /** The level of its first heading; 0 for what stands before all headings. */
  readonly level: number;
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
  /** The level of the headings before which it was cut. */
  readonly level: number;
  /** How unit names are written in it: see `codeLetters`. */
  readonly letters: string;
  /** In the order of the text. */
  readonly pieces: readonly PlacedPiece[];
  readonly layout: Layout;
  readonly gathered: Gathered;
}

/** The index of the last piece that does not begin behind a place of the layout. @param pieces at least one */
export function pieceUpTo(pieces: readonly PlacedPiece[], place: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle] as PlacedPiece).base <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
