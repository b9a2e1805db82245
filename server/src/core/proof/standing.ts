import type { FileIndex } from '../files.ts';
import type { Life } from '../plan/life.ts';
import { askOf } from '../source.ts';
import { fileMeant } from './broken.ts';
import type { Pointing } from './pointers.ts';
import type { Kept } from './ticks.ts';

/** How a phase stands in its plan, for rules that see nothing else of the plan. */
export interface Standing {
  readonly life: Life;
  /** What the phases before it record. */
  readonly kept: Kept;
  /** Some evidence of the plan names a file of this folder: the plan is not about another repository. */
  readonly isHere: boolean;
}

/** How something stands that is no part of a phase. */
export const apart: Standing = { life: 'now', kept: { tests: false, conditions: false }, isHere: true };

/** Whether something points to a file of a folder. */
export function namesFileOf(files: FileIndex | undefined, pointings: Iterable<Pointing>): boolean {
  if (!files) return false;
  const known = { files, ask: askOf(new Map()), hasCommit: () => undefined };
  for (const { targets, at } of pointings)
    if (targets.some((target) => target.value !== '' && fileMeant(target, at.path, known) !== undefined)) return true;
  return false;
}
