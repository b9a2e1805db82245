/**
 * # "It works"
 *
 * The only thing the line says is that something works, functions, behaves, or does what it does "correctly", "properly", "as expected".
 *
 * **Why it matters.** What is correct is the very thing a gate has to say. Two engineers who look at the same system can disagree, and
 * both are right.
 *
 * - Bad: `Login works correctly`
 * - Good: `Login with a wrong password shows "Invalid credentials" and returns 401`
 *
 * **What to write instead.** What one sees: a status, an exit code, a text on the screen, a row in a table.
 *
 * **Not flagged.** A command that works (`` `app --help` works `` means exit status 0), a claim followed by what it means ("login works:
 * redirects to `/home`"), and an adverb beside something exact ("fails gracefully (logs the error, returns 503)").
 */
import { replaceWords, shownByFixes, wordsAt } from '../../gate/fixes.ts';
import type { Clause, GateLine } from '../../gate/gateLine.ts';
import { findPhrase, type PhraseHit, type PhraseTable, toPhraseTable } from '../../gate/match.ts';
import {
  asideTells,
  evidenceIn,
  explained,
  explainedAfter,
  hasAny,
  isCodeSubject,
  isComponent,
  isObservable,
  outweighed,
} from '../../gate/settle.ts';
import { setOf } from '../../gate/vocabulary/inflect.ts';
import { AS_IT_SHOULD, SUBJECTIVE_ADVERBS } from '../../gate/vocabulary/judgements.ts';
import { checkVerbs, processVerbs, vagueVerbs } from '../../gate/vocabulary/verbs.ts';
import { isAdverb, isConjunction, isPreposition } from '../../gate/wordClasses.ts';
import { inCondition } from '../../gate/words.ts';
import type { Span } from '../../model.ts';
import type { GateRule } from '../rule.ts';

export const vaguePredicate: GateRule = {
  id: 'gate/vague-predicate',
  summary: 'All it says is that something works.',
  scope: 'gate',
  severity: 'warning',
  category: 'subjective',
  check: (line, context) => {
    const span = findVague(line);
    if (!span) return undefined;
    const words = wordsAt(line, span);
    return {
      start: span.start,
      end: span.end,
      message: `"${words}" does not say what is seen. Write the outcome: a status, an exit code, a text, a changed state.`,
      fixes: [
        replaceWords('Say what it returns', span, 'returns «200»'),
        replaceWords('Say what it shows', span, 'shows "«text»"'),
        ...shownByFixes(line, context, 'npm test', 'test').slice(0, 1),
      ],
    };
  },
};

const phrases: PhraseTable = toPhraseTable(AS_IT_SHOULD);
/** Verbs that mean no more than "does its job". */
const JOB_VERBS = setOf('work function operate behave perform feel seem');

function findVague(line: GateLine): Span | undefined {
  for (let c = 0; c < line.clauses.length; c++) {
    const clause = line.clauses[c];
    // "100% of the queries work": the share is the number.
    if (!clause || outweighed(line, c) || clause.subject.some((word) => word.kind === 'number' && word.text.endsWith('%')))
      continue;
    const span = jobVerb(line, clause, c) ?? adverb(line, clause, c) ?? verdict(line, clause, c);
    if (span) return span;
  }
  return undefined;
}

function jobVerb(line: GateLine, clause: Clause, index: number): Span | undefined {
  const at = clause.words.findIndex(
    (word, i) => word.kind === 'word' && JOB_VERBS.has(vagueVerbs.get(word.text)?.lemma ?? '') && isSaid(clause, i),
  );
  const verb = clause.words[at];
  // "Works offline": that it needs no network can be tried.
  if (
    !verb ||
    inCondition(clause.words, at) ||
    /^(?:offline|standalone|headless|headlessly)$/.test(clause.words[at + 1]?.text ?? '')
  )
    return undefined;
  if (
    (isCodeSubject(clause) && !isComponent(clause, line.text)) ||
    (explainedAfter(line, index, verb.end) && !onlyPlaced(line, clause, index, at))
  )
    return undefined;
  let last = at;
  while (
    /ly$|^(?:as|expected|intended|designed|before|end-to-end|well|fine|unchanged|normally)$/.test(
      clause.words[last + 1]?.text ?? '',
    )
  )
    last++;
  let first = at;
  while (
    /^(?:still|continue|continues|to|fully|all|can|should|must|correctly|properly|is|are)$/.test(
      clause.words[first - 1]?.text ?? '',
    )
  )
    first--;
  return { start: clause.words[first]?.start ?? verb.start, end: clause.words[last]?.end ?? verb.end };
}

/** "Works in Firefox and CloudShell", "works on TPR maps": where, but not what is seen there. */
function onlyPlaced(line: GateLine, clause: Clause, index: number, at: number): boolean {
  const next = clause.words[at + 1];
  if (!next || !/^(?:in|on|across|under|inside|within|at)$/.test(next.text) || explained(line, index)) return false;
  return evidenceIn(line, index).every(
    (thing) => thing.start < next.start || thing.kind === 'name' || thing.kind === 'tool' || thing.kind === 'list',
  );
}

/** The job verb is the verb of the clause, not a noun in it ("the function", "work items"). */
function isSaid(clause: Clause, at: number): boolean {
  const { predicate } = clause;
  if (predicate.kind === 'none' || predicate.kind === 'imperative') return false;
  const offset = clause.words.indexOf(clause.words[at] as never);
  if (offset >= predicate.start && offset < predicate.end) return true;
  // "validates that both work correctly".
  if (
    predicate.kind === 'active' &&
    checkVerbs.has(predicate.lemma) &&
    offset >= predicate.end &&
    clause.words[at]?.text !== 'function'
  ) {
    const next = clause.words[at + 1];
    return next === undefined || next.text.endsWith('ly') || next.text === 'as';
  }
  // "created and working".
  if (predicate.kind === 'participle' && clause.words[at]?.text === 'working' && clause.words[at - 1]?.text === 'and')
    return true;
  // "continues to work", "continues working".
  return (
    predicate.lemma === 'continue' &&
    offset >= predicate.end &&
    (clause.words[offset - 1]?.text === 'to' || offset === predicate.end)
  );
}

