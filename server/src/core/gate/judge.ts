import type { Severity } from '../model.ts';
import { gateRules } from '../rules/gate/index.ts';
import type { GateContext, GateHit, GateRule } from '../rules/rule.ts';
import { delegates } from './delegation.ts';
import { type GateLine, readGateLine } from './gateLine.ts';

/** One finding on a gate line. */
export interface GateJudgement {
  readonly rule: GateRule;
  readonly hit: GateHit;
  readonly severity: Severity;
}

/** A context that knows nothing: no commands, no neighbours. */
export const NO_CONTEXT: GateContext = { commands: [], siblings: [] };

/** At most so many findings are shown on one line; mending the first usually mends the rest. */
const MOST = 2;

/**
 * What is wrong with one line of a gate. The same text in the same context always gets the same answer.
 *
 * Two rules that fire on one line agree from two sides that it is no gate, so a hint becomes a warning; so does a hint on a few words
 * with nothing concrete among them. Of what fired, the first two of
 * `gateRules` are shown whose words do not overlap: the order of the table is the order of how much a finding helps.
 */
export function judgeGateLine(text: string, context: GateContext = NO_CONTEXT): readonly GateJudgement[] {
  const line = readGateLine(text, context.vocabulary);
  if (isResult(line) || (context.vocabulary && delegates(line, context.vocabulary, context.own))) return [];
  const fired: GateJudgement[] = [];
  for (const rule of gateRules) {
    if (!line.english && rule.category !== 'placeholder') continue;
    const hit = rule.check(line, context);
    if (hit) fired.push({ rule, hit, severity: rule.severity });
  }
  const sure = fired.length > 1 || saysNothing(line);
  const shown: GateJudgement[] = [];
  for (const judgement of fired) {
    if (shown.length === MOST) break;
    if (shown.every(({ hit }) => hit.end <= judgement.hit.start || judgement.hit.end <= hit.start)) shown.push(judgement);
  }
  return sure
    ? shown.map((judgement) => (judgement.severity === 'hint' ? { ...judgement, severity: 'warning' } : judgement))
    : shown;
}

/** "Sign-in: GO — both pages are deployed": what was found, not what has to be. */
function isResult({ words }: GateLine): boolean {
  const at = words[0]?.text === 'conditional' ? 1 : 0;
  const first = words[at];
  const mark = words[at + 1];
  return (
    first?.acronym === true &&
    /^(?:go|no-go|pass|passed|fail|failed|met)$/.test(first.text) &&
    mark?.kind === 'mark' &&
    /^(?:—|–|-|:|\()$/.test(mark.text)
  );
}

/** "Validation complete", "Retry logic": so few words, and nothing concrete among them. */
function saysNothing(line: GateLine): boolean {
  const words = line.words.filter((word) => word.kind === 'word');
  return line.concrete.length === 0 && line.clauses.length === 1 && words.length <= SHORT && words.length === line.words.length;
}

const SHORT = 5;
