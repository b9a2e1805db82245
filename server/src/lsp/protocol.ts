import type {
  Blank,
  GateVerdictReport,
  HistoryQuestions,
  OutlineReport,
  Severity,
  SignoffState,
  Status,
  StepReport,
  StepRun,
  Verdict,
} from '../core/index.ts';

export type {
  CheckItemReport,
  DeferralReport,
  EvidenceReport,
  Expectation,
  GateReport,
  GateVerdictReport,
  Located,
  OutlineReport,
  PhaseReport,
  PlanReport,
  RequirementReport,
  ScopeReport,
  SignoffReport,
  StageReport,
  Standing,
  StepReport,
  StepRun,
  TagReport,
  TaskReport,
  TasksReport,
} from '../core/index.ts';
export type { EditorEntry } from '../host/editor.ts';
export type { HostText } from '../host/host.ts';

/**
 * What Phasewise's own client and server say to each other beyond the standard protocol: method names and plain data. Other editors
 * need none of it. Positions are 0-based as everywhere in the protocol; folders and documents are named by their URIs.
 */
export const protocol = {
  /** Request: `OutlineParams` → `OutlineAnswer`. Waits until the folder was read. */
  outline: 'phasewise/outline',
  /** Notification from the server: `PlanChangedParams`. Something the tree or the status bar shows may be different now. */
  planChanged: 'phasewise/planChanged',
  /** Notification from the client: `DocumentParams`. A file that is no document of the plan was edited; its text is not sent. */
  touched: 'phasewise/touched',
  /** Notification from the client: `DocumentParams`. The file is again what it was, or its edit no longer counts. */
  untouched: 'phasewise/untouched',
  /** Notification from the client: `HistoryParams`. What Git's history says of the time since evidence was gathered. */
  history: 'phasewise/history',
  /** Request: `ScopeParams` → `ScopeAnswer`. */
  scope: 'phasewise/scope',
  /** Request: `GateParams` → `GateAnswer`. */
  gate: 'phasewise/gate',
  /** Request: `RecordOutcomeParams` → `EditAnswer`. */
  recordOutcome: 'phasewise/recordOutcome',
  /** Request: `SignOffParams` → `EditAnswer`. Refused unless the verdict is green, or red with a reason to override it. */
  signOff: 'phasewise/signOff',
  /** Request: `MoveStatusParams` → `EditAnswer`. Refused, with the way to go, for a step that leaves one out. */
  moveStatus: 'phasewise/moveStatus',
  /** Request: `RecordAttemptParams` → `EditAnswer`. */
  recordAttempt: 'phasewise/recordAttempt',
  /** Request: `DeferParams` → `EditAnswer`. */
  defer: 'phasewise/defer',
  /** Request: `GateParams` → `TagReport`. */
  tagOffer: 'phasewise/tagOffer',
  /** Request: `FixParams` → `EditAnswer`. */
  fix: 'phasewise/fix',
  /** Request: `PinPhaseParams` → `EditAnswer`. */
  pinPhase: 'phasewise/pinPhase',
  /** Request: `InsertPhaseParams` → `RenumberAnswer`. */
  insertPhase: 'phasewise/insertPhase',
  /** Request: `RenumberParams` → `RenumberAnswer`. */
  renumber: 'phasewise/renumber',
  /** Request: `AddOneParams` → `AddOneAnswer`. One more test or stage of a phase, in the form of those it has. */
  addOne: 'phasewise/addOne',
  /** Request without parameters → `TemplateReport[]`. */
  templates: 'phasewise/templates',
  /** Request: `CreatePlanParams` → `CreatePlanAnswer`. */
  createPlan: 'phasewise/createPlan',
  /** Request from the server: `FolderParams` → `EditorEntry[]`. What stands in a folder that is on no disk of the server. */
  entries: 'phasewise/entries',
  /** Request from the server: `DocumentParams` → `HostText`. The text of a file that is on no disk of the server. */
  readFile: 'phasewise/readFile',
  /** Request: `StatusParams` → `StatusAnswer`. Answered at once while the server lives, so it tells a busy one from a hung one. */
  status: 'phasewise/status',
} as const;

/** Commands that lenses and quick fixes call; the client registers them. */
export const commands = {
  /** Argument: `RunGateArguments`. */
  runGate: 'phasewise.runGate',
  /** Argument: `RunGateArguments`. */
  signOff: 'phasewise.signOff',
  /** Argument: `FillInArguments`. */
  fillIn: 'phasewise.fillIn',
} as const;

/** `initializationOptions` of the client. */
export interface InitializationOptions {
  /** URI of the folder with the pages of the rules (`gate-unnamed-tests.md`). Without it findings carry no link. */
  readonly docsBase?: string;
  /** Whether phases, stages and gates are offered as document symbols; `false` where the editor lists headings itself. */
  readonly symbols?: boolean;
  /** Whether “Run gate checklist” is offered as a lens; `false` where the command does not exist. */
  readonly lenses?: boolean;
  /** The editor's own command that asks for completions, to go on behind a folder; absent where there is none. */
  readonly suggestAgain?: string;
  /** Whether something else offers the keys of YAML files by the schemas that come with the extension. */
  readonly schemas?: boolean;
  /** Whether the command “fill in” exists, which asks for words that a quick fix needs in another document. */
  readonly asks?: boolean;
}

