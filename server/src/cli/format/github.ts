import type { FindingReport } from '../../core/index.ts';
import type { Checked } from '../checkReport.ts';
import { printable } from './printable.ts';

/**
 * Annotations of GitHub Actions, one line each.
 * Escapes as in https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts; everything else that does not print is shown
 * as an escape, so that no text of a document can give an order of its own.
 */
export function toGithub({ report }: Checked): string {
  return report.findings.map((finding) => `${annotation(finding)}\n`).join('');
}

const levels: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

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
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${levels[finding.severity] ?? 'notice'} ${list.join(',')}::${data(finding.message)}`;
}

function data(text: string): string {
  // Line ends keep their meaning; they are escaped before the rest, because `printable` would show them.
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => printable(line).replaceAll('%', '%25'))
    .join('%0A');
}

function property(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
}
