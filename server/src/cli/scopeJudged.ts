import type { PathsReport } from '../core/index.ts';
import type { Terminal } from './terminal.ts';

/** What a format of `scope` has to work with. */
export interface ScopeJudged {
  readonly report: PathsReport;
  /** Whether Git named the paths: then their sum is worth saying. */
  readonly isRange: boolean;
  readonly terminal: Terminal;
  /** The text of a rule's page, where the pages are installed. */
  readonly pageOf: (rule: string) => string | undefined;
}
