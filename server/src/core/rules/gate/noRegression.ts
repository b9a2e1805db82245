/**
 * # Nothing else broke
 *
 * "No regressions", "existing features unaffected", "earlier phases still work": a claim about everything, shown by nothing.
 *
 * **Why it matters.** Nobody can look at everything. What is meant is a check that would show it, and that check is missing.
 *
 * - Bad: `Existing functionality unaffected`
 * - Good: `` `pnpm test` exits 0 with the tests of phases 1 and 2 unchanged ``
 *
 * **What to write instead.** The command, suite or comparison that would show that something broke.
 *
 * **Not flagged.** A named check ("`snapshot.test.ts` stays green") and counts of nought that a tool or console shows ("no console
 * errors", "0 critical vulnerabilities").
 */
import { shownByFixes, wordsAt } from '../../gate/fixes.ts';
import type { Clause, GateLine, Word } from '../../gate/gateLine.ts';
import { findPhrase, toPhraseTable } from '../../gate/match.ts';
import { isQuality } from '../../gate/qualities.ts';
import { asideTells, headOf, outweighed } from '../../gate/settle.ts';
import { answeredBySibling } from '../../gate/siblings.ts';
import { setOf } from '../../gate/vocabulary/inflect.ts';
import { NO_REGRESSION } from '../../gate/vocabulary/phrases.ts';
import type { Span } from '../../model.ts';
import type { GateRule } from '../rule.ts';

export const noRegression: GateRule = {
  id: 'gate/no-regression',
  summary: 'Nothing else broke, but no check would show it.',
  scope: 'gate',
  severity: 'warning',
  category: 'no-observable',
  check: (line, context) => {
    const span = findClaim(line);
    if (!span || answeredBySibling(context, 'test')) return undefined;
    return {
      start: span.start,
      end: span.end,
      // "Still works" is also a matter of taste.
      ...(/\b(?:work|function|operat)\w*$/i.test(wordsAt(line, span).replace(/ \S+ly$/, ''))
        ? { category: 'subjective' as const }
        : {}),
      message: `"${wordsAt(line, span)}": which check would show that something broke? Name its command or suite.`,
      fixes: shownByFixes(line, context, 'npm test', 'test'),
    };
  },
};

const table = toPhraseTable([
  ...NO_REGRESSION,
  ...NO_REGRESSION.filter((phrase) => phrase.startsWith('no ')).map((phrase) => phrase.replace('no ', 'zero ')),
]);
/** "No loss of quality", "no architecture corruption": a quality that nobody can see to be lost. */
function noQualityLost(words: readonly Word[]): Span | undefined {
  const at = words.findIndex((word) => word.kind === 'word' && /^(?:no|zero|without)$/.test(word.text));
  const first = words[at];
  const near = at < 0 ? [] : words.slice(at + 1, at + 5);
  const lost = near.findIndex((word) => LOST.test(word.text));
  const quality = near.findIndex((word) => isQuality(word.text));
  const last = near[Math.max(lost, quality)];
  return first &&
    last &&
    lost >= 0 &&
    quality >= 0 &&
    near.slice(0, Math.max(lost, quality)).every((word) => word.kind === 'word')
    ? { start: first.start, end: last.end }
    : undefined;
}

const UNWANTED = /^(?:unintended|unexpected|unwanted|unauthorized|unauthorised|undesired|uncontrolled)$/;

const LOST = /^(?:corruption|loss|losses|degradation|breakage|damage|impact|drift|deterioration|disruption)$/;

/** "No critical or visual regressions". */
function noRegressions(line: GateLine): Span | undefined {
  const { words } = line;
  const at = words.findIndex((word) => word.kind === 'word' && /^(?:no|zero|without)$/.test(word.text));
  const first = words[at];
  const near = at < 0 ? [] : words.slice(at, at + 9);
  const breaking = near.findIndex((word) => word.text === 'breaking');
  const last =
    near.find((word) => /^regressions?$/.test(word.text)) ??
    // "No unauthorized scope changes".
    (UNWANTED.test(near[1]?.text ?? '')
      ? near.slice(2, 5).find((word) => /^(?:changes?|effects?|edits?|deviations?)$/.test(word.text))
      : undefined) ??
    // "No breaking API changes".
    (breaking > 0 ? near.slice(breaking, breaking + 4).find((word) => /^changes?$/.test(word.text)) : undefined);
  return first && last ? { start: first.start, end: last.end } : undefined;
}

