import type { DocumentFacts, Edit, Plan, Span } from '../model.ts';
import type { Project } from '../project.ts';
import type { Source } from '../source.ts';

/** One thing that may be written at a place. */
export interface Completion {
  /** What an editor lists. */
  readonly label: string;
  readonly kind:
    | 'status'
    | 'phase'
    | 'stage'
    | 'task'
    | 'folder'
    | 'file'
    | 'glob'
    | 'gate'
    | 'command'
    | 'rule'
    | 'key'
    | 'value';
  /** What it is and why it is offered, in a few words; text of the repository among them is not escaped. */
  readonly detail: string;
  readonly edit: Edit;
  /** What is compared with the words before the cursor, where that is not the label. */
  readonly filter?: string;
  /** What was put in asks for more: a folder for what is in it. */
  readonly more?: true;
}

/** What may be written at a place, the likeliest first. */
export interface Completions {
  readonly items: readonly Completion[];
  /** There is more, or will be: ask again after the next character. */
  readonly incomplete: boolean;
  /** A list of the folder's files would say more. */
  readonly wantsFiles: boolean;
}

/** Where somebody asks. */
export interface Asked {
  readonly project: Project;
  readonly plan: Plan | undefined;
  readonly facts: DocumentFacts;
  readonly source: Source;
  /** 0-based UTF-16 offset of the cursor. */
  readonly offset: number;
}

/** What kind of words a place takes. */
export type Want =
  | 'status'
  | 'phase'
  | 'stage'
  | 'task'
  | 'path'
  | 'evidence'
  | 'command'
  | 'gate'
  | 'directive'
  | 'rule'
  | 'key'
  | 'setting';

/** A place that takes words of a kind. Both Markdown and YAML are looked at until only this is left to know. */
export interface Slot {
  readonly wants: Want;
  /** The words that are there and are replaced, around the cursor; empty where there are none. */
  readonly at: Span;
  /** Written around what is put in: a code span, the rest of a label. */
  readonly around?: readonly [before: string, after: string];
  /** The unit or task that the place is about, where that matters. */
  readonly about?: Subject | undefined;
  /** Words that may be written here and nowhere else: keys, values of a setting. */
  readonly words?: readonly Word[];
  /** What a path is written relative to: the folder of the document, for the target of a link. */
  readonly from?: string;
}

/** A word with its meaning. */
export interface Word {
  readonly word: string;
  readonly meaning: string;
  /** What is written behind it. */
  readonly behind?: string;
}

/** What a status or a reference is said of. */
export interface Subject {
  readonly kind: 'phase' | 'stage' | 'task';
  readonly id: string | null;
  readonly phase: string | null;
}

/** The words of a slot before the cursor. */
export function typedIn({ at }: Slot, { source, offset }: Asked): string {
  return source.text.slice(at.start, Math.max(at.start, offset));
}

/** Puts words into a slot. */
export function into({ at, around }: Slot, { source }: Asked, words: string): Edit {
  return { path: source.path, start: at.start, end: at.end, text: around ? around[0] + words + around[1] : words };
}
