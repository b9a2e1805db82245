import { globProblem, matcherOf } from './glob.ts';
import type { Phase, Plan, ScopeEntry } from './model.ts';
import { keyOf } from './read/unitName.ts';
import type { ScopeException, Settings } from './settings.ts';

/** What the current phase says about a path. */
export type Verdict =
  /** The current phase's scope names it. */
  | 'in'
  /** The current phase's scope does not name it, or excludes it. */
  | 'out'
  /** Every phase may change it: the plan's own documents and the files of `scope.allow`. */
  | 'allowed'
  /** `scope.exceptions` allows it with a reason. */
  | 'excepted'
  /** Nothing to check against: no plan, no current phase, no scope, or a scope of prose only. */
  | 'unscoped';

/** The answer to "may I touch this file now?". */
export interface ScopeVerdict {
  readonly path: string;
  readonly verdict: Verdict;
  /** The phase that owns the path (for `out`, the phase whose scope names it), or null. */
  readonly owner: string | null;
  /** The scope line that decided, or null. */
  readonly matched: ScopeEntry | null;
  /** The exception that allows it (`excepted`), or the last one that ended. */
  readonly exception?: ScopeException;
  /** One sentence for a person. */
  readonly message: string;
}

/** May this path be changed in the plan's current phase, and whose is it? */
export function scopeVerdict(plan: Plan, path: string, settings: Settings): ScopeVerdict {
  if (plan.documents.includes(path) || matcherOf(settings.scope.allow)(path)) {
    return { path, verdict: 'allowed', owner: null, matched: null, message: `${path} may change in every phase.` };
  }
  const current = plan.phases.find((phase) => phase.id === plan.current?.phase);
  const owner = ownerOf(plan, path, current);
  const unscoped = (why: string): ScopeVerdict => ({
    path,
    verdict: 'unscoped',
    owner: owner?.phase.id ?? null,
    matched: owner?.entry ?? null,
    message: owner ? `${why} ${ownership(owner)}` : why,
  });
  if (!current) return unscoped(`There is no current phase, so nothing says whether ${path} may change.`);
  const excluded = match(current, path, 'out');
  const included = excluded ? undefined : match(current, path, 'in');
  const exceptions = included ? [] : exceptionsFor(path, current, settings);
  const exception = exceptions.find((one) => !one.ended);
  if (exception) {
    const message = `${path} is allowed in ${nameOf(current)}: ${exception.reason}${granted(exception)}.`;
    return { path, verdict: 'excepted', owner: owner?.phase.id ?? null, matched: null, message, exception };
  }
  const ended = exceptions.at(-1);
  const past = ended ? { exception: ended } : {};
  const afterwards = ended ? ` It was allowed until ${ended.until}: ${ended.reason}.` : '';
  if (excluded) {
    const text = `${path} is excluded from ${nameOf(current)} by \`${excluded.glob}\`.`;
    return {
      path,
      verdict: 'out',
      owner: owner?.phase.id ?? null,
      matched: excluded,
      message: `${owner ? `${text} ${ownership(owner)}` : text}${afterwards}`,
      ...past,
    };
  }
  if (included) {
    return {
      path,
      verdict: 'in',
      owner: current.id,
      matched: included,
      message: `${path} is in the scope of ${nameOf(current)} (\`${included.glob}\`).`,
    };
  }
  const inside = current.scope.filter((entry) => entry.mode === 'in');
  const checkable = inside.filter((entry) => entry.glob !== null);
  if (inside.length === 0)
    return unscoped(`${capital(nameOf(current))} has no scope, so nothing says whether ${path} may change.`);
  if (checkable.length === 0) return unscoped(`The scope of ${nameOf(current)} is prose and not checkable.`);
  const prose = inside.length - checkable.length;
  const rest =
    prose === 0
      ? ''
      : ` ${prose} more ${prose === 1 ? 'line of its scope is prose and is' : 'lines of its scope are prose and are'} not checkable.`;
  // Whose the file is comes first: a list of findings shows the beginning of a message.
  const whose = owner
    ? `${path} belongs to ${nameOf(owner.phase)} by \`${owner.entry.glob}\` and is outside`
    : `${path} is outside`;
  return {
    path,
    verdict: 'out',
    owner: owner?.phase.id ?? null,
    matched: owner?.entry ?? null,
    message: `${whose} ${nameOf(current)}, which covers ${listed(checkable)}.${rest}${owner ? '' : ' No phase owns it.'}${afterwards}`,
    ...past,
  };
}

/** The exceptions that speak of a path in a phase, in their order. */
function exceptionsFor(path: string, current: Phase, { scope }: Settings): readonly ScopeException[] {
  return scope.exceptions.filter(
    (one) =>
      (one.phase === null || keyOf(one.phase) === keyOf(current.id)) && !globProblem(one.path) && matcherOf([one.path])(path),
  );
}

/** " (Ada, until 2026-12-01)". */
function granted({ by, until }: ScopeException): string {
  const parts = [...(by ? [by] : []), ...(until ? [`until ${until}`] : [])];
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

/** The scope entry of a phase that matches a path, or undefined. */
export function match(phase: Phase, path: string, mode: 'in' | 'out'): ScopeEntry | undefined {
  return phase.scope.find(
    (entry) => entry.mode === mode && entry.glob !== null && !globProblem(entry.glob) && matcherOf([entry.glob])(path),
  );
}

interface Owner {
  readonly phase: Phase;
  readonly entry: ScopeEntry;
}

/** The phase besides the current one whose scope names a path: the next one that does, else the last one before. */
function ownerOf(plan: Plan, path: string, current: Phase | undefined): Owner | undefined {
  const at = current ? plan.phases.indexOf(current) : -1;
  const order = [...plan.phases.slice(at + 1), ...plan.phases.slice(0, Math.max(at, 0)).reverse()];
  for (const phase of order) {
    const entry = match(phase, path, 'out') ? undefined : match(phase, path, 'in');
    if (entry) return { phase, entry };
  }
  return undefined;
}

function ownership({ phase, entry }: Owner): string {
  return `It belongs to ${nameOf(phase)} by \`${entry.glob}\`.`;
}

const shown = 4;

function listed(entries: readonly ScopeEntry[]): string {
  const globs = entries.map((entry) => `\`${entry.glob}\``);
  const more = globs.length - shown;
  return more > 0 ? `${globs.slice(0, shown).join(', ')} and ${more} more` : globs.join(', ');
}

/** "phase 2 (Hosting)". */
export function nameOf(phase: { readonly id: string; readonly title: string | null }): string {
  return phase.title === null ? `phase ${phase.id}` : `phase ${phase.id} (${phase.title})`;
}

/** A phase of the plan by an id in any spelling. */
export function phaseOf(plan: Plan, id: string): Phase | undefined {
  return plan.phases.find((phase) => keyOf(phase.id) === keyOf(id));
}

/** With a capital at the front, for the beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
