/**
 * # Unknown setting
 *
 * `phasewise.yaml` has a key that does not exist, so it changes nothing. It is usually a slip of the pen; the message names the setting that
 * was probably meant. All other settings apply.
 *
 * ## Bad
 *
 * ```yaml
 * scope:
 *   modus: hint
 * ```
 *
 * ## Good
 *
 * ```yaml
 * scope:
 *   mode: hint
 * ```
 */
import type { ProblemRule } from '../rule.ts';

export const unknownKey: ProblemRule = {
  id: 'settings/unknown-key',
  scope: 'document',
  code: 'unknown-key',
  severity: 'warning',
  summary: '`phasewise.yaml` has a key that does not exist.',
};
