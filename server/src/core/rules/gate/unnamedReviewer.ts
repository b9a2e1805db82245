/**
 * # Approved, by whom?
 *
 * A review, approval, agreement or sign-off is the condition, but not who gives it or where it is recorded.
 *
 * **Why it matters.** Approval by "the team" is approval by nobody. A month later there is nothing to look up.
 *
 * - Bad: `Agreed by the team and all partners`
 * - Good: `Security lead has approved the pull request; the approval is linked under Evidence`
 *
 * **What to write instead.** The role or the number of people, and the place of the record.
 *
 * **Not flagged.** A named role ("product owner signs off"), a count ("2 approvals"), and a record ("approval in `signoff.md`").
 */
import { appendWords, replaceWords, wordsAt } from '../../gate/fixes.ts';
import type { Clause, GateLine } from '../../gate/gateLine.ts';
import { explained, hasAny, outweighed } from '../../gate/settle.ts';
import { setOf } from '../../gate/vocabulary/inflect.ts';
import { NAMED_ROLES, REVIEW_NOUNS, REVIEW_PARTICIPLES, UNNAMED_PEOPLE } from '../../gate/vocabulary/things.ts';
import type { Span } from '../../model.ts';
import type { GateRule } from '../rule.ts';

export const unnamedReviewer: GateRule = {
  id: 'gate/unnamed-reviewer',
  summary: 'An approval without a name or a record.',
  scope: 'gate',
  severity: 'warning',
  category: 'no-observable',
  check: (line) => {
    const span = findReview(line);
    if (!span) return undefined;
    return {
      start: span.start,
      end: span.end,
      message: `"${wordsAt(line, span)}": by whom, and recorded where? Name the role or the number of people, and the record.`,
      fixes: [
        replaceWords('Name who approves, and where', span, 'approved by «the security lead» in `«docs/sign-off.md»`'),
        appendWords('Add who and where', line, ' («2 maintainers», recorded in `«docs/sign-off.md»`)'),
      ],
    };
  },
};

const EVERYBODY = setOf(
  'the a an our all any key relevant other another whole entire project product dev development engineering at least and or appropriate internal external different someone somebody code real',
);
const GIVEN = setOf(
  'complete completed done obtained received given secured passed collected conducted held performed incorporated addressed achieved reached approved',
);
const BY_PEOPLE = setOf(
  'review approve agree sign-off accept align inform endorse ratify validate consult socialize socialise demo',
);

function findReview(line: GateLine): Span | undefined {
  for (let c = 0; c < line.clauses.length; c++) {
    const clause = line.clauses[c];
    if (!clause || hasAny(line, c) || explained(line, c) || outweighed(line, c) || line.clauses.some(namesSomebody)) continue;
    const span = peopleAgree(clause) ?? reviewDone(clause);
    if (span) return span;
  }
  return undefined;
}

/** "Code reviewed", "review completed", "signed off". */
function reviewDone(clause: Clause): Span | undefined {
  const { predicate, words } = clause;
  if (predicate.kind !== 'passive' && predicate.kind !== 'participle' && predicate.kind !== 'state') return undefined;
  const verb = words[predicate.end - 1];
  if (!verb) return undefined;
  const givers = clause.rest.slice(clause.rest.findIndex((word) => word.text === 'by') + 1);
  const by = clause.rest.some((word) => word.text === 'by') && givers.some((word) => UNNAMED_PEOPLE.has(word.text));
  // "by the security team", "by finance": a desk one can ask.
  if (
    clause.rest.some((word) => word.text === 'by') &&
    givers.some((word) => word.kind === 'word' && !UNNAMED_PEOPLE.has(word.text) && !EVERYBODY.has(word.text))
  )
    return undefined;
  if (by && BY_PEOPLE.has(predicate.lemma))
    return { start: verb.start, end: words.findLast((word) => UNNAMED_PEOPLE.has(word.text))?.end ?? verb.end };
  if (/^(?:review|approve|sign-off|agree|align)$/.test(predicate.lemma))
    return clause.rest.length <= 2 ? { start: verb.start, end: verb.end } : undefined;
  const noun = clause.subject.filter((word) => word.kind === 'word').at(-1);
  return noun && REVIEW_NOUNS.has(noun.text) && GIVEN.has(verb.text) ? { start: noun.start, end: verb.end } : undefined;
}

/** "Stakeholders aligned", "team is happy with it". */
function peopleAgree(clause: Clause): Span | undefined {
  const people = clause.subject.filter((word) => word.kind === 'word').at(-1);
  if (!people || !UNNAMED_PEOPLE.has(people.text)) return undefined;
  const word = clause.words.find((candidate) => candidate.start > people.start && REVIEW_PARTICIPLES.has(candidate.text));
  return word ? { start: people.start, end: word.end } : undefined;
}

function namesSomebody(clause: Clause): boolean {
  return clause.words.some(
    (word) =>
      word.kind === 'number' ||
      (word.kind === 'word' &&
        (NAMED_ROLES.has(word.text) || /^(?:two|three|four|one)$/.test(word.text) || word.text === 'legal')),
  );
}
