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
import { problemRule } from './problems.ts';

export const unknownKey = problemRule(
  'settings/unknown-key',
  'unknown-key',
  'warning',
  '`phasewise.yaml` has a key that does not exist.',
);