/** A quick fix that needs words of a person for a document that is not in front of them. */
export interface FillInArguments {
  readonly uri: string;
  readonly rule: string;
  readonly title: string;
  /** In the order in which to ask. */
  readonly blanks: readonly Blank[];
}

/** A quick fix by its finding and title, with a person's words for its blanks. */
export interface FixParams {
  readonly uri: string;
  readonly rule: string;
  readonly title: string;
  readonly words: readonly string[];
}

/** Which folder to outline. */
export interface OutlineParams {
  /** URI of the workspace folder. */
  readonly folder: string;
}

export interface DocumentParams {
  readonly uri: string;
}

/** The plans of a folder as the CLI's `outline` prints them; paths in it are relative to the folder. */
export interface OutlineAnswer extends OutlineReport {
  readonly folder: string;
}

export interface PlanChangedParams {
  readonly folder: string;
  readonly current: CurrentPhase | null;
  readonly counts: Counts;
  /** The phases whose gate waits for a person, as they are called. */
  readonly waiting: readonly string[];
  /** The commits and days on which evidence rests: a client that may use Git answers with `history`. */
  readonly asks: HistoryQuestions;
}

export interface HistoryParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  /**
   * By commit (as asked) the files that differ from it now, by day the files that later commits changed; paths relative to the folder with
   * `/`. Null for a commit that does not exist; what is left out is not known. Null as a whole where there is no Git.
   */
  readonly since: Readonly<Record<string, readonly string[] | null>> | null;
}

export interface CurrentPhase {
  readonly phase: string;
  readonly title: string | null;
  readonly reason: string;
  readonly pinned: boolean;
}

export interface Counts {
  readonly plans: number;
  readonly phases: number;
  readonly tasks: { readonly total: number; readonly done: number };
  readonly findings: Readonly<Record<Severity, number>>;
}

export interface ScopeParams {
  readonly uris: readonly string[];
}

export interface ScopeAnswer {
  /** In the order asked; a URI outside all folders is `unscoped`. */
  readonly verdicts: readonly UriVerdict[];
}

export interface UriVerdict {
  readonly uri: string;
  readonly verdict: Verdict;
  /** The phase that owns the file. */
  readonly phase: string | null;
  /** The scope line that decided. */
  readonly matched: { readonly glob: string; readonly uri: string; readonly line: number } | null;
  readonly message: string;
}

/** Which gate is asked about, and what was run for it. */
export interface GateParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** The id of the phase, in any spelling. */
  readonly phase: string;
  /** Path in the folder, or URI, of a document of its plan; it matters where a folder holds several plans. */
  readonly document?: string | null;
  /** What the client has run for it; nothing that is said here is written anywhere. */
  readonly runs?: readonly StepRun[];
}

/** The verdict on a gate, what there is to go through, and what of earlier phases can be run again. */
export interface GateAnswer {
  readonly folder: string;
  readonly report: GateVerdictReport;
  readonly steps: readonly StepReport[];
  readonly earlier: readonly StepReport[];
  readonly signOff: SignoffState;
  /** How long a command may run, in seconds. */
  readonly timeout: number;
}

/** Which step: by its key as `phasewise/gate` gave it, or a test or condition by its place in a document. */
export interface RecordOutcomeParams {
  /** URI of the workspace folder, with `phase` and `key`. */
  readonly folder?: string;
  readonly phase?: string;
  readonly key?: string;
  /** Path in the folder, or URI, of a document of the plan; it matters where a folder holds several plans. */
  readonly document?: string | null;
  /** Exactly the command that was shown or run: where the step has another one by now, nothing is recorded. */
  readonly command?: string | null;
  /** The document, where there is no key. */
  readonly uri?: string;
  /** 0-based line of the step as the person saw it; with a key it tells steps of the same name apart. */
  readonly line?: number;
  /** Title of the step as the person saw it: if another one stands on that line now, it is looked for by its title. */
  readonly title?: string;
  readonly outcome: 'pass' | 'fail' | 'skip' | 'blocked';
  readonly note?: string | null;
  /** ISO date; today where absent. */
  readonly date?: string;
  readonly actor?: string | null;
  /** The commit that was tried. */
  readonly commit?: string | null;
  /** Of the command that was run. */
  readonly exitCode?: number | null;
  /** The file that keeps the output, as it is to be linked: relative to the document, or a URL. */
  readonly artifact?: string | null;
  /**
   * What the command printed, to be kept: the edit makes a new file below the evidence folder and links it. With a key only.
   * `folder` is where it ran, relative to the workspace folder.
   */
  readonly run?: { readonly folder: string; readonly output: string } | null;
}

