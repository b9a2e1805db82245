import type { CheckItem, Edit } from './model.ts';
import type { Source } from './source.ts';

/** What a person says about one manual test. */
export interface Outcome {
  readonly outcome: 'pass' | 'fail' | 'skip' | 'blocked';
  readonly note: string | null;
  /** ISO date (`2026-03-01`), from the surface's clock: the core has none. */
  readonly date: string;
  readonly actor: string | null;
}

/** Why nothing can be written. */
export interface Refusal {
  readonly refused: string;
}

/**
 * The smallest edit that records the outcome of a manual test in its document, in the form the document uses: the box is ticked for
 * a pass, and a `Result:` line stands below the item. Recording again replaces the earlier result.
 */
export function recordOutcome(_source: Source, _item: CheckItem, _outcome: Outcome): readonly Edit[] | Refusal {
  return { refused: 'not yet' };
}

export { pinPhase } from './pinPhase.ts';
