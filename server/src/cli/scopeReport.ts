import type { Verdict } from '../core/index.ts';

/** `phasewise scope --format json`. */
export interface ScopeReport {
  readonly version: 1;
  /** The current phase. */
  readonly phase: string | null;
  readonly paths: readonly PathReport[];
}

/** The verdict on one path. */
export interface PathReport {
  readonly path: string;
  readonly verdict: Verdict;
  /** The phase that owns the path. */
  readonly phase: string | null;
  /** The scope line that decided. */
  readonly matched: { readonly glob: string; readonly path: string; readonly line: number } | null;
  readonly message: string;
}
