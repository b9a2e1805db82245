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
import type { ProblemRule } from '../rule.ts';

export const invalidValue: ProblemRule = {
  id: 'settings/invalid-value',
  scope: 'document',
  code: 'invalid-value',
  severity: 'warning',
  summary: 'A setting has a value that cannot be used.',
};
