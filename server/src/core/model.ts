/**
 * The words of the product as plain, readonly data. Everything in the core speaks in these types; nothing in here computes.
 *
 * Positions are offsets: 0-based UTF-16 code units into the text of one document, `end` exclusive. Lines and columns exist only at
 * the rim (see `source.ts`). Paths are relative to the workspace folder, with `/`.
 */

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

/** What a document turned out to be. `none` is a document that says nothing about a plan. */
export type DocumentKind = 'phase-doc' | 'plan' | 'stage-log' | 'tracker' | 'tasks' | 'board' | 'checklist' | 'process' | 'none';

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

/** A pointer to a phase, stage or task by its id. */
export interface Reference {
  readonly id: string;
  readonly at: Place;
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

/** The state of a checkbox. `~`, `-` and `/` are partial, `!` is blocked. */
export type Mark = 'open' | 'done' | 'partial' | 'blocked' | 'waived';

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

/** What proves an item; `none` is a place for evidence that nobody filled in. */
export interface Evidence {
  readonly kind: 'document' | 'contract' | 'commit' | 'test' | 'artifact' | 'link' | 'text' | 'none';
  /** What is proven, in the words of the row or label; null where the text does not say. */
  readonly item: string | null;
  readonly value: string;
  /** What the words point to, in their order. */
  readonly targets: readonly EvidenceTarget[];
  /** The day it was gathered (`2026-03-01`), where the text says so. */
  readonly date: string | null;
  readonly at: Place;
  readonly phase: string | null;
  readonly stage: string | null;
}

/** Something that words point to: it can be looked for. */
export interface EvidenceTarget {
  readonly kind: 'file' | 'commit' | 'url';
  /** A path as written, without what is meant inside the file (empty: the document itself); a commit's hash; an address. */
  readonly value: string;
  /** What is meant inside the file, or null: a heading or anchor (`#results`), lines (`#L12`, `:12`), a test (`::rejects an empty name`). */
  readonly part: { readonly kind: 'section' | 'line' | 'test'; readonly value: string } | null;
  /** A link is exact; other words may leave out the folders at the front. */
  readonly form: 'link' | 'words';
  /** The words that point, in the same document as the evidence; for a link its address. */
  readonly at: Span;
}

/** Who approved what, and when. */
export interface Signoff {
  readonly outcome: 'approved' | 'rejected' | 'pending';
  readonly actor: string | null;
  readonly role: string | null;
  readonly date: string | null;
  readonly correlationId: string | null;
  readonly commit: string | null;
  /** Paths, links and words that it names as proof. */
  readonly evidence: readonly string[];
  /** Why it was signed although something was missing. */
  readonly override: string | null;
  readonly at: Place;
  readonly phase: string | null;
}

/** One try to pass the gate of a phase as a whole. Failed ones stay in its history. */
export interface Attempt {
  /** Counted from 1. */
  readonly number: number;
  readonly outcome: 'pass' | 'fail';
  readonly date: string | null;
  readonly actor: string | null;
  readonly commit: string | null;
  readonly note: string | null;
  /** What failed, and what happened there. */
  readonly failed: readonly { readonly step: string; readonly note: string | null }[];
  /** What was done about a failure before the next try. */
  readonly fix: string | null;
  readonly at: Place;
  readonly phase: string | null;
}

/** Work moved to a later phase. */
export interface Deferral {
  readonly text: string;
  /** The phase it moves to, where the text says so. */
  readonly to: string | null;
  readonly at: Place;
  readonly phase: string | null;
}

/** A comment that hides findings. */
export interface Disable {
  /** Ids of rules; empty for all. */
  readonly rules: readonly string[];
  readonly reason: string | null;
  /** The comment. */
  readonly at: Place;
  /** Findings that begin in here are hidden. */
  readonly covers: Span;
}

/** Something in a document that could not be read, with what a person can do about it. */
export interface Problem {
  /** What may stand in the place of `at`, the likeliest first, where that is known. */
  readonly instead?: readonly string[];
  readonly code: 'unreadable' | 'broken-yaml' | 'not-read' | 'unknown-key' | 'invalid-value' | 'exception-ended';
  readonly message: string;
  readonly at: Place;
}

/** Everything one document says, on its own: no other document was looked at. */
export interface DocumentFacts {
  readonly path: string;
  readonly kind: DocumentKind;
  readonly title: string | null;
  readonly phases: readonly Unit[];
  readonly stages: readonly Unit[];
  readonly scope: readonly ScopeEntry[];
  readonly gates: readonly Gate[];
  /** Places that announce a gate without any condition after them. */
  readonly emptyGates: readonly EmptyGate[];
  readonly tasks: readonly Task[];
  readonly checklist: readonly CheckItem[];
  readonly evidence: readonly Evidence[];
  readonly signoffs: readonly Signoff[];
  readonly attempts: readonly Attempt[];
  readonly deferred: readonly Deferral[];
  readonly disables: readonly Disable[];
  readonly problems: readonly Problem[];
}

/** A stage of the merged plan. */
export interface Stage {
  readonly id: string;
  readonly title: string | null;
  readonly status: Status;
  readonly statement: StatusStatement | null;
  readonly source: Place;
  readonly mentions: readonly Place[];
  readonly gates: readonly Gate[];
  readonly tasks: readonly Task[];
  readonly checklist: readonly CheckItem[];
  readonly evidence: readonly Evidence[];
}

/** A phase of the merged plan: one, however many documents name it. */
export interface Phase {
  readonly id: string;
  readonly title: string | null;
  /** What is stated, by the statement that weighs most. */
  readonly status: Status;
  /** What follows from the tag, tasks, gates and stages where nothing is stated; equals `status` where something is. */
  readonly derived: Status;
  readonly statement: StatusStatement | null;
  readonly statements: readonly StatusStatement[];
  /** The Git tag that says that the gate of this phase was passed. */
  readonly tag: string | null;
  readonly source: Place;
  readonly mentions: readonly Place[];
  readonly dependsOn: readonly Reference[];
  readonly estimate: string | null;
  readonly stages: readonly Stage[];
  readonly scope: readonly ScopeEntry[];
  readonly gates: readonly Gate[];
  readonly tasks: readonly Task[];
  readonly checklist: readonly CheckItem[];
  readonly evidence: readonly Evidence[];
  readonly signoffs: readonly Signoff[];
  /** In the order of their numbers. */
  readonly attempts: readonly Attempt[];
  readonly deferred: readonly Deferral[];
}

/** The phase being worked on and why. */
export interface Current {
  readonly phase: string;
  /** One sentence for a person: "phase 1 is signed off, phase 2 has 3 open tasks". */
  readonly reason: string;
  readonly pinned: boolean;
}

/** The documents of one delivery, merged. */
export interface Plan {
  readonly title: string;
  /** Paths of its documents, the one that defines most phases first. */
  readonly documents: readonly string[];
  readonly phases: readonly Phase[];
  readonly current: Current | null;
  /** Gates and checklists that belong to no single phase: they hold for each of them. */
  readonly gates: readonly Gate[];
  readonly checklist: readonly CheckItem[];
  readonly tasks: readonly Task[];
  readonly stages: readonly Stage[];
  readonly evidence: readonly Evidence[];
  readonly deferred: readonly Deferral[];
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** One replacement in one document. Outside its span not a byte changes. */
export interface Edit extends Place {
  readonly text: string;
  /** The words of `text` that a person is to fill in, as offsets into it; each is a tab stop in editors that have them. */
  readonly stops?: readonly Stop[];
}

/** Words that a person is to fill in. */
export interface Stop extends Span {
  /** The question, for surfaces that ask; without it the words themselves say what is meant. */
  readonly prompt?: string;
  /** What kind of answer is wanted, where a surface can help with it: the person's name, a day (`2026-12-01`). */
  readonly answer?: 'name' | 'day';
  /** Without an answer the whole line is left out. */
  readonly optional?: true;
}

/** A way to mend a finding. */
export interface Fix {
  /** An order in the imperative: "Name the tests: `pnpm test` exits 0". */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Applied by "fix all" and by `--fix`; at most one per finding. */
  readonly preferred?: boolean;
}

/** What is wrong, on which words, and what to do. */
export interface Finding {
  /** Stable id of the rule: `gate/unnamed-tests`. */
  readonly rule: string;
  /** For gate rules, the kind of defect; see `GateCategory`. */
  readonly category?: GateCategory;
  readonly severity: Severity;
  readonly message: string;
  readonly at: Place;
  readonly related?: readonly { readonly at: Place; readonly message: string }[];
  readonly fixes?: readonly Fix[];
}

/** Why a gate item is no gate: the labels of the labelling guide. */
export type GateCategory =
  | 'placeholder'
  | 'escape-clause'
  | 'open-ended'
  | 'unnamed-tests'
  | 'subjective'
  | 'unquantified'
  | 'no-observable'
  | 'compound/ambiguous';
