import type { FindingReport } from '../../core/index.ts';
import type { Checked } from '../checkReport.ts';
import { severities } from '../severity.ts';
import { styled, type Terminal } from '../terminal.ts';
import { lookedAtText, nothingFound } from './lookedAtText.ts';
import { printable, printablePath } from './printable.ts';
import { snippet } from './snippet.ts';
import { count } from './words.ts';

const colours = { error: 'red', warning: 'yellow', information: 'blue', hint: 'cyan' } as const;

/** Findings for a person: one line each, grouped by file; in a terminal with the words they are about. */
export function checkText({ report, sources, terminal }: Checked): string {
  const lines: string[] = [];
  let path: string | undefined;
  for (const finding of report.findings) {
    if (path !== undefined && path !== finding.path) lines.push('');
    path = finding.path;
    lines.push(findingLine(finding, terminal));
    const source = sources.get(path);
    if (terminal.interactive && source) lines.push(...snippet(finding, source, terminal));
  }
  if (lines.length > 0) lines.push('');
  lines.push(summaryLine(report, terminal));
  return `${lines.join('\n')}\n${lookedAtText(report.lookedAt, terminal)}`;
}

function findingLine(finding: FindingReport, terminal: Terminal): string {
  const place = styled(terminal, 'bold', `${printablePath(finding.path)}:${finding.line}:${finding.column}`);
  const severity = styled(terminal, colours[finding.severity as keyof typeof colours], finding.severity);
  return `${place}  ${severity}  ${printable(finding.message)}  ${styled(terminal, 'dim', finding.rule)}`;
}

function summaryLine(report: Checked['report'], terminal: Terminal): string {
  const { summary, documents, findings } = report;
  const read = `${count(documents, 'document')} read`;
  if (documents === 0 && findings.length === 0)
    return report.lookedAt.documents.length === 0
      ? `No documents of a plan were found.\n${nothingFound}`
      : 'No documents of a plan were found.';
  if (findings.length === 0) return styled(terminal, 'green', `Nothing found; ${read}.`);
  const parts = severities.flatMap((severity) => {
    const number = summary[severity];
    return number > 0 ? [count(number, severity, severity === 'information' ? 'information' : `${severity}s`)] : [];
  });
  return `${parts.join(', ')}; ${read}.`;
}
