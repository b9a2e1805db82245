import type { Plan, ScopeEntry } from './model.ts';
import type { Settings } from './settings.ts';

/** What the current phase says about a path. */
export type Verdict =
  /** The current phase's scope names it. */
  | 'in'
  /** The current phase's scope does not name it. */
  | 'out'
  /** Every phase may change it: the plan's own documents and the files of `scope.allow`. */
  | 'allowed'
  /** Somebody allowed it with a reason. */
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
  /** One sentence for a person. */
  readonly message: string;
}

/** May this path be changed in the plan's current phase, and whose is it? */
export function scopeVerdict(_plan: Plan, path: string, _settings: Settings): ScopeVerdict {
  return { path, verdict: 'unscoped', owner: null, matched: null, message: '' };
}