export interface SignOffParams extends GateParams {
  readonly actor: string;
  readonly role?: string | null;
  /** ISO date; today where absent. */
  readonly date?: string;
  readonly commit?: string | null;
  /** One is made of phase, date and commit where absent. */
  readonly correlationId?: string | null;
  /** Paths and links; what the plan records for the phase where absent. */
  readonly evidence?: readonly string[];
  /** Why it is signed although the verdict is red. */
  readonly override?: string | null;
}

/** One try to pass a gate as a whole, or what was done about the last one that failed. */
export interface RecordAttemptParams extends GateParams {
  readonly outcome: 'pass' | 'fail' | 'fix';
  /** What failed, and what happened there. */
  readonly items?: readonly { readonly step: string; readonly note?: string | null }[];
  /** For `fix`, what was done; with a pass after a failure it is written below that failure. */
  readonly note?: string | null;
  /** ISO date; today where absent. */
  readonly date?: string;
  readonly actor?: string | null;
  readonly commit?: string | null;
}

/** An unfinished task or an open step of the gate that moves to a later phase. */
export interface DeferParams extends GateParams {
  /** Id or title of the task, or the title of the step. */
  readonly what: string;
  /** The phase it goes to; the next one that is not finished where absent. */
  readonly to?: string | null;
  /** Why later; left to be filled in where absent. */
  readonly why?: string | null;
}

export interface MoveStatusParams extends GateParams {
  readonly status: Status;
}

export interface PinPhaseParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** The phase to pin, or null to derive the current phase again. */
  readonly phase: string | null;
}

export interface AddOneParams extends Pick<GateParams, 'folder' | 'phase' | 'document'> {
  readonly what: 'test' | 'stage';
}

/** The edit, and where the first words stand that a person is to write; or why there is none. */
export type AddOneAnswer =
  | {
      readonly edit: WorkspaceEdit;
      readonly uri: string;
      readonly first: { readonly start: Position; readonly end: Position };
    }
  | { readonly refused: string };

/** A way to keep a plan, for which there are new documents. */
export interface TemplateReport {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

export interface CreatePlanParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** Id of the template. */
  readonly template: string;
  /** Names of what stands directly in the folder. */
  readonly names: readonly string[];
}

/** The files of a new plan, or why there are none. */
export type CreatePlanAnswer =
  | {
      readonly edit: WorkspaceEdit;
      /** The new files, the one to begin with first; the client sees to it that none of them exists. */
      readonly files: readonly { readonly uri: string; readonly path: string; readonly text: string }[];
      /** The first words that a person is to write, in the first file. */
      readonly first: { readonly start: Position; readonly end: Position };
    }
  | { readonly refused: string };

/** Makes room for a new phase and writes its beginning in the form of the plan. */
export interface InsertPhaseParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** A document of the plan that is meant, where the folder has several plans; workspace-relative path. */
  readonly document?: string | null;
  /** The phase behind which the new one comes; null for the first place. */
  readonly after: string | null;
  /** What the new phase is called. */
  readonly title?: string | null;
}

/** Gives a phase another number; phases between the old and the new place move by one. */
export interface RenumberParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly document?: string | null;
  readonly from: string;
  readonly to: string;
}

/** One undoable edit with what a person has to know besides, as sentences; or why there is none. */
export type RenumberAnswer =
  | { readonly edit: WorkspaceEdit; readonly warnings: readonly string[]; readonly phase: string; readonly label: string }
  | { readonly refused: string };

export interface FolderParams {
  /** URI of a folder, of the workspace or in it. */
  readonly folder: string;
}

/** An edit to apply as one undoable step, or why there is none. */
export type EditAnswer = WorkspaceEdit | { readonly refused: string };

/** `WorkspaceEdit` of the standard protocol, as far as it is used. */
export interface WorkspaceEdit {
  changes?: { [uri: string]: TextEdit[] };
  documentChanges?: (TextDocumentEdit | CreateFile | RenameFile)[];
}

export interface TextDocumentEdit {
  textDocument: { uri: string; version: number | null };
  edits: (TextEdit | SnippetTextEdit)[];
}

export interface CreateFile {
  kind: 'create';
  uri: string;
  options?: { ignoreIfExists?: boolean };
}

export interface RenameFile {
  kind: 'rename';
  oldUri: string;
  newUri: string;
}

export interface TextEdit {
  range: { start: Position; end: Position };
  newText: string;
}

/** A text edit with tab stops (protocol 3.18). */
export interface SnippetTextEdit {
  range: { start: Position; end: Position };
  snippet: { kind: 'snippet'; value: string };
}

export interface Position {
  line: number;
  character: number;
}

export interface StatusParams {
  /** Answer only when everything said so far was read, judged and published. */
  readonly settled?: boolean;
}

export interface StatusAnswer {
  readonly version: string;
  readonly folders: readonly FolderStatus[];
  readonly openDocuments: number;
}

export interface FolderStatus {
  readonly folder: string;
  /** Whether the files on disk were read. */
  readonly ready: boolean;
  /** Documents that say something about a plan. */
  readonly documents: number;
  /** Counts up with every change. */
  readonly revision: number;
}

export interface RunGateArguments {
  readonly uri: string;
  readonly phase: string;
}
