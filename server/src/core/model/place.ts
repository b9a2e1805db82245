/** A stretch of one document's text, as 0-based UTF-16 offsets; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch of text in a named document. */
export interface Place extends Span {
  /** Workspace-relative path with `/`. */
  readonly path: string;
}

/** A pointer to a phase, stage or task by its id. */
export interface Reference {
  readonly id: string;
  readonly at: Place;
}

/** Where a unit of work stands. `ready` means ready for sign-off; `unknown` means that nothing states it. */
export type Status =
  | 'planned'
  | 'in_progress'
  | 'blocked'
  | 'ready'
  | 'partial'
  | 'done'
  | 'signed_off'
  | 'deferred'
  | 'removed'
  | 'unknown';

/** How a statement stands in the text; it decides which of two statements about the same thing weighs more. */
export type Form = 'heading' | 'label' | 'row' | 'item' | 'front-matter' | 'yaml' | 'board' | 'diagram' | 'file-name';

/** A status as somebody wrote it. */
export interface StatusStatement {
  readonly status: Status;
  /** The author's own words, without surrounding markup. */
  readonly text: string;
  /** The words themselves, so that a finding can underline them and a write-back can replace them. */
  readonly at: Place;
  readonly form: Form;
}
