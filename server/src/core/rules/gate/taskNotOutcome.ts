/**
 * # A task instead of its outcome
 *
 * The line orders work: "Improve upload errors", "Support more formats", "Refactor the store".
 *
 * **Why it matters.** It belongs into the list of tasks. As a condition it does not say how far the work has to go.
 *
 * - Bad: `Improve upload errors`
 * - Good: `A failed upload keeps the form filled and shows "Upload failed, try again"`
 *
 * **What to write instead.** What is true when the task is done; keep the order itself under Tasks.
 *
 * **Not flagged.** Steps of a check ("Open the page, click Save, see the row"), orders to look ("Verify that …"), and tasks that name an
 * exact result ("Generate `schema.json`", "Add column `owner_id`").
 */
import { appendWords, replaceAll, wordsAt } from '../../gate/fixes.ts';
import type { Clause, GateLine } from '../../gate/gateLine.ts';
import { explained } from '../../gate/settle.ts';
import { readTests } from '../../gate/tests.ts';
import { setOf } from '../../gate/vocabulary/inflect.ts';
import { ARTIFACTS } from '../../gate/vocabulary/things.ts';
import type { Span } from '../../model.ts';
import type { GateRule } from '../rule.ts';

export const taskNotOutcome: GateRule = {
  id: 'gate/task-not-outcome',
  summary: 'Orders work and does not state its outcome.',
  scope: 'gate',
  severity: 'hint',
  category: 'no-observable',
  check: (line) => {
    const span = findTask(line);
    if (!span) return undefined;
    return {
      start: span.start,
      end: span.end,
      message: `"${wordsAt(line, span)}" orders work. Keep that under Tasks and say here what is true when it is done.`,
      fixes: [
        replaceAll('State the outcome', line, '`«npm test»` shows «0 failures»'),
        appendWords('Add the outcome', line, ' → «`npm test` exits 0»'),
      ],
    };
  },
};

/** Orders that never describe a step of a check. */
const ALWAYS_WORK = setOf(`
 know familiarize strive attempt aim
 achieve adapt address adjust adopt advance align analyse analyze assess automate benchmark brainstorm centralize clarify clean-up cleanup complete conduct consider consolidate construct coordinate decide decouple define deliver design determine develop discuss document draft
 enhance ensure establish evaluate evolve expand explore facilitate finalise finalize fine-tune fix formalize gather generalise generalize handle harden identify implement improve incorporate increase integrate introduce investigate
 learn leverage maintain make manage migrate minimise minimize modernize monitor optimise optimize organise organize outline perform plan polish prepare prioritise prioritize promote provide reduce refactor refine reorganize research
 restructure review revise scaffold scale schedule secure set-up setup simplify specify stabilise stabilize standardise standardize streamline strengthen study support tackle tidy track train triage tune understand unify upgrade wire wire-up write build create add update extend enable allow demonstrate`);
/** Orders whose object may be an exact thing that is there or not. */
const BUILDS = setOf(
  'create add build update extend enable implement write provide generate define set-up setup introduce integrate allow migrate fix',
);

const INQUIRIES = setOf(
  'know understand familiarize determine investigate explore research decide consider evaluate brainstorm study learn discuss',
);

function findTask(line: GateLine): Span | undefined {
  const clause = line.clauses[0];
  if (!clause) return undefined;
  const { predicate } = clause;
  const verb = clause.words[predicate.start];
  // "Determine whether …": the answer may be either; no name in the question decides it.
  if (verb && predicate.kind === 'imperative' && INQUIRIES.has(predicate.lemma) && !explained(line, 0)) return verb;
  if (line.concrete.some((thing) => thing.decides || thing.kind === 'number') || explained(line, 0)) return undefined;
  // "Create a job and verify that the counter changes": a step and what is looked at.
  if (
    line.clauses.some(
      (other) =>
        other !== clause &&
        (other.predicate.check !== undefined ||
          other.words.some((word) => /^(?:verify|confirm|check|see|observe)$/.test(word.text))),
    )
  )
    return undefined;
  if (isVainCheck(clause) && line.clauses.length === 1) return clause.words[0];
  if (predicate.kind !== 'imperative' || !verb || !ALWAYS_WORK.has(predicate.lemma)) return undefined;
  if (BUILDS.has(predicate.lemma) && isExact(clause)) return undefined;
  return { start: verb.start, end: clause.words[predicate.end - 1]?.end ?? verb.end };
}

/** "Ensure code quality": an order to look, and nothing said of what is to be seen. */
function isVainCheck(clause: Clause): boolean {
  const { kind, check } = clause.predicate;
  return kind === 'none' && (check === 'ensure' || check === 'assure' || check === 'guarantee');
}

/** "Create an orders table", "Add column owner_id": the thing itself is there or not; what stands behind a preposition does not count. */
function isExact(clause: Clause): boolean {
  const object = clause.words.slice(clause.predicate.end);
  const stop = object.findIndex((word) =>
    /^(?:for|with|to|in|on|of|and|from|by|at|across|using|via|that|which|when|so)$/.test(word.text),
  );
  const head = object.slice(0, stop < 0 ? object.length : stop).filter((word) => word.kind === 'word');
  // Tests are judged by the rule for tests.
  if (readTests(clause)) return true;
  const last = head.at(-1);
  return (
    (last !== undefined && ARTIFACTS.has(last.text)) ||
    head.some((word) => word.capital) ||
    object.some((word) => /^(?:that|which|so|from|via|when)$/.test(word.text))
  );
}
