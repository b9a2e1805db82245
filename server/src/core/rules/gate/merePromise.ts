/**
 * # A promise without a scene
 *
 * The verb only promises: "supports", "handles", "enforces", "provides", "solves", "ensures", with nothing exact behind it.
 *
 * **Why it matters.** What it means to support or handle a thing is what the gate should say. Two engineers would try different things.
 *
 * - Bad: `The importer handles malformed files`
 * - Good: `A file without a header row is rejected with "Missing header" and nothing is imported`
 *
 * **What to write instead.** One scene: what somebody does, and what is seen then.
 *
 * **Not flagged.** The same verbs with something exact behind them: "supports `--json`", "handles 50 concurrent uploads", "supports CSV,
 * JSON and XLSX".
 */
import { replaceWords, wordsAt } from '../../gate/fixes.ts';
import type { Clause, GateLine } from '../../gate/gateLine.ts';
import { explainedAfter, hasAny, headOf, isConformity, outweighed } from '../../gate/settle.ts';
import { setOf } from '../../gate/vocabulary/inflect.ts';
import type { Span } from '../../model.ts';
import type { GateRule } from '../rule.ts';

export const merePromise: GateRule = {
  id: 'gate/mere-promise',
  summary: 'The verb promises and shows nothing.',
  scope: 'gate',
  severity: 'hint',
  category: 'no-observable',
  check: (line) => {
    const span = findPromise(line);
    if (!span) return undefined;
    return {
      start: span.start,
      end: span.end,
      message: `"${wordsAt(line, span)}" promises without a scene. Say what somebody does and what is seen then.`,
      fixes: [
        replaceWords('Say what happens', span, 'returns «409» when «`status` is "closed"»'),
        replaceWords('Say what is rejected', span, 'rejects «a file without a header» with "«Missing header»":'),
      ],
    };
  },
};

const PROMISES = setOf(`
 accommodate address align assist benefit cater comply conform contribute cope coordinate deal demonstrate empower encourage enforce enhance ensure establish facilitate foster handle help honor honour improve
 incorporate integrate interact leverage manage meet optimize optimise promote provide respect scale simplify solve strengthen streamline support uphold utilize utilise adhere adapt evolve inform guide trust understand know believe enjoy appreciate prefer want grasp`);

const EVILS =
  /^(?:abuse|misuse|crash|crashes|problems|issues|errors|mistakes|confusion|drift|failures|attacks|fraud|bugs|regressions|surprises)$/;

const PEOPLE = /^(?:users?|admins?|customers?|members?|owners?|operators?|managers?|merchants?|teachers?|students?|staff)$/;

function findPromise(line: GateLine): Span | undefined {
  for (let c = 0; c < line.clauses.length; c++) {
    const clause = line.clauses[c];
    // "Handles only its own part, not the rest": the bound is what is promised.
    if (!clause || outweighed(line, c) || clause.rest.some((word) => word.text === 'only' || word.text === 'not')) continue;
    const span = promiseIn(clause);
    if (span && !(isConformity(clause) ? explainedAfter(line, c, span.end) : hasAny(line, c))) return span;
  }
  return undefined;
}

function promiseIn(clause: Clause): Span | undefined {
  const { predicate, words } = clause;
  // "prevents abuse": of which kind, and what is seen then?
  if (predicate.lemma === 'prevent' && predicate.kind === 'active' && EVILS.test(headOf(clause.rest)?.text ?? ''))
    return words[predicate.end - 1];
  // "delivers additional value": what is delivered is the praise.
  const value = /^(?:deliver|add|provide|bring|create|offer|generate)$/.test(predicate.lemma) && headOf(clause.rest);
  if (value && predicate.kind === 'active' && /^(?:values?|benefits?|advantages?|insights?|impact)$/.test(value.text))
    return words[predicate.end - 1];
  // "meets Core Web Vitals", "complies with GDPR": a standard with a name can be looked up.
  const named = clause.rest.some((word) => word.capital || (word.acronym && !/^(?:slas?|slos?|kpis?|acs?)$/.test(word.text)));
  if (named && !isConformity(clause) && /^(?:meet|satisfy|follow|comply|conform)$/.test(predicate.lemma)) return undefined;
  // "Users can manage tasks": a capability of a person is tried out.
  if (predicate.lemma === 'manage' && predicate.modal === 'can' && PEOPLE.test(headOf(clause.subject)?.text ?? ''))
    return undefined;
  if (predicate.kind !== 'active' || !(PROMISES.has(predicate.lemma) || isConformity(clause))) return undefined;
  const verb = words[predicate.end - 1];
  return verb ? { start: verb.start, end: verb.end } : undefined;
}
