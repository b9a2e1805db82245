import type { Span } from '../model.ts';

/** A block of a Markdown document. All spans are offsets into the whole text. */
export type Block = Heading | Item | Paragraph | Table | Fence | Comment | Rule | FrontMatter;

interface Base extends Span {
  /** How many `>` stand before it. */
  readonly quote: number;
  /** The list item that holds it, or undefined. */
  readonly parent: Item | undefined;
}

/** Inline text without the markers around it; one span per line. */
export interface Piece {
  readonly text: string;
  /** Where each line of `text` begins in the document. */
  readonly lines: readonly Span[];
}

export interface Heading extends Base {
  readonly type: 'heading';
  readonly level: number;
  readonly text: Piece;
}

export interface Item extends Base {
  readonly type: 'item';
  /** The column of its marker and of its text, in columns (a tab counts to the next multiple of four). */
  readonly indent: number;
  readonly content: number;
  readonly marker: string;
  /** The number of an ordered item. */
  readonly ordinal: number | null;
  /** The character of its checkbox (` `, `x`, `~` …; a ballot box counts as one) and where it stands. */
  readonly box: { readonly mark: string; readonly at: Span } | null;
  readonly text: Piece;
  /** 0 for an outermost item. */
  readonly depth: number;
}

export interface Paragraph extends Base {
  readonly type: 'paragraph';
  readonly text: Piece;
}

export interface Row extends Span {
  readonly cells: readonly Piece[];
}

export interface Table extends Base {
  readonly type: 'table';
  readonly header: Row;
  readonly rows: readonly Row[];
}

/** Code: fenced or indented. Nothing inside it is ever read, but for the command of a manual test. */
export interface Fence extends Base {
  readonly type: 'fence';
  /** False for indented code. */
  readonly fenced: boolean;
  readonly info: string;
  readonly content: Span;
}

export interface Comment extends Base {
  readonly type: 'comment';
}

export interface Rule extends Base {
  readonly type: 'rule';
}

export interface FrontMatter extends Base {
  readonly type: 'front-matter';
  readonly content: Span;
}
