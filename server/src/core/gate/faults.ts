import type { Span } from '../model.ts';
import type { Clause, GateLine, Word } from './gateLine.ts';
import { evidenceIn } from './settle.ts';

/** "No major problems", "no critical bugs": faults that nobody counts. */
export function uncountedFaults(line: GateLine, clause: Clause, index: number): Span | undefined {
  return noMajor(clause.words) ?? noBugs(line, clause, index);
}

/** "No major problems": which ones are major? */
function noMajor(words: readonly Word[]): Span | undefined {
  const at = words.findIndex(
    (word, i) =>
      i > 0 &&
      /^(?:major|serious|significant|noticeable|obvious|glaring|substantial|important)$/.test(word.text) &&
      /^(?:no|without|zero|any)$/.test(words[i - 1]?.text ?? ''),
  );
  const first = words[at - 1];
  const last = words[at];
  return first && last ? { start: first.start, end: last.end } : undefined;
}

/** "No critical bugs": who ranks them, and where are they counted? A scan, a tool or a label tells. */
function noBugs(line: GateLine, clause: Clause, index: number): Span | undefined {
  const { words } = clause;
  const at = words.findIndex((word) => /^(?:no|zero|without)$/.test(word.text));
  const first = words[at];
  const last = words
    .slice(at + 1, at + 7)
    .find((word) => /^(?:bugs?|issues?|problems?|defects?|blockers?|concerns?|surprises?|inconsistencies)$/.test(word.text));
  if (!first || !last || line.lead.length > 0 || clause.asides.length > 0 || clause.predicate.lemma === 'remain')
    return undefined;
  const told =
    evidenceIn(line, index).some((thing) => thing.kind !== 'zero') || words.some((word) => word.acronym || word.kind !== 'word');
  return told ? undefined : { start: first.start, end: last.end };
}
