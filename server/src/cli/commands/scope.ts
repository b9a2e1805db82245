import { tagTest, toPathsReport } from '../../core/index.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import { toJson } from '../format/json.ts';
import { scopeGithub } from '../format/scopeGithub.ts';
import { scopeMarkdown } from '../format/scopeMarkdown.ts';
import { scopeSarif } from '../format/scopeSarif.ts';
import { scopeText } from '../format/scopeText.ts';
import { gitIn } from '../git.ts';
import { configurationFailure, openProject } from '../openProject.ts';
import { openRoot } from '../paths.ts';
import type { ScopeJudged } from '../scopeJudged.ts';
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
  const { paths, since } =
    named.length > 0 ? { paths: named, since: null } : await fromGit(root.folder, options, project.settings.tag);
  const report = toPathsReport(project, paths, since);
  const isRange = named.length === 0;
  terminal.out(scopeFormats[options.format]({ report, isRange, terminal, pageOf: options.pageOf }));
  return report.summary.out > 0 ? exitCode.findings : exitCode.fine;
}

export interface ScopeOptions {
  readonly root?: string;
  readonly format: keyof typeof scopeFormats;
  readonly staged?: boolean;
  readonly base?: string;
  readonly sinceTag?: boolean;
  readonly pageOf: ScopeJudged['pageOf'];
}

/** The formats of `scope`, by the name a person types. */
export const scopeFormats = {
  text: scopeText,
  json: ({ report }: ScopeJudged) => toJson(report),
  markdown: scopeMarkdown,
  github: scopeGithub,
  sarif: scopeSarif,
} satisfies Record<string, (judged: ScopeJudged) => string>;

/** Changed files, and what they differ from where somebody named it. */
async function fromGit(folder: string, options: ScopeOptions, template: string) {
  const git = gitIn(folder);
  if (options.staged) return { paths: await git.staged(), since: null };
  if (options.base !== undefined) return { paths: await git.since(options.base), since: options.base };
  if (!options.sinceTag) return { paths: await git.changed(), since: null };
  const tag = await git.lastTag(tagTest(template));
  if (!tag) throw new Failure(`no tag like ${template} is in the history; use --base with a revision`);
  return { paths: await git.since(`refs/tags/${tag}`), since: tag };
}
