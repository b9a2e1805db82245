import type { Problem, Severity } from '../../model.ts';
import type { RuleHead } from '../rule.ts';

/** A finding about a document that could not be read as it should: it comes with the reading, not from a check over the plan. */
export interface ProblemRule extends RuleHead {
  readonly scope: 'document';
  readonly code: Problem['code'];
}

/** Makes the rule record for one kind of problem. */
export function problemRule(id: string, code: Problem['code'], severity: Severity, summary: string): ProblemRule {
  return { id, scope: 'document', code, severity, summary };
}
