import type { Span } from '../model.ts';
import type { Clause, Word } from './gateLine.ts';
import { setOf } from './vocabulary/inflect.ts';
import { TEST_CORE, TEST_KINDS, TEST_NOUNS, UNNAMED_SUBJECTS } from './vocabulary/things.ts';

/** Tests as a clause speaks of them; the span covers the words from their first qualifier to what is claimed of them. */
export interface Tests extends Span {
  /** A word before or behind narrows them down to some tests: "billing", "for the YAML parser". */
  readonly named: boolean;
  /** Something is claimed of them: that they pass, exist, are enough. */
  readonly claimed: boolean;
}

/** What a clause says about tests, if it does. */
export function readTests(clause: Clause): Tests | undefined {
  const { words } = clause;
  const core = words.findIndex(
    (word, i) =>
      word.kind === 'word' && (TEST_CORE.has(word.text) ? !isAttribute(words, i) : isRunnable(words, i) || isTested(words, i)),
  );
  if (core < 0 || (core === 0 && (clause.predicate.kind === 'imperative' || clause.predicate.check !== undefined)))
    return undefined;
  const tested = words[core];
  if (tested && isTested(words, core)) return { start: tested.start, end: tested.end, named: false, claimed: true };
  const last = lastOf(words, core);
  const first = firstOf(words, core);
  const before = words[first - 1];
  const tail = words.slice(last + 1);
  const claim = tail.findIndex((word) => word.kind === 'word' && CLAIMS.has(word.text));
  const opening = OPENINGS.has(before?.text ?? '') || OPENINGS.has(words[first]?.text ?? '');
  const claimed = claim >= 0 || (opening && tail.length === 0) || (ORDERS.has(before?.text ?? '') && claim < 0);
  const named =
    words.slice(first, core).some((word) => !isKind(word)) ||
    namesSubject(tail) ||
    (before !== undefined && !opening && !ORDERS.has(before.text) && !JOINS.has(before.text));
  const start = before && opening ? before.start : (words[first]?.start ?? clause.start);
  return { start, end: (claim >= 0 ? tail[claim]?.end : words[last]?.end) ?? clause.end, named, claimed };
}

/** "is implemented and unit-tested": by which tests? */
function isTested(words: readonly Word[], i: number): boolean {
  return /^(?:unit|well|fully|integration|regression|smoke|test|thoroughly)-(?:tested|covered|backed)$/.test(
    words[i]?.text ?? '',
  );
}

/** "All critical workflows pass": what is passed is a test, whatever it is called. */
function isRunnable(words: readonly Word[], i: number): boolean {
  return (
    (/^(?:scenarios|workflows|flows|journeys|cases|validations|verifications)$/.test(words[i]?.text ?? '') ||
      (words[i]?.text === 'gates' && words[i - 1]?.text === 'quality')) &&
    /^(?:pass|passes|passed|passing)$/.test(words[i + 1]?.text ?? '')
  );
}

const CLAIMS = setOf(`
 defined designed planned prepared specified delivered cover covers
 execute executes
 pass passes passing passed green run runs running succeed succeeds succeeding successful successfully complete completed written added exist exists implemented updated created done executed have has maintained included required adequate good clean ok work works working
 present documented achieved met covered automated available finished fixed verified validated ready in-place sufficient improved stay stays remain remains acceptable high`);
/** Before the tests: "each parser has tests", "completed with testing", "passing tests". */
const OPENINGS = setOf(
  'pass passes passed have has with by through via including includes include passing successful green needs need requires require',
);
const ORDERS = setOf('write add run execute create implement ensure maintain update achieve increase');
const JOINS = setOf('and that then verify confirm but all / + , &');

/** "test environment", "test bench is free": the word only qualifies another thing. */
function isAttribute(words: readonly Word[], i: number): boolean {
  return /^(?:plan|plans|data|database|db|environment|environments|env|user|users|account|accounts|fixture|fixtures|file|files|harness|report|reports|sign-off|signoff|approval|lead|team|engineer|engineers|manager|summary|mode|server|page|strategy|results?|evidence|runner|procedure|procedures|guide|reference|documentation|docs|command|config|workspace|project|utils|helpers|matrix|token|card|key|keys|script|scripts|definitions?|requirements?)$/.test(
    words[i + 1]?.text ?? '',
  );
}

function lastOf(words: readonly Word[], core: number): number {
  let last = core;
  for (;;) {
    const step = TEST_NOUNS.has(words[last + 1]?.text ?? '')
      ? 1
      : words[last + 1]?.text === '/' && TEST_NOUNS.has(words[last + 2]?.text ?? '')
        ? 2
        : 0;
    if (step === 0) return last;
    last += step;
  }
}

const BORDERS = setOf(
  'pass passes passed have has with by through via including includes include that then ensure verify confirm write add run execute create implement maintain update is are of for in to when if after before but passing successful green needs need requires require achieve increase',
);

function firstOf(words: readonly Word[], core: number): number {
  let first = core;
  while (first > 0 && !BORDERS.has(words[first - 1]?.text ?? '')) first--;
  return first;
}

function isKind(word: Word): boolean {
  return (
    word.kind === 'mark' ||
    (word.kind === 'word' &&
      (TEST_KINDS.has(word.text) || TEST_NOUNS.has(word.text) || word.text === 'and' || word.text === 'or'))
  );
}

const SUBJECT_OPENERS = setOf(
  'for of on cover covers covering against around exercise exercises exercising prove proves proving demonstrate demonstrates demonstrating show shows verify verifies verifying confirm confirms confirming assert asserts asserting check checks checking that',
);

/** "for the YAML parser", "cover login and logout": a narrow subject is a name; "for the new code" is none. */
function namesSubject(tail: readonly Word[]): boolean {
  const at = tail.findIndex((word) => SUBJECT_OPENERS.has(word.text));
  // "cover the new behavior": all that can be covered is behavior.
  if (
    /^(?:cover|covers|covering|exercise|exercises|exercising)$/.test(tail[at]?.text ?? '') &&
    !tail.some((word) => word.text === ',') &&
    /^(?:behaviou?rs?|logic|functionality|functions|code|features|workflows?|flows|paths|cases|scenarios|changes|invariants)$/.test(
      tail.at(-1)?.text ?? '',
    )
  )
    return tail.some((word) => word.kind !== 'word' && word.kind !== 'mark');
  // "in Contract Pack": a name.
  if (tail.some((word, i) => /^(?:in|from)$/.test(word.text) && (tail[i + 1]?.capital || tail[i + 1]?.kind === 'code')))
    return true;
  return (
    at >= 0 &&
    tail
      .slice(at + 1)
      .some(
        (word) =>
          word.kind !== 'mark' && !UNNAMED_SUBJECTS.has(word.text) && !CLAIMS.has(word.text) && !TEST_KINDS.has(word.text),
      )
  );
}
