import { globProblem, matcherOf } from '../glob.ts';
import type { Phase, Plan } from '../model.ts';
import { openTo } from '../plan/claims.ts';
import { type Settings, settingsPath } from '../settings.ts';
import type { History, Mark } from './history.ts';

/** Whether what was shown once still shows it. */
export type Freshness =
  | { readonly state: 'fresh' }
  /** Files of the phase's scope changed afterwards. */
  | { readonly state: 'stale'; readonly since: string; readonly paths: readonly string[] }
  | { readonly state: 'unknown'; readonly why: 'no mark' | 'no scope' | 'no history' | 'no commit' };

/** What freshness is judged by. */
export interface FreshnessContext {
  readonly plan: Plan;
  readonly settings: Settings;
  readonly history: History | undefined;
}

/**
 * Whether files of a phase's scope changed since something was shown: then, and only then, is it stale. The plan's own documents, the
 * files of the evidence folder and what every phase may change do not count, so that recording makes nothing stale.
 */
export function freshnessOf(mark: Mark, phase: Phase, context: FreshnessContext): Freshness {
  const keys = mark.commits.length > 0 ? mark.commits : mark.day === null ? [] : [mark.day];
  if (keys.length === 0) return { state: 'unknown', why: 'no mark' };
  if (!hasScope(phase)) return { state: 'unknown', why: 'no scope' };
  const known = keys.flatMap((key) => {
    const paths = context.history?.get(key);
    return paths ? [{ key, paths: changedInScope(paths, phase, context) }] : [];
  });
  if (known.length === 0)
    return { state: 'unknown', why: keys.some((key) => context.history?.get(key) === null) ? 'no commit' : 'no history' };
  // Of several commits the youngest counts: the fewest files changed since.
  const [best] = [...known].sort((a, b) => a.paths.length - b.paths.length);
  return best && best.paths.length > 0 ? { state: 'stale', since: best.key, paths: best.paths } : { state: 'fresh' };
}

/** Whether a phase has a scope that files can be compared with. */
export function hasScope({ scope }: Phase): boolean {
  return scope.some(({ mode, glob }) => mode === 'in' && glob !== null && !globProblem(glob));
}

/** Answers by the scope and the list they were worked out from: both stay the same objects while nothing changes. */
const remembered = new WeakMap<Phase['scope'], WeakMap<readonly string[], readonly string[]>>();

/** The paths among some that are in the scope of a phase and make stale what was shown before they changed. */
export function changedInScope(
  paths: readonly string[],
  phase: Phase,
  { plan, settings }: Omit<FreshnessContext, 'history'>,
): readonly string[] {
  const known = remembered.get(phase.scope) ?? new WeakMap<readonly string[], readonly string[]>();
  remembered.set(phase.scope, known);
  const inside = known.get(paths) ?? paths.filter(scopeTest(phase));
  known.set(paths, inside);
  const isOpen = openTo(plan, settings);
  const folder = `${settings.evidence.folder
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/')}/`;
  return inside.filter((path) => path !== settingsPath && !path.startsWith(folder) && !isOpen(path));
}

function scopeTest({ scope }: Phase): (path: string) => boolean {
  const globs = (wanted: 'in' | 'out') =>
    scope.flatMap(({ mode, glob }) => (mode === wanted && glob !== null && !globProblem(glob) ? [glob] : []));
  const [inside, outside] = [matcherOf(globs('in')), matcherOf(globs('out'))];
  return (path) => inside(path) && !outside(path);
}
