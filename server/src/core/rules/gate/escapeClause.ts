/**
 * # A condition with a way out
 *
 * "Where possible", "as needed", "if applicable", "ideally": the words leave it to the author whether the condition holds at all.
 *
 * **Why it matters.** Two readers disagree about when it was possible, needed or applicable. The condition can never fail.
 *
 * - Bad: `Input is validated where needed`
 * - Good: `Every POST endpoint rejects a body that breaks its schema with 422`
 *
 * **What to write instead.** Name the cases in which it must hold, or take the words out so that it always must.
 *
 * **Not flagged.** A condition that can be checked ("if the flag `--json` is set"), and a remark in parentheses behind a condition that
 * is exact without it ("no HIGH findings (allow-list rationale if needed)").
 */
import { removeWords, replaceWords, wordsAt } from '../../gate/fixes.ts';
import type { GateLine } from '../../gate/gateLine.ts';
import { type PhraseHit, phraseAt, toPhraseTable } from '../../gate/match.ts';
import { ESCAPES } from '../../gate/vocabulary/phrases.ts';
import { observableVerbs } from '../../gate/vocabulary/verbs.ts';
import type { GateRule } from '../rule.ts';

export const escapeClause: GateRule = {
  id: 'gate/escape-clause',
  summary: 'The author decides whether the condition holds.',
  scope: 'gate',
  severity: 'warning',
  category: 'escape-clause',
  check: (line) => {
    const hit = findEscape(line);
    if (!hit) return undefined;
    const words = wordsAt(line, hit);
    const may = words.toLowerCase().startsWith('may ');
    return {
      start: hit.start,
      end: hit.end,
      message: may
        ? `"${words}" permits it and requires nothing. Say what must happen, and when.`
        : `"${words}" lets the author decide whether this holds. Say in which cases it must, or take the words out.`,
      fixes: may
        ? [replaceWords('Require it', { start: hit.start, end: hit.start + 3 }, 'must')]
        : [removeWords(`Remove "${words}"`, line, hit), replaceWords('Name the cases', hit, 'when «`--json` is set»')],
    };
  },
};

const table = toPhraseTable(ESCAPES);
const PEOPLE = /^(?:users?|admins?|customers?|members?|owners?|guests?|visitors?|operators?|players?|managers?)$/;

function findEscape(line: GateLine): PhraseHit | undefined {
  for (let i = 0; i < line.words.length; i++) {
    const word = line.words[i];
    const hit = phraseAt(line.words, i, table) ?? permission(line, i) ?? optional(line, i);
    if (!hit || !word) continue;
    const next = line.words[hit.to];
    // "Nice-to-have ideas": a name.
    if (next?.kind === 'word' && /^nice/.test(word.text)) continue;
    // "as required by the schema", "generally available", "if available in cache": the words mean something exact.
    if (next?.kind === 'word' && /^(?:by|available|in|from|for|per)$/.test(next.text) && !/^where/.test(word.text)) continue;
    // "Roll back within an hour if needed": when one rolls back is not the condition.
    if (
      line.words.some((other) => /^(?:rollback|revert|restore|roll-back)$/.test(other.text)) &&
      line.concrete.some((thing) => thing.kind === 'number')
    )
      continue;
    if (word.depth > 0 && line.concrete.some((thing) => thing.decides && thing.start < word.start)) continue;
    if (word.depth > 0 && line.clauses.length > 0 && line.concrete.length > 0) continue;
    return hit;
  }
  return undefined;
}

/** "Handbook translated (optional)": then it is no condition. */
function optional(line: GateLine, i: number): PhraseHit | undefined {
  const word = line.words[i];
  return word?.text === 'optional' && word.depth > 0 && line.words[i - 1]?.text === '('
    ? { start: word.start, end: word.end, from: i, to: i + 1 }
    : undefined;
}

/** "may be cached" requires nothing; "users may delete their own posts" is a right, "may not" a ban. */
function permission(line: GateLine, i: number): PhraseHit | undefined {
  const may = line.words[i];
  const next = line.words[i + 1];
  const before = line.words[i - 1];
  if (
    may?.text !== 'may' ||
    may.kind !== 'word' ||
    may.depth > 0 ||
    !next ||
    !before ||
    before.kind !== 'word' ||
    PEOPLE.test(before.text)
  )
    return undefined;
  const verb = line.words[i + 2];
  if (
    next.text === 'be' &&
    verb &&
    !/^(?:left|omitted|skipped|null)$/.test(verb.text) &&
    observableVerbs.get(verb.text)?.form === 'past'
  )
    return { start: may.start, end: verb.end, from: i, to: i + 3 };
  return undefined;
}
