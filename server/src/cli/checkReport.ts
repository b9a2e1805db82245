import type { FindingReport, LookedAtReport, Severity, Sources } from '../core/index.ts';
import type { Terminal } from './terminal.ts';

/** `phasewise check --format json`. */
export interface CheckReport {
  readonly version: 1;
  readonly findings: readonly FindingReport[];
  /** How many documents of plans were read. */
  readonly documents: number;
  readonly summary: Readonly<Record<Severity, number>>;
  /** Where no phase was found: what was looked at, and what each document lacks. */
  readonly lookedAt: LookedAtReport;
}

/** What a format of `check` has to work with. */
export interface Checked {
  readonly report: CheckReport;
  /** Paths of the documents that were read. */
  readonly documents: readonly string[];
  readonly sources: Sources;
  /** From this severity on, the command fails. */
  readonly failOn: Severity;
  readonly terminal: Terminal;
  /** The text of a rule's page, where the pages are installed. */
  readonly pageOf: (rule: string) => string | undefined;
}
