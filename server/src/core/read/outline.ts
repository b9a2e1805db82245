import type { Span } from '../model.ts';
import type { Block, Heading, Item } from './blocks.ts';
import type { Label } from './label.ts';
import type { UnitName } from './unitName.ts';
import type { Topic } from './vocabulary.ts';

/**
 * Walks the blocks of a document once and says of each where it stands: in which section, under which announced topic ("Exit
 * criteria"), in which phase and stage. The readers of gates, tasks, scopes … are then plain filters over these passages.
 */
export interface Outline {
  readonly passages: readonly Passage[];
  readonly sections: readonly Section[];
  /** Every `Label: value`, wherever it stands. */
  readonly fields: readonly Field[];
  /** The first level-1 heading, else the first heading. */
  readonly title: string | null;
  /** The same, by where it stands: readers that ask section by section or item by item stay linear. */
  readonly fieldsIn: (section: Section) => readonly Field[];
  readonly fieldsBelow: (item: Item) => readonly Field[];
  readonly passagesIn: (section: Section) => readonly Passage[];
  readonly passagesBelow: (item: Item) => readonly Passage[];
  readonly sectionsIn: (section: Section) => readonly Section[];
}

/** A heading and what it announces; the document before its first heading is a section without one. */
export interface Section {
  /** Its index among the sections of the document. */
  readonly number: number;
  readonly heading: Heading | null;
  readonly level: number;
  readonly plain: string;
  readonly parent: Section | null;
  readonly announced: Announced | null;
  /** The unit named by this very heading. */
  readonly unit: UnitName | null;
  /** The ids in force here, from this heading or one around it. */
  readonly phase: string | null;
  readonly stage: string | null;
}

/** A heading, label or item that says what the following blocks are. */
export interface Announced {
  readonly topic: Topic;
  readonly name: string;
  /** The line of the label. */
  readonly at: Span;
  readonly by: 'heading' | 'label' | 'item';
  /** A heading without a topic of its own that stands below one with a topic. */
  readonly inherited: boolean;
}

/** Where a block stands. */
export interface Context {
  readonly section: Section;
  readonly announced: Announced | null;
  readonly phase: string | null;
  readonly stage: string | null;
}

export interface Passage extends Context {
  readonly block: Block;
  /** The label of an item, where it has one. */
  readonly label: Label | null;
}

/** A `Label: value`; spans are offsets into the document. */
export interface Field extends Context {
  readonly label: Label;
  /** The label's own announcement: for `Gate: …` the gate. */
  readonly announces: Announced | null;
  readonly value: string;
  readonly valueAt: Span;
  readonly at: Span;
  /** The item that is the label, or that holds the line. */
  readonly item: Item | null;
  readonly parent: Item | null;
}
