/**
 * # This is not valid YAML
 *
 * A YAML file or front matter breaks the rules of YAML at this place. What stands before it, and what can be read after it, still counts;
 * the rest does not, so tasks may be missing from the plan.
 *
 * ## Bad
 *
 * ```yaml
 * - id: T1-001
 *    title: Add the health endpoint      # one blank too many
 * ```
 *
 * ## Good
 *
 * ```yaml
 * - id: T1-001
 *   title: Add the health endpoint
 * ```
 */
import type { ProblemRule } from '../rule.ts';

export const brokenYaml: ProblemRule = {
  id: 'document/broken-yaml',
  scope: 'document',
  code: 'broken-yaml',
  severity: 'error',
  summary: 'A YAML text of the plan is broken at this place.',
};
