import type { Span } from '../model.ts';
import { CODE, QUOTE } from './mask.ts';
import type { VerbReading } from './vocabulary/inflect.ts';
import { readVerb } from './vocabulary/verbs.ts';
import { kindOf, type WordKind } from './wordKind.ts';

export type { WordKind } from './wordKind.ts';

/** One word or mark, at its offsets in the line. */
export interface Word extends Span {
  readonly kind: WordKind;
  /** Lower case, as written otherwise. */
  readonly text: string;
  /** Begins with a capital although it does not begin the line; acronyms do not count. */
  readonly capital: boolean;
  /** All capitals: `HIGH`, `API`. */
  readonly acronym: boolean;
  /** Its reading as a verb, where it can be one; whether it is one here, only the neighbours tell. */
  readonly verb: VerbReading | undefined;
  /** How many parentheses are open around it. */
  readonly depth: number;
}

/** Words behind this many are not read: that long, a line is prose and no condition, and reading stays quick whatever somebody pastes. */
const MOST_WORDS = 250;

/** Splits masked prose into words and marks. */
export function splitWords(prose: string, from: number, to: number): readonly Word[] {
  const words: Word[] = [];
  let depth = 0;
  let at = from;
  const put = (kind: WordKind, start: number, end: number): void => {
    words.push(toWord(prose, kind, start, end, depth, words.length > 0));
  };
  while (at < to && words.length < MOST_WORDS) {
    const c = prose[at] ?? '';
    if (c === ' ' || c === '\u00A0' || c === '\t' || c === '\n') at++;
    else if (c === CODE || c === QUOTE) {
      const start = at;
      while (prose[at] === c && at < to) at++;
      put(c === CODE ? 'code' : 'quote', start, at);
    } else if (isMark(prose, at, to)) {
      if (c === ')') depth = Math.max(0, depth - 1);
      const end = markEnd(prose, at);
      put('mark', at, end);
      if (c === '(') depth++;
      at = end;
    } else at = putRun(prose, at, to, put);
  }
  return isTitleCase(words) ? words.map((word) => (word.capital ? { ...word, capital: false } : word)) : words;
}

function toWord(prose: string, kind: WordKind, start: number, end: number, depth: number, follows: boolean): Word {
  const raw = prose.slice(start, end);
  const isCapital = isUpper(prose.charCodeAt(start));
  const text = kind === 'word' || kind === 'mark' ? plainText(raw) : raw;
  return {
    kind,
    start,
    end,
    text,
    capital: follows && isCapital && prose.charCodeAt(start + 1) >= 97,
    acronym: isCapital && isUpper(prose.charCodeAt(start + 1)),
    verb: kind === 'word' ? readVerb(text) : undefined,
    depth,
  };
}

function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** Lower case, with the typographic apostrophe and hyphen as on a keyboard. */
function plainText(raw: string): string {
  const text = raw.toLowerCase();
  return /[’‑]/.test(text) ? text.replaceAll('’', "'").replaceAll('‑', '-') : text;
}

/** "Login Flow Works As Expected": where most words have a capital, a capital is no name. */
function isTitleCase(words: readonly Word[]): boolean {
  let capitals = 0;
  let others = 0;
  for (const word of words) {
    if (word.kind !== 'word' || word.end - word.start < 4) continue;
    if (word.capital) capitals++;
    else others++;
  }
  return capitals >= 2 && capitals >= others;
}

const MARKS = new Set('()[]{},;:.!?…→⇒➜–—"“”\'|&+=<>≤≥≈~×/-*•·');
const PAIRS = new Set(['->', '=>', '<=', '>=', '==', '!=', '--', '&&', '||', '—>']);

/** A mark is punctuation that does not hold a word together: `v1.2`, `a/b` and `--json` are words. */
function isMark(prose: string, at: number, to: number): boolean {
  const c = prose[at] ?? '';
  if (!MARKS.has(c)) return false;
  const next = at + 1 < to ? (prose[at + 1] ?? ' ') : ' ';
  if ((c === '/' || c === '.' || c === '~') && isWordChar(next)) return false;
  if (c === '.' && (next === '.' || next === '/')) return prose[at + 2] !== '/' && next !== '/';
  if (c === '-') return !(isWordChar(next) || (next === '-' && isWordChar(prose[at + 2] ?? ' ')));
  return true;
}

function markEnd(prose: string, at: number): number {
  if (PAIRS.has(prose.slice(at, at + 2))) return at + 2;
  let end = at + 1;
  if (prose[at] === '.') while (prose[end] === '.') end++;
  return end;
}

function isWordChar(c: string): boolean {
  return /[\p{L}\p{N}_$@#%€£°]/u.test(c);
}

const STOP = new Set(` \u00A0\t\n()[]{},;!?…→⇒➜–—"“”|&=<>≤≥≈×*•·${CODE}${QUOTE}`);

/** Reads one run of characters without spaces; `create/delete` falls into two words, `src/core` stays one name. */
function putRun(prose: string, from: number, to: number, put: (kind: WordKind, start: number, end: number) => void): number {
  let end = from + 1;
  // `20–30` is one number.
  while (end < to && (!STOP.has(prose[end] ?? ' ') || /^\d[–—]\d$/.test(prose.slice(end - 1, end + 2)))) end++;
  // `f(x)` and `name()` are one name.
  if (prose[end] === '(' && prose[end + 1] === ')' && end > from) {
    put('name', from, end + 2);
    return end + 2;
  }
  let stop = end;
  while (stop > from + 1 && /[.:'+\-/]/.test(prose[stop - 1] ?? '')) stop--;
  const run = prose.slice(from, stop);
  const kind = kindOf(run);
  if (kind === 'word' && /[/+]/.test(run)) splitAt(prose, from, stop, put);
  else put(kind, from, stop);
  return stop;
}

function splitAt(prose: string, from: number, to: number, put: (kind: WordKind, start: number, end: number) => void): void {
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && prose[i] !== '/' && prose[i] !== '+') continue;
    if (i > start) put(kindOf(prose.slice(start, i)), start, i);
    if (i < to) put('mark', i, i + 1);
    start = i + 1;
  }
}

const CONDITION = new Set([
  'when',
  'whenever',
  'once',
  'if',
  'unless',
  'until',
  'till',
  'while',
  'before',
  'after',
  'because',
  'since',
  'where',
  'although',
  'though',
  'given',
]);

/** Whether a word stands behind "when", "until" and the like, with no comma between: it says when, not what. */
export function inCondition(words: readonly Word[], at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const word = words[i];
    if (word?.kind === 'mark' && word.text === ',') return false;
    if (word?.kind === 'word' && (word.text === 'then' || word.text === 'shall')) return false;
    if (word?.kind === 'word' && CONDITION.has(word.text)) return true;
    // "which route is slow": a question.
    if (word?.text === 'which' && (i === 0 || words[i - 1]?.kind === 'mark')) return true;
  }
  return false;
}
