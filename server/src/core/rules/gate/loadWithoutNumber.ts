/**
 * # Load without a figure
 *
 * "Under load", "at scale", "at peak", "keeps running all weekend": a test of endurance or load without users, requests or error rate.
 *
 * **Why it matters.** One request a minute is a load too. A duration alone does not help: what has to be true during it?
 *
 * - Bad: `Keeps running all weekend under load`
 * - Good: `24 h at 50 requests/s: 0 responses with status 5xx, memory below 512 MB`
 *
 * **What to write instead.** How much load, for how long, and what may not happen meanwhile.
 *
 * **Not flagged.** "50 users for 10 min, 0 errors", "under 200 concurrent connections", and a load test named by its command.
 */
import { appendWords, replaceWords, wordsAt } from '../../gate/fixes.ts';
import type { GateLine } from '../../gate/gateLine.ts';
import { findPhrase, toPhraseTable } from '../../gate/match.ts';
import { explained } from '../../gate/settle.ts';
import type { Span } from '../../model.ts';
import type { GateRule } from '../rule.ts';

export const loadWithoutNumber: GateRule = {
  id: 'gate/load-without-number',
  summary: 'A load or endurance condition has no figure.',
  scope: 'gate',
  severity: 'warning',
  category: 'unquantified',
  check: (line) => {
    const span = findLoad(line);
    if (!span) return undefined;
    return {
      start: span.start,
      end: span.end,
      message: `"${wordsAt(line, span)}": how much load, and what may not happen under it? Add users or requests per second and an error limit.`,
      fixes: [
        replaceWords('Say how much load', span, 'at «50» requests/s with 0 errors'),
        appendWords('Add load and limit', line, ': «50» requests/s for «10» min, 0 errors'),
      ],
    };
  },
};

const table = toPhraseTable([
  'under load',
  'under heavy load',
  'under high load',
  'under normal load',
  'under expected load',
  'under production load',
  'under peak load',
  'under typical load',
  'under realistic load',
  'under sustained load',
  'under stress',
  'under pressure',
  'under heavy traffic',
  'under concurrency',
  'under concurrent load',
  'at scale',
  'at peak',
  'at peak load',
  'at production scale',
  'with heavy load',
  'with high load',
  'heavy load',
  'high load',
  'high traffic',
  'heavy traffic',
  'for extended periods',
  'for a long time',
  'large datasets',
  'large dataset',
  'large data sets',
  'large volumes',
  'many users',
  'many concurrent users',
  'multiple concurrent users',
  'load tested',
  'load-tested',
  'stress tested',
  'stress-tested',
]);

function findLoad(line: GateLine): Span | undefined {
  const hit = findPhrase(line.words, table);
  if (!hit) return undefined;
  const decided = line.concrete.some(
    (thing) =>
      thing.decides && (thing.kind === 'number' || thing.kind === 'code' || thing.kind === 'zero' || thing.kind === 'arrow'),
  );
  const next = line.words[hit.to];
  return decided || next?.text === '(' || next?.text === 'of' || explained(line, 0)
    ? undefined
    : { start: hit.start, end: hit.end };
}
