/**
 * # A condition nobody has written yet
 *
 * The line still holds a placeholder: `TBD`, `TODO`, `[metric]`, `<command>`, `XX %`, `Criterion 1`, or nothing but dots.
 *
 * **Why it matters.** A phase with an empty condition can neither pass nor fail; whoever ticks the box ticks nothing.
 *
 * - Bad: `Response time below XX ms`
 * - Good: `Response time p95 below 200 ms at 50 concurrent users`
 *
 * **What to write instead.** The value or condition that is meant. Where it is not known yet, make finding it a task of an earlier
 * phase and leave the line out.
 *
 * **Not flagged.** Placeholders inside a code span (`` `GET /users/<id>` returns 404 ``), tags at the front or end of a line
 * (`[manual]`, `[P1]`), and the word "placeholder" itself: "images show a placeholder until loaded" is a fine condition.
 */
import { replaceWords, wordsAt } from '../../gate/fixes.ts';
import type { GateLine } from '../../gate/gateLine.ts';
import { findPhrase, toPhraseTable } from '../../gate/match.ts';
import { PLACEHOLDER_WORDS } from '../../gate/vocabulary/phrases.ts';
import type { Span } from '../../model.ts';
import type { GateRule } from '../rule.ts';

export const placeholder: GateRule = {
  id: 'gate/placeholder',
  summary: 'The condition still holds a placeholder.',
  scope: 'gate',
  severity: 'warning',
  category: 'placeholder',
  check: (line) => {
    const span = wholeLead(line) ?? findPhrase(line.words, table) ?? findSign(line);
    if (!span || isCounted(line, span)) return undefined;
    return {
      start: span.start,
      end: span.end,
      message: `"${wordsAt(line, span)}" is a placeholder: nothing can pass or fail it. Write the value or condition that is meant.`,
      fixes: [replaceWords('Fill in the placeholder', span, isMeasure(line, span) ? '«95 %»' : '«`npm test` exits 0»')],
    };
  },
};

const table = toPhraseTable(PLACEHOLDER_WORDS);
const SIGNS =
  /\{\{[^{}]{1,60}\}\}|<[a-z][a-z _-]{1,40}>|\[(?:[a-z]+(?:[ /-][a-z]+){1,7}|metric|value|number|name|date|feature|criterion|criteria|condition|description|threshold|target|component|percentage|[xnyXNY]{1,3}|describe[^\]]{0,60}|[A-Z][a-z]+ [a-z]+(?: [a-z]+){0,6})\](?![(:])|\b[XN]{1,3} ?%|\b(?:XX+|X\.X|NN+)\b|_{3,}|\?{3,}/;
const BARE =
  /^(?:item|criterion|criteria|condition|requirement|task|gate|check|step|deliverable|outcome|metric|goal)\s*#?(?:\d{1,2}|[a-z]|one|two|three)?\s*(?:\.{3}|…)?$/i;

/** "TBD: what the page shows" has the placeholder where others have a label. */
function wholeLead({ lead }: GateLine): Span | undefined {
  const hit = findPhrase(lead, table);
  return hit && hit.from === 0 && hit.to === lead.length ? hit : undefined;
}

function findSign(line: GateLine): Span | undefined {
  const rest = line.text.slice(line.body.start, line.body.end);
  if (BARE.test(rest) || /^(?:\.{2,}|…|-+|\?)$/.test(rest)) return line.body;
  if (!/[{<[XN_?]/.test(rest)) return undefined;
  const from = Math.max(0, line.body.start - 1);
  const match = SIGNS.exec(line.text.slice(from, line.body.end + 1));
  if (!match) return undefined;
  const span = { start: from + match.index, end: from + match.index + match[0].length };
  return insideCode(line, span) ? undefined : span;
}

/** "No TODO or TBD remains": counted, not left in. */
function isCounted(line: GateLine, span: Span): boolean {
  return line.words.some((word) => word.end <= span.start && /^(?:no|zero|without|0)$/.test(word.text));
}

function insideCode(line: GateLine, span: Span): boolean {
  return line.words.some(
    (word) => (word.kind === 'code' || word.kind === 'quote') && word.start <= span.start && span.end <= word.end,
  );
}

function isMeasure(line: GateLine, span: Span): boolean {
  return /%|ms|[<>≤≥]|below|above|least|under/.test(line.text.slice(Math.max(0, span.start - 10), span.end + 4));
}
