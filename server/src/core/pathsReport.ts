import { matcherOf } from './glob.ts';
import type { Place, Plan } from './model.ts';
import { planOf } from './plan/plan.ts';
import type { Project } from './project.ts';
import { toRangeReport } from './report.ts';
import { type ScopeVerdict, scopeVerdict, type Verdict } from './scope.ts';
import { suggestGlobs } from './suggestGlobs.ts';

/** `phasewise scope --format json`. */
export interface PathsReport {
  readonly version: 1;
  /** The current phase. */
  readonly phase: string | null;
  /** Its title. */
  readonly title: string | null;
  readonly paths: readonly PathReport[];
  readonly summary: ScopeSummary;
  /** Where the current phase has no path in its scope: patterns for the files that nobody owns, those that cover most of them first. */
  readonly suggestions: readonly Suggestion[];
}

/** A pattern that the current phase's scope might name. */
export interface Suggestion {
  readonly glob: string;
  /** How many of the paths it covers. */
  readonly files: number;
}

/** The verdict on one path. */
export interface PathReport {
  readonly path: string;
  readonly verdict: Verdict;
  /** The phase that owns the path. */
  readonly phase: string | null;
  /** The scope line that decided; `line` is 1-based. */
  readonly matched: { readonly glob: string; readonly path: string; readonly line: number } | null;
  /** The exception that allows the path, or the last one that ended; `line` is 1-based. */
  readonly exception: {
    readonly reason: string;
    readonly by: string | null;
    readonly until: string | null;
    readonly path: string;
    readonly line: number;
  } | null;
  readonly message: string;
}

/** How many paths got which verdict. */
export type VerdictCounts = Readonly<Record<Verdict, number>>;

/** Scope drift: how many of the changed files stayed in scope, and whose the others are. */
export interface ScopeSummary extends VerdictCounts {
  /** What the files were compared with: a tag, a revision; null where nobody named one. */
  readonly since: string | null;
  /** By the phase that owns the paths, in the order of the plan; the last one, `null`, stands for no phase. Phases without paths are left out. */
  readonly phases: readonly (VerdictCounts & { readonly phase: string | null; readonly title: string | null })[];
}

/** May this path be changed now, and whose is it? Without a plan it is `unscoped`. */
export function pathVerdict(project: Project, path: string): ScopeVerdict {
  const plan = planOf(project.plans, path);
  if (plan) return scopeVerdict(plan, path, project.settings);
  return { path, verdict: 'unscoped', owner: null, matched: null, message: 'There is no plan to compare with.' };
}

/**
 * The verdicts on some paths, and their sum.
 * @param paths workspace-relative
 * @param since what the paths were found by, as a person would name it: a tag, a revision
 */
export function toPathsReport(project: Project, paths: readonly string[], since: string | null = null): PathsReport {
  const reports = paths.map((path) => toPathReport(project, path));
  const [plan] = project.plans;
  const phase = plan?.current?.phase ?? null;
  return {
    version: 1,
    phase,
    title: plan?.phases.find(({ id }) => id === phase)?.title ?? null,
    paths: reports,
    summary: { since, ...counted(reports), phases: byPhase(reports, project.plans) },
    suggestions: phase === null ? [] : suggestionsFor(reports),
  };
}

/** What a phase touched says where its scope should be. */
function suggestionsFor(reports: readonly PathReport[]): readonly Suggestion[] {
  const paths = reports.flatMap(({ path, verdict, phase }) => (verdict === 'unscoped' && phase === null ? [path] : []));
  return suggestGlobs(paths).map((glob) => ({ glob, files: paths.filter(matcherOf([glob])).length }));
}

/** The verdict on one path. */
export function toPathReport(project: Project, path: string): PathReport {
  const { verdict, owner, matched, exception, message } = pathVerdict(project, path);
  const located = (at: Place) => ({ path: at.path, line: toRangeReport(at, project.sources).line });
  return {
    path,
    verdict,
    phase: owner,
    matched: matched && { glob: matched.glob ?? matched.text, ...located(matched.at) },
    exception: exception
      ? { reason: exception.reason, by: exception.by, until: exception.until, ...located(exception.at) }
      : null,
    message,
  };
}

/** All verdicts, the one to act on first. */
export const verdicts = ['out', 'in', 'excepted', 'allowed', 'unscoped'] as const satisfies readonly Verdict[];

function byPhase(paths: readonly PathReport[], plans: readonly Plan[]): ScopeSummary['phases'] {
  const known = new Map<string | null, string | null>();
  for (const { id, title } of plans.flatMap(({ phases }) => phases)) if (!known.has(id)) known.set(id, title);
  return [...known, [null, null] as const].flatMap(([phase, title]) => {
    const own = paths.filter((path) => path.phase === phase);
    return own.length > 0 ? [{ phase, title, ...counted(own) }] : [];
  });
}

function counted(paths: readonly PathReport[]): VerdictCounts {
  const counts: Record<Verdict, number> = { out: 0, in: 0, excepted: 0, allowed: 0, unscoped: 0 };
  for (const { verdict } of paths) counts[verdict] += 1;
  return counts;
}
