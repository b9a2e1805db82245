/**
 * # A list without an end
 *
 * "etc.", "and so on", "all edge cases", "every kind of failure": nobody can say when the list is complete.
 *
 * **Why it matters.** However much was checked, somebody can name one more case. The condition is never met, or always.
 *
 * - Bad: `Import handles all edge cases`
 * - Good: `Import rejects a missing header, a duplicate row and a file over 5 MB, each with its line number`
 *
 * **What to write instead.** List the cases that count for this phase.
 *
 * **Not flagged.** "All" in front of things that can be counted in one place ("all 12 endpoints", "every table in `schema.sql`"), and an
 * open phrase that a list in parentheses closes: "edge cases (empty file, one row, 10 000 rows)".
 */
import { removeWords, replaceWords, wordsAt } from '../../gate/fixes.ts';
import type { GateLine } from '../../gate/gateLine.ts';
import { findPhrase, type PhraseHit, toPhraseTable } from '../../gate/match.ts';
import { namesActor } from '../../gate/settle.ts';
import { OPEN_ENDS } from '../../gate/vocabulary/phrases.ts';
import type { GateRule } from '../rule.ts';

export const openEnded: GateRule = {
  id: 'gate/open-ended',
  summary: 'The list of cases has no end.',
  scope: 'gate',
  severity: 'hint',
  category: 'open-ended',
  check: (line) => {
    const hit = findPhrase(line.words, table) ?? everyCase(line);
    if (!hit) return undefined;
    const next = line.words[hit.to];
    if (
      next?.text === '(' ||
      next?.text === ':' ||
      next?.text === 'above' ||
      next?.text === 'below' ||
      next?.text === 'than' ||
      (next?.kind === 'mark' && next.text === '—')
    )
      return undefined;
    const span = {
      start: hit.start,
      end: line.text.slice(hit.end - 3, hit.end + 1).toLowerCase() === 'etc.' ? hit.end + 1 : hit.end,
    };
    const words = wordsAt(line, span);
    const isCases = /case|scenario|situation|kind|sort|possible|mode/i.test(words);
    return {
      ...span,
      message: `"${words}" has no end: nobody can tell when everything is covered. List the cases that count.`,
      fixes: isCases
        ? [replaceWords('List the cases', hit, '«an empty file, one row and 10000 rows»')]
        : [removeWords(`Remove "${words}"`, line, span), replaceWords('Name the last of them', span, 'and «`the last one`»')],
    };
  },
};

const table = toPhraseTable(OPEN_ENDS);

/** "all emergency scenarios", "every error case": nobody has counted them, unless it is a list kept somewhere, or they act themselves. */
function everyCase(line: GateLine): PhraseHit | undefined {
  for (const clause of line.clauses) {
    const { words } = clause;
    for (let i = 0; i < words.length; i++) {
      const first = words[i];
      // "All listed conditions have alerts": what is said of each can be looked up.
      if (
        first?.kind !== 'word' ||
        !/^(?:all|every|any)$/.test(first.text) ||
        namesActor(clause, i) ||
        clause.predicate.lemma === 'have'
      )
        continue;
      for (let j = i + 1; j < Math.min(i + 4, words.length); j++) {
        const word = words[j];
        if (word?.kind !== 'word' || LISTED.test(word.text)) break;
        if (CASES.test(word.text)) return { start: first.start, end: word.end, from: i, to: line.words.indexOf(word) + 1 };
      }
    }
  }
  return undefined;
}

const LISTED = /^(?:acceptance|test|listed|documented|above|these|following|described|of|defined)$/;
const CASES = /^(?:scenarios?|situations?|cases|conditions|circumstances|eventualities|possibilities|modes)$/;
