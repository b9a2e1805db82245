/**
 * # A thing, not a condition
 *
 * The line names a thing ("Retry logic", "Shared export layer") and says nothing about it.
 *
 * **Why it matters.** A thing cannot be true or false. One reader ticks it when there is some of it, another when there is enough.
 *
 * - Bad: `Retry logic`
 * - Good: `A request without a token returns 401 with {"error": "unauthorized"}`
 *
 * **What to write instead.** A sentence with a verb: what exists where, what it shows, what a command prints.
 *
 * **Not flagged.** Lines with a verb, a command, a file, a figure, a count of nought ("no console errors") or a list of contents, things
 * of the screen or the repository that are there or not ("delete confirmation dialog"), and statements of format ("dates in ISO order").
 */
import { appendWords, replaceAll, wordsAt } from '../../gate/fixes.ts';
import type { GateLine, Word } from '../../gate/gateLine.ts';
import { hasAny, headOf, isObservable } from '../../gate/settle.ts';
import { readTests } from '../../gate/tests.ts';
import { ARTIFACTS, NAMED_ROLES, REVIEW_NOUNS } from '../../gate/vocabulary/things.ts';
import { observableVerbs } from '../../gate/vocabulary/verbs.ts';
import { isAdjective, isPreposition } from '../../gate/wordClasses.ts';
import type { GateRule } from '../rule.ts';

export const nounPhrase: GateRule = {
  id: 'gate/noun-phrase',
  summary: 'Names a thing, not a condition.',
  scope: 'gate',
  severity: 'hint',
  category: 'no-observable',
  check: (line) => {
    if (!isMereThing(line)) return undefined;
    const words = wordsAt(line, line.body);
    return {
      start: line.body.start,
      end: line.body.end,
      message: `"${words.length > 60 ? `${words.slice(0, 57)}…` : words}" names a thing, not a condition. Say what can be seen to be true of it.`,
      fixes: [
        appendWords('Say where it is and what it contains', line, ' exists in `«src/»` and «returns 200»'),
        replaceAll('Say what a command shows', line, '`«npm test»` prints «0 failures»'),
      ],
    };
  },
};

/** Beyond this many words a line without a known verb may hold one that is not known. */
const LONGEST = 10;

function isMereThing(line: GateLine): boolean {
  // "Delete confirmation dialog": whether there is one is seen by looking.
  const head = headOf(line.words);
  if (head && ARTIFACTS.has(head.text) && line.words.length > 1) return false;
  const plain = line.words.filter((word) => word.kind === 'word');
  // A list of things is a longer thing.
  const mereList =
    line.lead.length === 0 &&
    line.concrete.every((thing) => thing.kind === 'list') &&
    !plain.some((word) => LISTING.test(word.text) || /\d/.test(word.text));
  // "Docker containerization", "Redis support": the tool only qualifies what is done with it.
  const qualifier =
    head !== undefined &&
    head.kind === 'word' &&
    ACTS.test(head.text) &&
    line.concrete.every((thing) => thing.kind === 'tool' || thing.kind === 'list');
  if (plain.length === 0 || plain.length > LONGEST || (line.concrete.length > 0 && !mereList && !qualifier)) return false;
  if (
    line.clauses.some(
      (clause, i) =>
        (clause.predicate.kind !== 'none' &&
          !(clause.predicate.kind === 'state' && clause.words.length === 1 && line.lead.length === 0)) ||
        clause.predicate.check !== undefined ||
        (hasAny(line, i) && !mereList && !qualifier) ||
        isObservable(clause),
    )
  )
    return false;
  // "Product owner approval": who gives it is said.
  if (plain.some((word) => NAMED_ROLES.has(word.text)) && plain.some((word) => REVIEW_NOUNS.has(word.text))) return false;
  if (
    line.words.some((word) => word.kind === 'number' || word.kind === 'name') ||
    line.clauses.some((clause) => readTests(clause)?.named)
  )
    return false;
  return (
    !plain.some((word) =>
      /^(?:no|zero|without|only|never|not|none|exactly|each|per|equals|vs|must|cannot|when|if|while|until|unless)$/.test(
        word.text,
      ),
    ) &&
    !isFormat(plain) &&
    !hasOddVerb(plain)
  );
}

const LISTING = /^(?:with|including|includes|for|from|of|via|in|on)$/;

/** "Amounts in minor units": what a thing is in. */
function isFormat(words: readonly Word[]): boolean {
  const at = words.findIndex((word) => /^(?:in|as|on|from|via|every|within|under|below|above|between|at|until)$/.test(word.text));
  // "Recovery from failures", "feedback on search": an act has no format.
  return at > 0 && at < words.length - 1 && words.length >= 3 && !ACTS.test(words[at - 1]?.text ?? '');
}

const ACTS =
  /(?:tion|sion|ment|ance|ence|ery|ity|ness|ship|back|support|proof|access|control|checks?|protection|handling|testing|\w{3}ing)s?$/;

const CHANGING =
  /^(?:increases|decreases|grows|shrinks|rises|falls|opens|closes|blinks|fades|expires|moves|rotates|appears|disappears)$/;

/** A verb form that no reading took for the predicate still makes the line too doubtful to flag. */
function hasOddVerb(words: readonly Word[]): boolean {
  // "App installable/offline": what can be done to a thing is a state.
  if (words.some((word, i) => i > 0 && /(?:[^t]able|ible)$/.test(word.text) && word.text.length > 7)) return true;
  // "Step counter increases": nothing is called so.
  if (words.length > 1 && CHANGING.test(words.at(-1)?.text ?? '')) return true;
  return words.some(
    (word, i) =>
      i > 0 &&
      i < words.length - 1 &&
      observableVerbs.get(word.text)?.form === 's' &&
      words[i - 1]?.text !== 'and' &&
      // "Visible traces for each deal": a noun between an adjective and a preposition.
      !(
        isAdjective(words[i - 1]?.text ?? '') &&
        !/(?:ing|ed)$/.test(words[i - 1]?.text ?? '') &&
        isPreposition(words[i + 1]?.text ?? '')
      ),
  );
}
