import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type FindingReport, type Severity, toFindingReport } from '../../core/index.ts';
import type { Checked, CheckReport } from '../checkReport.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import { checkText } from '../format/checkText.ts';
import { toGithub } from '../format/github.ts';
import { toJson } from '../format/json.ts';
import { toJunit } from '../format/junit.ts';
import { toSarif } from '../format/sarif.ts';
import { gitIn } from '../git.ts';
import { configurationFailure, openProject } from '../openProject.ts';
import { openRoot } from '../paths.ts';
import { isAtLeast, severities } from '../severity.ts';
import type { Terminal } from '../terminal.ts';

/** `phasewise check [paths…]`: every finding of the workspace, or those of some files. */
export async function check(typed: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const root = openRoot(options.root, terminal.cwd);
  const paths = typed.map((path) => root.toPath(path));
  // A path with a slip in it would otherwise be checked and found to be fine.
  const missing = paths.find((path) => !existsSync(join(root.folder, path)));
  if (missing !== undefined) throw new Failure(`there is no file or folder ${missing}`);
  let project = await openProject(root);
  if (options.changed) project = project.touching(await gitIn(root.folder).changed());

  const isWanted = (path: string) =>
    paths.length === 0 || paths.some((wanted) => wanted === '' || path === wanted || path.startsWith(`${wanted}/`));
  const documents = project.documents.map((facts) => facts.path).filter(isWanted);
  const found = [...project.findings.values()].flat().filter((finding) => isWanted(finding.at.path));
  const findings = found.map((finding) => toFindingReport(finding, project.sources)).sort(byPlace);
  const report: CheckReport = { version: 1, findings, documents: documents.length, summary: summaryOf(findings) };

  const { format, failOn, pageOf } = options;
  terminal.out(formats[format]({ report, documents, sources: project.sources, failOn, terminal, pageOf }));
  for (const path of paths) {
    const silent = path !== '' && !documents.some((one) => one === path || one.startsWith(`${path}/`));
    if (silent && !findings.some((one) => one.path === path))
      terminal.err(`phasewise: ${path} is not part of a plan and was not checked\n`);
  }
  const broken = configurationFailure(project);
  if (broken) {
    terminal.err(`phasewise: the configuration cannot be relied on: ${broken}\n`);
    return exitCode.failure;
  }
  return findings.some((finding) => isAtLeast(finding.severity as Severity, options.failOn)) ? exitCode.findings : exitCode.fine;
}

export interface CheckOptions {
  readonly root?: string;
  readonly format: keyof typeof formats;
  readonly failOn: Severity;
  readonly changed?: boolean;
  readonly pageOf: Checked['pageOf'];
}

/** The formats of `check`, by the name a person types. */
export const formats = {
  text: checkText,
  json: ({ report }: Checked) => toJson(report),
  sarif: toSarif,
  junit: toJunit,
  github: toGithub,
} satisfies Record<string, (checked: Checked) => string>;

function summaryOf(findings: readonly FindingReport[]): CheckReport['summary'] {
  const summary: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const severity of severities) summary[severity] = findings.filter((finding) => finding.severity === severity).length;
  return summary;
}

function byPlace(a: FindingReport, b: FindingReport): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