const OLD = setOf('existing previous prior earlier current old legacy other unrelated remaining rest else original');
const THINGS = setOf(
  'structure structures logic implementation implementations setup architecture patterns design layout styling api interface interfaces endpoint output outputs route page screen contract contracts functionality functionalities features feature behavior behaviors behaviour functions workflows workflow flows flow phases phase stages code system systems pages screens tests users integrations apis routes endpoints journeys states modules components services commands consumers callers clients parts views experience capabilities ui',
);
const UNHARMED = setOf(
  'unaffected unchanged unbroken intact untouched preserved work works working function functions functioning operational functional broken affected broken stable undisturbed behave behaves pass',
);

function findClaim(line: GateLine): Span | undefined {
  const exact = line.concrete.some(
    (thing) =>
      thing.decides &&
      !/^[A-Z]+-?\d+$/.test(line.text.slice(thing.start, thing.end)) &&
      thing.kind !== 'list' &&
      !(thing.kind === 'aside' && !line.clauses.some(asideTells)) &&
      thing.kind !== 'zero' &&
      thing.kind !== 'tool',
  );
  if (exact) return undefined;
  const hit = findPhrase(line.words, table) ?? noRegressions(line) ?? noQualityLost(line.words);
  if (hit && !outweighed(line, line.clauses.length)) return { start: hit.start, end: hit.end };
  for (const clause of line.clauses) {
    const old = clause.words.findIndex((word, i) => i >= clause.predicate.from && OLD.has(word.text));
    const said = oldUnharmed(clause, old) ?? keptBehavior(clause) ?? keepsQuality(clause) ?? breaksNothing(clause, old);
    if (said) return said;
  }
  return undefined;
}

/** "Preserve all functionality", "old programs retain their behavior": the same, said of the keeper. */
function keepsQuality(clause: Clause): Span | undefined {
  const { kind, lemma, start, end, modal } = clause.predicate;
  const verb = clause.words[start];
  const object = headOf(clause.words.slice(end));
  return (kind === 'imperative' || (kind === 'active' && modal !== 'can')) &&
    verb &&
    object &&
    /^(?:preserve|maintain|keep|retain|ensure)$/.test(lemma) &&
    isQuality(object.text)
    ? { start: verb.start, end: object.end }
    : undefined;
}

/** "Must not break existing screens". */
function breaksNothing(clause: Clause, old: number): Span | undefined {
  if (old < 0) return undefined;
  const { modal, lemma, start, end } = clause.predicate;
  if (!/^(?:not|never|cannot|must|should|does|do|will|shall|don't|doesn't|won't)$/.test(modal ?? '') || end > old)
    return undefined;
  const negated =
    modal !== undefined &&
    (/n't$|^(?:not|never|cannot)$/.test(modal) || clause.words.slice(start, end).some((word) => word.text === 'not'));
  const first = clause.words[start];
  const last = clause.words.at(-1);
  return negated && first && last && /^(?:break|affect|impact|disrupt|alter|interfere|harm|degrade|disturb)$/.test(lemma)
    ? { start: first.start, end: last.end }
    : undefined;
}

/** "Existing screens are unaffected". */
function oldUnharmed(clause: Clause, old: number): Span | undefined {
  if (old < 0) return undefined;
  const thing = clause.words.findIndex((word, i) => i > old && i <= old + 9 && THINGS.has(word.text));
  const unharmed = clause.words.findIndex((word, i) => i > old && i >= clause.predicate.start && UNHARMED.has(word.text));
  const end = clause.words[unharmed];
  return thing >= 0 && end && unharmed > thing ? { start: clause.words[old]?.start ?? clause.start, end: end.end } : undefined;
}

/** "Sync behaviour remains intact": the same claim without the word "existing". */
function keptBehavior(clause: Clause): Span | undefined {
  const head = headOf(clause.subject);
  const word = clause.words.find(
    (candidate, i) =>
      i >= clause.predicate.start &&
      /^(?:intact|unchanged|unaffected|preserved|untouched|maintained|retained)$/.test(candidate.text),
  );
  return head && word && isQuality(head.text) ? { start: head.start, end: word.end } : undefined;
}
