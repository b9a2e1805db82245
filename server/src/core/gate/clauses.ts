import type { Span } from '../model.ts';
import { findPredicate, type Predicate } from './predicate.ts';
import { NOUN_TOO } from './vocabulary/verbs.ts';
import { isSubordinator } from './wordClasses.ts';
import type { Word } from './words.ts';

export type { Predicate } from './predicate.ts';
export type { PredicateKind } from './verbGroup.ts';

/** How a clause follows the one before: as a further condition, or explaining it (after a dash, colon or arrow). */
export type ClauseLink = 'first' | 'next' | 'explains';

/** A stretch of the line that says one thing. */
export interface Clause extends Span {
  readonly link: ClauseLink;
  /** Its words outside parentheses, without marks at the ends. */
  readonly words: readonly Word[];
  /** Words inside parentheses. */
  readonly asides: readonly Word[];
  readonly predicate: Predicate;
  /** What the predicate is said of; taken from the lead or the clause before where this one has none. */
  readonly subject: readonly Word[];
  /** What follows the verb. */
  readonly rest: readonly Word[];
}

/** Splits words into clauses: at sentence marks always, at commas and "and" only where both sides say something of their own. */
export function readClauses(words: readonly Word[], lead: readonly Word[]): readonly Clause[] {
  const clauses: Clause[] = [];
  let subject = lead;
  for (const sentence of splitSentences(words)) {
    let first = true;
    for (const part of splitConjuncts(sentence.words)) {
      const link = clauses.length === 0 ? 'first' : first && sentence.explains ? 'explains' : 'next';
      const own = toClause(part, link, subject);
      const clause = own && withModal(own, clauses.at(-1));
      if (!clause) continue;
      clauses.push(clause);
      if (clause.subject.length > 0) subject = clause.subject;
      first = false;
    }
  }
  return clauses;
}

/** "can be created, renamed and deleted": what is said of the first verb holds for those that follow without a subject. */
function withModal(clause: Clause, before: Clause | undefined): Clause {
  const modal = before?.predicate.kind === 'passive' ? before.predicate.modal : undefined;
  // "Orders can be viewed and their status updated" as well.
  const carried = clause.link === 'next' && (clause.subject === before?.subject || modal === 'can');
  return modal !== undefined && clause.predicate.kind === 'participle' && carried
    ? { ...clause, predicate: { ...clause.predicate, kind: 'passive', modal } }
    : clause;
}

interface Sentence {
  readonly words: readonly Word[];
  readonly explains: boolean;
}

const ENDS = new Set([';', '.', '!', '?', '…', '...', '|', '•', '·']);
const EXPLAINS = new Set(['—', '–', '-', '--', ':', '→', '⇒', '➜', '->', '=>', '—>', '=', '==']);

/** Whether a mark points to the outcome: `click → dialog opens`. */
export function isArrow(word: Word): boolean {
  return (
    word.kind === 'mark' &&
    (word.text === '→' || word.text === '⇒' || word.text === '➜' || word.text === '->' || word.text === '=>')
  );
}

function splitSentences(words: readonly Word[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let explains = false;
  const put = (end: number): void => {
    if (words.slice(start, end).some((word) => word.kind !== 'mark'))
      sentences.push({ words: words.slice(start, end), explains });
  };
  words.forEach((word, i) => {
    if (word.kind !== 'mark' || word.depth > 0 || !(ENDS.has(word.text) || EXPLAINS.has(word.text))) return;
    if (word.text === '-' && words[i - 1]?.end === word.start) return;
    put(i);
    explains = EXPLAINS.has(word.text) && (i > start || explains);
    start = i + 1;
  });
  put(words.length);
  return sentences;
}

const JOINS = new Set(['and', 'but', 'while', 'plus', 'whereas', 'then']);

function splitConjuncts(words: readonly Word[]): readonly (readonly Word[])[] {
  const pieces: Word[][] = [[]];
  for (const word of words) {
    const joins =
      word.depth === 0 &&
      ((word.kind === 'mark' && (word.text === ',' || word.text === '+' || word.text === '&')) ||
        (word.kind === 'word' && JOINS.has(word.text)));
    if (joins) pieces.push([word]);
    else pieces.at(-1)?.push(word);
  }
  if (pieces.length === 1) return pieces;
  const parts: Word[][] = [];
  let open: Word[] = [];
  let openSays = false;
  for (const piece of pieces) {
    const says = saysSomething(piece);
    if (openSays && says) {
      parts.push(open);
      open = [...piece];
    } else {
      open.push(...piece);
      openSays = says || (openSays && open.length > 0);
    }
    if (!openSays) openSays = saysSomething(open);
  }
  parts.push(open);
  return parts;
}

function saysSomething(words: readonly Word[]): boolean {
  const inner = trimmed(words.filter((word) => word.depth === 0 && word.text !== '(' && word.text !== ')'));
  // \"When x, y\" is one statement.
  if (isSubordinator(inner[0]?.text ?? '')) return false;
  const { kind, start } = findPredicate(inner);
  // "Type hints, docstrings and tests complete": two words in a row of things are a thing.
  if (kind === 'imperative' && inner.length < 3 && NOUN_TOO.has(inner[0]?.text ?? '')) return false;
  // A lone adjective says nothing yet: "good and bad examples".
  return kind !== 'none' && !(kind === 'state' && start === 0);
}

function trimmed(words: readonly Word[]): readonly Word[] {
  let start = 0;
  let end = words.length;
  const idle = (word: Word | undefined): boolean =>
    word !== undefined && (word.kind === 'mark' || (word.kind === 'word' && JOINS.has(word.text)));
  while (start < end && idle(words[start])) start++;
  while (end > start && words[end - 1]?.kind === 'mark') end--;
  return words.slice(start, end);
}

function toClause(part: readonly Word[], link: ClauseLink, outer: readonly Word[]): Clause | undefined {
  const first = part[0];
  const last = part.at(-1);
  if (!first || !last) return undefined;
  const words = trimmed(part.filter((word) => word.depth === 0 && word.text !== '(' && word.text !== ')'));
  const asides = part.filter((word) => word.depth > 0);
  if (words.length === 0) return undefined;
  const predicate = findPredicate(words);
  const own = predicate.kind === 'none' ? words : words.slice(predicate.from, predicate.start);
  const subject = own.some((word) => word.kind !== 'mark' && !SUBJECT_FREE.has(word.text)) ? own : outer;
  const rest = predicate.kind === 'none' ? [] : words.slice(predicate.end);
  return {
    start: words[0]?.start ?? first.start,
    end: words.at(-1)?.end ?? last.end,
    link,
    words,
    asides,
    predicate,
    subject,
    rest,
  };
}

/** A clause that only has one of these before its verb speaks of the subject before: "it starts", "still passes". */
const SUBJECT_FREE = new Set([
  'it',
  'they',
  'this',
  'that',
  'these',
  'both',
  'all',
  'still',
  'also',
  'then',
  'which',
  'not',
  'cleanly',
  'correctly',
  'successfully',
  'fully',
  'properly',
]);
