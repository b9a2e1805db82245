import type { GateVerdictReport, SignoffState, Status, StepReport, StepRun } from '../../core/index.ts';

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
  /**
   * Paths in the folder that differ from the commit. Where one of them is in the scope of the phase, the commit does not hold what was
   * tried, and is not recorded. With a key only.
   */
  readonly uncommitted?: readonly string[];
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

export interface RunGateArguments {
  readonly uri: string;
  readonly phase: string;
}
