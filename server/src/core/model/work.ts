import type { Form, Place, Reference, Span, Status, StatusStatement } from './place.ts';

/** A phase or stage as one document names it. */
export interface Unit {
  readonly kind: 'phase' | 'stage';
  /** The number as written, without leading zeros: `0`, `2A`, `1.3`, `post-11`. Compare with `keyOf`. */
  readonly id: string;
  readonly title: string | null;
  /** The heading, row, item or key that defines it here (whole line, without the line end). */
  readonly at: Place;
  /** The words that name it inside `at`. */
  readonly nameAt: Span;
  readonly form: Form;
  readonly status: StatusStatement | null;
  /** Other statements of its status in the same document (a progress table, a checkbox), in order. */
  readonly otherStatuses: readonly StatusStatement[];
  /** Every other line of the document that names the same unit. */
  readonly mentions: readonly Place[];
  /** Ids of phases (or stages, for a stage) it waits for. */
  readonly dependsOn: readonly Reference[];
  /** `2-3 days`, `Week 3`, as written. */
  readonly estimate: string | null;
  /** For a stage: the id of its phase, where the text says so. */
  readonly phase: string | null;
  /** The extent of its section: from the definition to where the next one begins. */
  readonly extent: Span;
}

/** One line of a scope. Prose has no glob and is never matched against paths. */
export interface ScopeEntry {
  readonly mode: 'in' | 'out';
  /** The path or glob as the author wrote it, or null for prose. */
  readonly glob: string | null;
  /** The whole entry as written. */
  readonly text: string;
  readonly at: Place;
  readonly phase: string | null;
  readonly stage: string | null;
  /** From which kind of list it was taken: the section called Scope, or a list of files. */
  readonly source: 'scope' | 'files' | 'front-matter' | 'yaml';
  /** Whether the list is about files that do not exist yet ("Files to create"). */
  readonly creates?: boolean;
}

/** A piece of work. */
export interface Task {
  /** `T0-001`, `1.2`; null where the author gave none. */
  readonly id: string | null;
  /** The words of the id, where they can be replaced. */
  readonly idAt?: Span;
  readonly title: string;
  readonly status: Status;
  readonly statusText: string | null;
  readonly statusAt: Span | null;
  readonly at: Place;
  readonly phase: string | null;
  /** The words that name the phase (the value of `phase:`), where there are any. */
  readonly phaseAt: Span | null;
  readonly stage: string | null;
  readonly dependsOn: readonly Reference[];
  /** Paths or words that the task names as its outcome. */
  readonly artifacts: readonly string[];
  /** Evidence the task itself names. */
  readonly evidence: readonly string[];
  readonly form: Form;
  /** The character between the brackets of its checkbox, for write-back. */
  readonly markAt: Span | null;
}

/** The state of a checkbox. `~`, `-` and `/` are partial, `!` is blocked. */
export type Mark = 'open' | 'done' | 'partial' | 'blocked' | 'waived';

/** What a group of gate items is for. */
export type GateKind =
  | 'exit'
  | 'acceptance'
  | 'success'
  | 'completion'
  | 'dod'
  | 'verification'
  | 'checkpoint'
  | 'go-no-go'
  | 'entry'
  | 'readiness'
  | 'signoff'
  | 'gate';

/** One condition of a gate. */
export interface GateItem {
  /** The condition as written: markup kept, list marker and checkbox stripped, lines joined by one space. */
  readonly text: string;
  /** The line or lines of the item. */
  readonly at: Place;
  /** Exactly the words of `text` in the document. */
  readonly textAt: Span;
  /** The checkbox: null where there is none. A struck-through item is `waived`. */
  readonly mark: Mark | null;
  /** The character between the brackets of the checkbox, for write-back. */
  readonly markAt: Span | null;
  /** What was recorded for this very condition; absent where nothing was. */
  readonly result?: CheckResult;
}

/** The conditions under which a phase or stage is finished. */
export interface Gate {
  readonly label: string;
  readonly kind: GateKind;
  /** The line of the label. */
  readonly at: Place;
  readonly phase: string | null;
  readonly stage: string | null;
  readonly items: readonly GateItem[];
  /** A recorded outcome (`Acceptance gate result: pass`), where the document has one. */
  readonly result: GateResult | null;
}

/** A label that announces a gate with nothing after it. */
export interface EmptyGate {
  readonly label: string;
  readonly at: Place;
  readonly phase: string | null;
}

/** A recorded outcome of a gate. */
export interface GateResult {
  readonly outcome: 'pass' | 'fail';
  readonly text: string;
  readonly at: Place;
}

/** What came out of a manual test or of a condition of a gate. Everything but the word may be missing. */
export interface Outcome {
  readonly outcome: 'pass' | 'fail' | 'skip' | 'blocked';
  readonly note: string | null;
  /** ISO date: `2026-03-01`. */
  readonly date: string | null;
  /** Who says so: a claim. */
  readonly actor: string | null;
  /** The commit that was tried, abbreviated or whole. */
  readonly commit: string | null;
  /** Of the command that was run. */
  readonly exitCode: number | null;
  /** The file that keeps what the command printed, as it is linked: relative to the document, or a URL. */
  readonly artifact: string | null;
}

/** An outcome that stands in a document. */
export interface CheckResult extends Outcome {
  /** Its words. */
  readonly at: Place;
}

/** A manual test: what to do and what to see. */
export interface CheckItem {
  readonly id: string | null;
  readonly title: string;
  readonly command: string | null;
  readonly commandAt: Span | null;
  /** Whether other commands stand beside this one. */
  readonly several?: boolean;
  readonly expected: string | null;
  /** The same as it is written, with its markup; each line is another expectation. */
  readonly expectedMarkup?: string | null;
  readonly expectedAt: Span | null;
  readonly result: CheckResult | null;
  /** Where the value of its `Result:` stands or would stand (it may be empty); null where there is no such place. */
  readonly resultAt: Span | null;
  /** A list item, a section of steps, or a row: it decides how a result is written. */
  readonly form: 'item' | 'section' | 'row';
  /** The line that defines it. */
  readonly at: Place;
  /** From its first line to the end of its last sub-item. */
  readonly extent: Span;
  readonly mark: Mark | null;
  readonly markAt: Span | null;
  readonly phase: string | null;
  readonly stage: string | null;
}
