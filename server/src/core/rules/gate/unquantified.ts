/**
 * # A measure without a number
 *
 * Something that can be measured is only praised: fast, responsive, scalable, minimal, low memory, high coverage, improved.
 *
 * **Why it matters.** Without a figure every result passes, and nobody notices when it gets worse.
 *
 * - Bad: `Search is fast even with many documents`
 * - Good: `Search p95 < 200 ms with 100 000 documents`
 *
 * **What to write instead.** The metric, the threshold, the unit, and the load or size of data it holds for.
 *
 * **Not flagged.** A threshold of any kind ("coverage > 80 %", "no HIGH findings"), words of size that are names ("large screens", "low
 * stock alert", "fast-forward"), and relations that can be compared ("lower than the baseline in `bench.json`").
 */
import { appendWords, replaceWords, wordsAt } from '../../gate/fixes.ts';
import type { Clause, GateLine, Word } from '../../gate/gateLine.ts';
import { evidenceIn, explained, hasStrong, isObservable, namesActor, outweighed } from '../../gate/settle.ts';
import { setOf } from '../../gate/vocabulary/inflect.ts';
import { HARMLESS_BEFORE, MEASURES, UNQUANTIFIED } from '../../gate/vocabulary/judgements.ts';
import { BE } from '../../gate/vocabulary/verbs.ts';
import { inCondition } from '../../gate/words.ts';
import type { Span } from '../../model.ts';
import type { GateRule } from '../rule.ts';

export const unquantified: GateRule = {
  id: 'gate/unquantified',
  summary: 'A measurable quality has no number.',
  scope: 'gate',
  severity: 'warning',
  category: 'unquantified',
  check: (line) => {
    const span = findUnmeasured(line);
    if (!span) return undefined;
    const words = wordsAt(line, span);
    return {
      start: span.start,
      end: span.end,
      message: `"${words}" has no number. Add the metric, the threshold with its unit, and the load it holds for.`,
      fixes: [
        replaceWords('Replace it by a threshold', span, 'below «200 ms» at p95'),
        appendWords('Add a threshold behind it', line, ': p95 < «200» ms at «50» concurrent users'),
      ],
    };
  },
};

/** Words that say nothing but a measure; the others need a measure beside them or the place of a predicate. */
const ALWAYS =
  setOf(`performant highly scalable scalably efficient efficiently low-latency high-performance high-throughput negligible lightweight near-real-time highly-available fault-tolerant high-availability performance-optimized cost-effective
 cost-efficient stably promptly timely speedy responsive optimal minimal optimized optimised significantly substantially materially drastically dramatically markedly appreciably greatly unduly noticeably measurably faster quicker quickly rapidly swiftly marginal insignificant`);
const PREDICATIVE = setOf(
  'comparable fast quick rapid slow stable steady small low high lower higher large big improved enhanced minimized minimised limited sufficient smaller larger bigger better lean enough popular several many various numerous significant substantial considerable noticeable',
);
/** Words of measure that praise the noun behind them, and verbs that promise it. */
const GIVEN = setOf('stable fast quick rapid steady several various numerous many multiple diverse');
const PROMISED = /^(?:deliver|offer|cover|produce|achieve|guarantee)$/;
const OPENING = setOf('improved enhanced reduced increased optimized optimised faster lower higher smaller quicker');
const MET = setOf(
  'met achieved improved acceptable maintained sufficient adequate good reasonable optimized optimised satisfied exceeded hit high low stable minimal reduced increased',
);

function findUnmeasured(line: GateLine): Span | undefined {
  for (let c = 0; c < line.clauses.length; c++) {
    const clause = line.clauses[c];
    if (!clause || explained(line, c) || outweighed(line, c)) continue;
    // "improves tail metrics (CVaR)": by how much is not said by a name.
    const change = changed(clause);
    if (
      change &&
      evidenceIn(line, c).every(
        (thing) =>
          thing.kind === 'aside' ||
          thing.kind === 'list' ||
          thing.kind === 'tool' ||
          (thing.kind === 'name' && clause.asides.some((word) => word.start === thing.start)),
      )
    )
      return change;
    if (hasStrong(line, c)) continue;
    const span = praised(clause) ?? metOnly(clause) ?? change ?? unfelt(clause);
    if (span) return span;
  }
  return undefined;
}