function adverb(line: GateLine, clause: Clause, index: number): Span | undefined {
  const { predicate, words } = clause;
  if ((predicate.kind === 'none' && words.length > 6) || explained(line, index)) return undefined;
  const phrase = wholePhrase(words);
  const at = words.findIndex(
    (word, i) =>
      word.kind === 'word' && SUBJECTIVE_ADVERBS.has(word.text) && words[i - 1]?.text !== 'not' && !inCondition(words, i),
  );
  const span = phrase ?? words[at];
  if (!span || decidedBeside(line, clause, index, span.start)) return undefined;
  // "cleanly shuts both down": before its verb the adverb adds little to what is seen.
  const seen =
    predicate.kind === 'active'
      ? predicate.modal === undefined
      : EMPTY.has(words[at]?.text ?? '') && !processVerbs.has(predicate.lemma);
  const idle =
    !phrase &&
    at < predicate.end &&
    seen &&
    clause.rest.length > 0 &&
    (isCodeSubject(clause) || hasAny(line, index) || !STRONG_PRAISE.has(words[at]?.text ?? ''));
  // "clearly explains": that it is clear is the claim.
  const telling =
    words[at]?.text === 'clearly' && /^(?:explain|describe|document|communicate|state|define)$/.test(predicate.lemma);
  return idle && !telling && !vagueVerbs.has(predicate.lemma) ? undefined : { start: span.start, end: span.end };
}

/** "runs end-to-end", but not "an end-to-end path": before a noun the phrase only names it. */
function wholePhrase(words: Clause['words']): PhraseHit | undefined {
  const hit = findPhrase(words, phrases);
  const next = hit && words[hit.to];
  const names =
    hit &&
    words[hit.from]?.text.startsWith('end') &&
    next?.kind === 'word' &&
    !isPreposition(next.text) &&
    !isConjunction(next.text) &&
    !isAdverb(next.text);
  return names ? undefined : hit;
}

/** Adverbs that are the claim wherever they stand: "reliably restores the session". */
const STRONG_PRAISE = setOf(
  'reliably robustly seamlessly gracefully smoothly intuitively elegantly effortlessly efficiently effectively flawlessly meaningfully sensibly reasonably naturally smartly intelligently satisfactorily adequately optimally',
);

/** Adverbs that add nothing to a state that is seen anyway: "the menu is correctly hidden on phones". */
const EMPTY = setOf('correctly properly cleanly accurately nicely');

/** Something exact behind the words, a parenthesis or a count of nought anywhere, or a command that runs: then the adverb decides nothing. */
function decidedBeside(line: GateLine, clause: Clause, index: number, start: number): boolean {
  if (
    isCodeSubject(clause) &&
    isObservable(clause) &&
    clause.rest.some((word) => word.kind !== 'mark' && !isAdverb(word.text)) &&
    clause.words.some((word) => word.start === start && word.text === 'cleanly')
  )
    return true;
  if (
    isCodeSubject(clause) &&
    /^(?:run|exit|complete|start|succeed|execute|compile|build|work|pass)$/.test(clause.predicate.lemma)
  )
    return true;
  const verb = clause.words[clause.predicate.start]?.start ?? start;
  return evidenceIn(line, index).some(
    (thing) =>
      thing.kind !== 'list' &&
      // "(reports, traces)" behind the subject only lists what it is.
      !(
        thing.kind === 'aside' &&
        (processVerbs.has(clause.predicate.lemma) || (clause.predicate.kind === 'active' && thing.start < verb)) &&
        !asideTells(clause)
      ) &&
      (thing.start >= Math.min(start, verb) || /^(?:aside|zero|tool|arrow)$/.test(thing.kind)),
  );
}

/** "Importer green", "all good": a verdict, and nothing that was looked at. Suites, builds and jobs are green in a way that everybody knows. */
function verdict(line: GateLine, clause: Clause, index: number): Span | undefined {
  const { predicate, words, subject } = clause;
  if (
    predicate.kind === 'be' &&
    clause.rest.at(-1)?.text === 'valid' &&
    predicate.modal === undefined &&
    !hasAny(line, index) &&
    !subject.some((word) => word.kind !== 'word' || word.acronym)
  )
    return clause.rest.at(-1);
  const passes = predicate.lemma === 'pass' && predicate.kind !== 'imperative' && clause.rest.length === 0;
  if (!passes && !(predicate.kind === 'state' && VERDICTS.has(predicate.lemma))) return undefined;
  if (
    hasAny(line, index) ||
    subject.length === 0 ||
    subject.length > 3 ||
    subject.some((word) => word.kind !== 'word' || RUNS.has(word.text))
  )
    return undefined;
  const word = words[predicate.end - 1];
  return word && { start: words[predicate.start]?.start ?? word.start, end: word.end };
}

const VERDICTS = setOf('green ok okay fine good perfect working well');
const RUNS = setOf(
  'checking typechecking compilation linting formatting type regression gate gates smoke e2e ci build builds pipeline pipelines job jobs workflow workflows suite suites test tests lint linter typecheck check checks actions deploy deployment probe probes light scan scans audit-log gate-keeper handshake',
);
