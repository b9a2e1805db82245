import type { CancellationToken } from 'vscode';
import type { Step } from './gateSteps.ts';

/** A run of the checklist that somebody else began and looks at, such as the Test Explorer. */
export interface GateRun {
  /** The steps to go through, in this order; null for the whole gate. */
  readonly keys: readonly string[] | null;
  /** Ends the run, and what it has started. */
  readonly token: CancellationToken;
  readonly watch: GateWatch;
}

/** What is told of a run while it goes on. */
export interface GateWatch {
  /** The command of a step was started. */
  readonly started: (key: string) => void;
  /** What it printed, without anything that steers a terminal. */
  readonly printed: (key: string, text: string) => void;
  /** A result was written into the document. */
  readonly recorded: (key: string, standing: Step['standing'], note: string | null, milliseconds: number | undefined) => void;
}