function praised(clause: Clause): Span | undefined {
  for (let i = 0; i < clause.words.length; i++) {
    const word = clause.words[i];
    if (
      word?.kind !== 'word' ||
      word.capital ||
      word.acronym ||
      clause.words[i + 1]?.text === '/' ||
      !UNQUANTIFIED.has(word.text) ||
      clause.words[i - 1]?.text === 'at' ||
      inCondition(clause.words, i) ||
      namesActor(clause, i)
    )
      continue;
    const next = clause.words[i + 1];
    if (next?.kind === 'word' && HARMLESS_BEFORE[word.text]?.has(next.text)) continue;
    if (next?.text === 'than') continue;
    // "Improved navigation", "Reduced latency": praise that opens the line.
    if (i === 0 && OPENING.has(word.text) && next?.kind === 'word' && next.text !== 'motion')
      return { start: word.start, end: word.end };
    // "delivers a stable dashboard", "cover several roles": the word is what is promised of the object.
    if (
      GIVEN.has(word.text) &&
      PROMISED.test(clause.predicate.lemma) &&
      i >= clause.predicate.end &&
      i <= clause.predicate.end + 1 &&
      next?.kind === 'word'
    )
      return { start: word.start, end: word.end };
    // "High lead quality scores": praise that opens a line which is nothing but a measure.
    if (
      i === 0 &&
      clause.predicate.kind === 'none' &&
      PREDICATIVE.has(word.text) &&
      clause.words.slice(2, 5).some((other) => MEASURES.has(other.text))
    )
      return { start: word.start, end: word.end };
    const measured = (next !== undefined && MEASURES.has(next.text)) || MEASURES.has(clause.words[i - 1]?.text ?? '');
    if (
      ALWAYS.has(word.text) ||
      measured ||
      (PREDICATIVE.has(word.text) && isSaidOf(clause.words, i)) ||
      (PREDICATIVE.has(word.text) && clause.predicate.kind === 'imperative' && !isObservable(clause))
    )
      return { start: word.start, end: measured && next && MEASURES.has(next.text) ? next.end : word.end };
  }
  return undefined;
}

/** "No noticeable lag": below what it is not noticed is the number that is missing. */
function unfelt(clause: Clause): Span | undefined {
  const limit = withinLimits(clause.words) ?? inRealTime(clause.words);
  if (limit) return limit;
  const at = clause.words.findIndex((word) => word.kind === 'word' && /^(?:no|without|zero|minimal)$/.test(word.text));
  if (at < 0) return undefined;
  for (let i = at + 1; i < Math.min(at + 4, clause.words.length); i++) {
    const word = clause.words[i];
    const first = clause.words[at];
    if (word?.kind !== 'word') return undefined;
    if (first && FELT.has(word.text)) return { start: first.start, end: word.end };
  }
  return undefined;
}

/** "Counts update in real time": after how many seconds at most? */
function inRealTime(words: readonly Word[]): Span | undefined {
  const at = words.findIndex((word, i) => word.text === 'in' && /^(?:near-)?real(?:-time|time)?$/.test(words[i + 1]?.text ?? ''));
  const first = words[at];
  const last = words[at + 1]?.text.endsWith('time') ? words[at + 1] : words[at + 2];
  return first && last?.text.endsWith('time') ? { start: first.start, end: last.end } : undefined;
}

/** "Metrics within targets", "stays within acceptable limits": which limits? */
function withinLimits(words: readonly Word[]): Span | undefined {
  const at = words.findIndex((word) => word.text === 'within' || word.text === 'below' || word.text === 'under');
  const first = words[at];
  const last = words
    .slice(at + 1, at + 4)
    .findLast((word) => /^(?:targets?|limits?|bounds|ranges?|budgets?|tolerances?|thresholds?|baselines?)$/.test(word.text));
  return at > 0 && first && last && words.at(-1) === last ? { start: first.start, end: last.end } : undefined;
}

const FELT = setOf(
  'lag lags lagging jank stutter stuttering stutters delay delays slowdown slowdowns overhead latency bottleneck bottlenecks sluggishness degradation growth',
);

/** "Overhead reduced", "improves throughput": by how much, and from where? */
function changed(clause: Clause): Span | undefined {
  const { kind, lemma, end, modal } = clause.predicate;
  if (!CHANGES.has(lemma) || kind === 'none' || kind === 'imperative' || modal === 'can' || modal === 'never' || modal === 'not')
    return undefined;
  if (kind === 'active' && clause.rest.length === 0) return undefined;
  if (kind !== 'active' && clause.rest.some((word) => /^(?:by|to|when|on|from)$/.test(word.text))) return undefined;
  const verb = clause.words[end - 1];
  return verb && { start: verb.start, end: verb.end };
}

const CHANGES = setOf(
  'reduce improve enhance optimize optimise minimize minimise maximize maximise accelerate streamline boost speed-up',
);

/** "Performance targets met", "latency acceptable": a measure and a verdict, no figure. */
function metOnly(clause: Clause): Span | undefined {
  const at = clause.words.findIndex((word) => word.kind === 'word' && MEASURES.has(word.text));
  if (at < 0 || clause.predicate.kind === 'imperative' || clause.predicate.kind === 'none') return undefined;
  const verdict = clause.words.find((word, i) => i > at && MET.has(word.text) && i >= clause.predicate.start);
  const measure = clause.words[at];
  return verdict && measure ? { start: measure.start, end: verdict.end } : undefined;
}

function isSaidOf(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  const after = words[at + 1];
  if (
    before &&
    (BE.has(before.text) || /^(?:remains?|stays?|feels?|becomes?|kept|very|sufficiently|reasonably|more)$/.test(before.text))
  )
    return true;
  return at > 0 && (!after || after.kind === 'mark' || /^(?:on|in|at|with|under|across|for|even|enough)$/.test(after.text));
}
