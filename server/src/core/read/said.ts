import type { Layout } from '../layout.ts';
import type { DocumentFacts } from '../model.ts';
import type { Source } from '../source.ts';
import type { PieceReading } from './pieceReading.ts';
import type { ReadItems } from './yamlEdited.ts';

/** A text and what it says, with what helps to read the next version of it. */
export interface Said {
  readonly source: Source;
  /** At places of the layout, or at offsets into the text where there is none. */
  readonly facts: DocumentFacts;
  readonly layout?: Layout;
  /** How it was read piece by piece. */
  readonly pieces?: PieceReading;
  /** The items of a task list that were read last. */
  readonly items?: ReadItems;
}
