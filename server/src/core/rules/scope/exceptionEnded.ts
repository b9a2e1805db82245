/**
 * # An exception has ended
 *
 * A file was allowed to change outside the scope until a day that is over. From now on an edit of it is out of scope again.
 *
 * ## What to do
 *
 * Remove the entry from `scope.exceptions` in `phasewise.yaml`. If the file still has to change, add it to the scope, or write a later day
 * and why.
 */
import type { ProblemRule } from '../rule.ts';

export const exceptionEnded: ProblemRule = {
  id: 'scope/exception-ended',
  scope: 'document',
  code: 'exception-ended',
  severity: 'information',
  summary: 'An exception of `scope.exceptions` has ended.',
};
