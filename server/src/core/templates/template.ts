import type { Wording } from '../fixes/wording.ts';
import type { Ground } from './ground.ts';

/** One of the ways of working in phases, as new documents. */
export interface Template {
  /** What a person types: `phasewise init one-file`. */
  readonly id: string;
  readonly title: string;
  /** One sentence: for whom it is, and what is kept where. */
  readonly detail: string;
  /** The new files; the first is the one to begin with. */
  readonly files: (ground: Ground) => readonly NewFile[];
}

/** A file of a template; its blanks are what a person is to write. */
export interface NewFile {
  /** Workspace-relative with `/`. */
  readonly path: string;
  readonly text: Wording;
}
