export type {
  CheckItemReport,
  DeferralReport,
  EvidenceReport,
  Expectation,
  GateReport,
  GateVerdictReport,
  Located,
  LookedAtReport,
  NoCurrent,
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
export type * from './protocol/edit.ts';
export type * from './protocol/gate.ts';
export type * from './protocol/plan.ts';
export type * from './protocol/server.ts';
export type * from './protocol/write.ts';

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
