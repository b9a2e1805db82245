import type { HistoryQuestions, LookedAtReport, NoCurrent, OutlineReport, Severity, Verdict } from '../../core/index.ts';

/** Which folder to outline. */
export interface OutlineParams {
  /** URI of the workspace folder. */
  readonly folder: string;
}

/** The plans of a folder as the CLI's `outline` prints them; paths in it are relative to the folder. */
export interface OutlineAnswer extends OutlineReport {
  readonly folder: string;
}

export interface PlanChangedParams {
  readonly folder: string;
  readonly current: CurrentPhase | null;
  /** Why there is none; null where there is one, and where there is no plan. */
  readonly noCurrent: NoCurrent | null;
  readonly counts: Counts;
  /** Where no phase was found: what was looked at, and what each document lacks. */
  readonly lookedAt: LookedAtReport;
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

export interface PinPhaseParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** The phase to pin, or null to derive the current phase again. */
  readonly phase: string | null;
}
