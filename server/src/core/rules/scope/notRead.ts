/**
 * # A pattern of a scope is not read
 *
 * The braces of this pattern stand for more alternatives than anybody can mean, or the pattern is longer than any path. It is not cut
 * short, because then it would give wrong answers: it matches nothing, and that is said here.
 *
 * ## Bad
 *
 * ```markdown
 * ### Scope
 * - `src/{0..9}{0..9}{0..9}{0..9}/**`
 * ```
 *
 * ## Good
 *
 * ```markdown
 * ### Scope
 * - `src/shards/**`
 * ```
 */

import { globProblemOf } from '../../plan/claims.ts';
import type { Hit, PlanRule } from '../rule.ts';

export const patternNotRead: PlanRule = {
  id: 'scope/not-read',
  scope: 'plan',
  severity: 'warning',
  summary: 'A pattern of a scope stands for more than can be checked, and matches nothing.',
  *check({ plan }): Iterable<Hit> {
    for (const phase of plan.phases) {
      for (const entry of phase.scope) {
        const problem = globProblemOf(entry);
        if (problem) yield { message: `${problem} It matches nothing.`, at: entry.at };
      }
    }
  },
};
