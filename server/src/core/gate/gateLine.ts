import type { Span } from '../model.ts';
import { type Clause, readClauses } from './clauses.ts';
import { type Concrete, readConcrete } from './concrete.ts';
import { isEnglish } from './language.ts';
import { CODE, maskMarkup } from './mask.ts';
import { findNames, noVocabulary, type Vocabulary } from './names.ts';
import { splitWords, type Word } from './words.ts';

export type { Clause, ClauseLink, Predicate, PredicateKind } from './clauses.ts';
export type { Concrete, ConcreteKind } from './concrete.ts';
export type { Word, WordKind } from './words.ts';

/**
 * One line of a gate, read once for all rules. Every offset is an offset into `text`.
 *
 * A line falls into clauses ("the server starts", "`/health` returns 200"); a clause has a subject and a predicate as far as can be
 * told without a grammar. What is concrete in the line is collected with its place, because a rule asks not only whether there is a
 * number but whether the number decides anything.
 */
export interface GateLine {
  readonly text: string;
  /** The words of the condition: without checkbox, id, signs, bold lead and the space around them. */
  readonly body: Span;
  /** The words of a bold lead or of a label before the condition; empty where there is none. */
  readonly lead: readonly Word[];
  readonly words: readonly Word[];
  /** Whether the words are English; of other languages only placeholders are known. */
  readonly english: boolean;
  readonly clauses: readonly Clause[];
  readonly concrete: readonly Concrete[];
  /** For each clause, its concrete things that can decide it. */
  readonly evidence: readonly (readonly Concrete[])[];
}

/**
 * Reads a gate line. Pure, and cheap enough for every keystroke: about ten microseconds.
 * @param vocabulary names that are as exact as code
 */
export function readGateLine(text: string, vocabulary: Vocabulary = noVocabulary): GateLine {
  const mask = maskMarkup(text);
  const prose = withNames(mask.prose, vocabulary);
  const lead = splitWords(prose, mask.lead.start, mask.lead.end).filter((word) => word.kind !== 'mark');
  const words = splitWords(prose, mask.lead.end, text.length);
  const clauses = readClauses(words, lead);
  const concrete = readConcrete(words, clauses, mask.links);
  const evidence = clauses.map((_, index) => concrete.filter((thing) => thing.clause === index && thing.decides));
  const first = words[0];
  const last = words.at(-1);
  const body = first && last ? { start: first.start, end: last.end } : { start: 0, end: text.length };
  return { text, body, lead, words, english: isEnglish(text, words), clauses, concrete, evidence };
}

/** A name that is known is read as if it stood in a code span. */
function withNames(prose: string, vocabulary: Vocabulary): string {
  let out = prose;
  for (const { start, end } of findNames(prose, vocabulary, 0))
    out = out.slice(0, start) + CODE.repeat(end - start) + out.slice(end);
  return out;
}
