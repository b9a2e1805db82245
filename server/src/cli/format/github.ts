import type { FindingReport } from '../../core/index.ts';
import type { Checked } from '../checkReport.ts';
import { workflowCommand } from './workflowCommand.ts';

/** Findings as annotations of GitHub Actions, one line each. */
export function toGithub({ report }: Checked): string {
  return report.findings.map(annotation).join('');
}

const levels: Readonly<Record<string, 'error' | 'warning' | 'notice'>> = { error: 'error', warning: 'warning' };

function annotation(finding: FindingReport): string {
  const properties = {
    file: finding.path,
    line: finding.line,
    endLine: finding.endLine,
    // GitHub takes columns only on one line, and its last column is inclusive.
    ...(finding.line === finding.endLine
      ? { col: finding.column, endColumn: Math.max(finding.column, finding.endColumn - 1) }
      : {}),
    title: finding.rule,
  };
  return workflowCommand(levels[finding.severity] ?? 'notice', properties, finding.message);
}
