import { type Project, planOf, scopeVerdict, toRangeReport } from '../../core/index.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import { toJson } from '../format/json.ts';
import { scopeText } from '../format/scopeText.ts';
import { gitIn } from '../git.ts';
import { configurationFailure, openProject } from '../openProject.ts';
import { openRoot } from '../paths.ts';
import type { ScopeReport } from '../scopeReport.ts';
import type { Terminal } from '../terminal.ts';

/** `phasewise scope [paths…]`: may these files be touched in the current phase, and if not, whose are they? */
export async function scope(typed: readonly string[], options: ScopeOptions, terminal: Terminal): Promise<ExitCode> {
  const root = openRoot(options.root, terminal.cwd);
  const named = typed.map((path) => root.toPath(path));
  const ways = [named.length > 0, options.staged, options.base !== undefined, options.sinceTag].filter(Boolean).length;
  if (ways > 1) throw new Failure('name paths, or one of --staged, --base and --since-tag');
  const project = await openProject(root);
  const broken = configurationFailure(project);
  if (broken) throw new Failure(`the configuration cannot be relied on: ${broken}`);
  const paths = named.length > 0 ? named : await pathsFromGit(root.folder, options, project.settings.tag);
  const report = toScopeReport(project, paths);
  terminal.out(options.format === 'json' ? toJson(report) : scopeText(report, terminal));
  return report.paths.some((path) => path.verdict === 'out') ? exitCode.findings : exitCode.fine;
}

export interface ScopeOptions {
  readonly root?: string;
  readonly format: 'text' | 'json';
  readonly staged?: boolean;
  readonly base?: string;
  readonly sinceTag?: boolean;
}

async function pathsFromGit(folder: string, options: ScopeOptions, template: string): Promise<readonly string[]> {
  const git = gitIn(folder);
  if (options.staged) return git.staged();
  if (options.base !== undefined) return git.since(options.base);
  if (!options.sinceTag) return git.changed();
  const tag = await git.lastTag(template);
  if (!tag) throw new Failure(`no tag like ${template} is in the history; use --base with a revision`);
  return git.since(`refs/tags/${tag}`);
}

function toScopeReport(project: Project, paths: readonly string[]): ScopeReport {
  return {
    version: 1,
    phase: project.plans[0]?.current?.phase ?? null,
    paths: paths.map((path) => {
      const plan = planOf(project.plans, path);
      if (!plan) return { path, verdict: 'unscoped', phase: null, matched: null, message: 'There is no plan to compare with.' };
      const { verdict, owner, matched, message } = scopeVerdict(plan, path, project.settings);
      const line = matched && {
        glob: matched.glob ?? matched.text,
        path: matched.at.path,
        line: toRangeReport(matched.at, project.sources).line,
      };
      return { path, verdict, phase: owner, matched: line, message };
    }),
  };
}
