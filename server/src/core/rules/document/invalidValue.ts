/**
 * # A setting has a value that cannot be used
 *
 * The value has the wrong type, or is none of the words that the setting knows. The default applies instead; all other settings apply.
 *
 * ## Bad
 *
 * ```yaml
 * scope:
 *   mode: loud
 * ```
 *
 * ## Good
 *
 * ```yaml
 * scope:
 *   mode: warning
 * ```
 */
import { problemRule } from './problems.ts';

export const invalidValue = problemRule(
  'settings/invalid-value',
  'invalid-value',
  'warning',
  'A setting has a value that cannot be used.',
);
