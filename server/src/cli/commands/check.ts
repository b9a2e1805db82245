import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type FileText, type FindingReport, lookedAt, type Project, type Severity, toFindingReport } from '../../core/index.ts';
import type { Checked, CheckReport } from '../checkReport.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import { checkText } from '../format/checkText.ts';
import { toGithub } from '../format/github.ts';
import { toJson } from '../format/json.ts';
import { toJunit } from '../format/junit.ts';
import { toSarif } from '../format/sarif.ts';
import { gitIn } from '../git.ts';
import { withHistory } from '../history.ts';
import { mendFiles } from '../mendFiles.ts';
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
  let project = await withHistory(root.folder, await openProject(root));
  if (options.changed && options.base !== undefined) throw new Failure('use --changed or --base, not both');
  if (options.changed || options.base !== undefined) project = await comparedWith(root.folder, options.base ?? 'HEAD', project);

  const isWanted = (path: string) =>
    paths.length === 0 || paths.some((wanted) => wanted === '' || path === wanted || path.startsWith(`${wanted}/`));
  if (options.fix) project = mendFiles(root, project, isWanted, terminal);
  const documents = project.documents.map((facts) => facts.path).filter(isWanted);
  const found = [...project.findings.values()].flat().filter((finding) => isWanted(finding.at.path));
  const findings = found.map((finding) => toFindingReport(finding, project)).sort(byPlace);
  const report: CheckReport = {
    version: 1,
    findings,
    documents: documents.length,
    summary: summaryOf(findings),
    lookedAt: lookedAt(project),
  };

  const { format, failOn, pageOf } = options;
  terminal.out(formats[format]({ report, documents, sources: project.sources, failOn, terminal, pageOf }));
  for (const path of paths) {
    const silent = path !== '' && !documents.some((one) => one === path || one.startsWith(`${path}/`));
    if (silent && !findings.some((one) => one.path === path))
      terminal.err(`phasewise: ${path} is not part of a plan and was not checked\n`);
  }
  if (project.wantsFiles && !project.files)
    terminal.err('phasewise: the folder has too many files to look at, so scopes were not compared with them\n');
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
  readonly base?: string;
  readonly fix?: boolean;
  readonly pageOf: Checked['pageOf'];
}

/** The project with the files that differ from a revision as edited, and with its documents as they were there to compare with. */
async function comparedWith(folder: string, revision: string, project: Project): Promise<Project> {
  const git = gitIn(folder);
  const commit = await git.parting(revision);
  if (commit === undefined) return project.touching(await git.changed());
  const paths = await git.changedFrom(commit);
  const before: FileText[] = [];
  const now: FileText[] = [];
  for (const path of paths) {
    const source = project.sources.get(path);
    const text = source && (await git.textAt(commit, path));
    if (!source || text === undefined) continue;
    before.push({ path, text });
    now.push({ path, text: source.text });
  }
  const settled = project.with(before).settling(before.map(({ path }) => path));
  return settled.with(now).touching(paths);
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
