/**
 * # This comment hides nothing
 *
 * A disable comment stands here, but the finding that it was written for is gone, or the rule it names does not exist. Left in place, it would
 * silently hide the next one.
 *
 * ## How findings are hidden
 *
 * ```markdown
 * - Tests pass <!-- phasewise-disable-line gate/unnamed-tests -- the suite is named in docs/testing.md -->
 * <!-- phasewise-disable-next-line gate/noun-phrase -- agreed with QA -->
 * <!-- phasewise-disable-section gate/bare-done -- history, not gates -->
 * <!-- phasewise-disable-file -- imported, read-only -->
 * ```
 *
 * In YAML the same words stand behind a `#`. Without rule ids every finding is hidden. `section` holds from the comment to the next heading
 * of the same level.
 *
 * ## What to do
 *
 * Take the comment out; the quick fix does it.
 */
import type { ProblemRule } from '../rule.ts';

export const unusedDisable: ProblemRule = {
  id: 'disable/unused',
  scope: 'document',
  code: null,
  severity: 'information',
  summary: 'A disable comment hides nothing.',
};
