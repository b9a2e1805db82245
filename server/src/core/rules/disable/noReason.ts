/**
 * # A finding is hidden without a reason
 *
 * A disable comment hides a finding, but does not say why. Whoever reads the plan later cannot tell whether the reason still holds.
 *
 * ## Bad
 *
 * ```markdown
 * - Tests pass <!-- phasewise-disable-line gate/unnamed-tests -->
 * ```
 *
 * ## Good
 *
 * ```markdown
 * - Tests pass <!-- phasewise-disable-line gate/unnamed-tests -- the suite is named in docs/testing.md -->
 * ```
 */
import type { ProblemRule } from '../rule.ts';

export const noReason: ProblemRule = {
  id: 'disable/no-reason',
  scope: 'document',
  code: null,
  severity: 'information',
  summary: 'A disable comment does not say why.',
};
