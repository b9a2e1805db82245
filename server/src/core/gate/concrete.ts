import type { Span } from '../model.ts';
import { type Clause, isArrow } from './clauses.ts';
import { asideIn, leadsSomewhere, listIn } from './enumerations.ts';
import { setOf } from './vocabulary/inflect.ts';
import { COUNTED_FAULTS, TEST_CORE, TOOLS, ZERO } from './vocabulary/things.ts';
import type { Word } from './words.ts';

/** What makes a line checkable, beginning with what settles most. */
export type ConcreteKind = 'code' | 'name' | 'number' | 'quote' | 'link' | 'zero' | 'arrow' | 'list' | 'aside' | 'tool';

/** One concrete thing in a line. */
export interface Concrete extends Span {
  readonly kind: ConcreteKind;
  /** Which clause it stands in: an index into `GateLine.clauses`. */
  readonly clause: number;
  /**
   * Whether it can decide the clause. A number that only says for how long or for how many ("for 24 hours", "for 1 to 20 items"), and
   * what stands after "before" or "until", tells when to look, not what to see.
   */
  readonly decides: boolean;
}

/** Collects the concrete things of a line. */
export function readConcrete(words: readonly Word[], clauses: readonly Clause[], links: readonly Span[]): readonly Concrete[] {
  const found: Concrete[] = links.map((link) => ({
    kind: 'link' as const,
    ...link,
    clause: clauseAt(clauses, link.start),
    decides: true,
  }));
  let later = false;
  words.forEach((word, i) => {
    if (LATER.has(word.text)) later = !later || word.text !== ',';
    else if (word.kind === 'mark' && word.depth === 0)
      later = later && (word.text === '(' || word.text === ')' || word.text === '/');
    const kind = kindOf(words, i);
    if (kind)
      found.push({
        kind,
        start: word.start,
        end: word.end,
        clause: clauseAt(clauses, word.start),
        decides: !later && (kind === 'arrow' ? leadsSomewhere(clauses, word.end) : decides(words, i, kind)),
      });
  });
  clauses.forEach((clause, index) => {
    const list = listIn(clause.words);
    if (list) found.push({ kind: 'list', ...list, clause: index, decides: true });
    const aside = asideIn(clause.asides);
    if (aside) found.push({ kind: 'aside', ...aside, clause: index, decides: true });
  });
  return found;
}

const LATER = setOf('before until prior');
/** Words that make a number behind them a name: "Phase 2". */
const LABELS = setOf(
  'article articles phase stage step week day sprint milestone level tier story epic task section chapter part version v q quarter option appendix figure item criterion requirement gate priority round iteration release module screen page line route issue pr ticket ac adr plan wave wp slice batch',
);
const PLAN_NOUNS = setOf(
  'steps step tasks task phases phase items item criteria criterion requirements stories story features milestones deliverables stages sections sprints objectives goals principles implementation acceptance',
);
const CIRCUMSTANCE = setOf('for on with across over under during up through after');
/** Numbers with a unit of their own compare even behind "with": "with 90 % coverage". */
const UNIT = /[%a-z]$/i;
/** "7 consecutive days of …": a stretch of time is a circumstance unless it is a limit. */
const TIMES = /^(?:consecutive|straight|full|business|days?|hours?|weeks?|months?|minutes?|sprints?|runs?)$/;
const COMPARING = setOf(
  '<',
  '>',
  '≤',
  '≥',
  '<=',
  '>=',
  '=',
  '==',
  '≈',
  '~',
  '±',
  'least',
  'most',
  'than',
  'exactly',
  'within',
  'below',
  'above',
  'under',
  'exceeding',
  'exceeds',
  'max',
  'maximum',
  'minimum',
  'min',
);
const COUNT_WORDS = setOf('one two three four five six seven eight nine ten eleven twelve zero once twice');

function kindOf(words: readonly Word[], i: number): ConcreteKind | undefined {
  const word = words[i];
  if (!word) return undefined;
  switch (word.kind) {
    case 'code':
    case 'quote':
      return word.kind;
    case 'name':
      return word.depth > 0 && /^[A-Z]{1,3}-?\d+$/.test(word.text) ? undefined : 'name';
    case 'number':
      return isMeasured(words, i) ? 'number' : undefined;
    case 'mark':
      return isArrow(word) ? 'arrow' : undefined;
    default:
      if (TOOLS.has(word.text)) return 'tool';
      if (COUNT_WORDS.has(word.text) && i > 0 && COMPARING.has(words[i - 1]?.text ?? '')) return 'number';
      return (ZERO.has(word.text) || word.text === 'without') && countedFault(words, i) ? 'zero' : undefined;
  }
}

function isMeasured(words: readonly Word[], i: number): boolean {
  const before = words[i - 1];
  const after = words[i + 1];
  if (before?.kind === 'word' && (LABELS.has(before.text) || LABELS.has(before.text.replace(/s$/, '')))) return false;
  // "100% backward compatible" is emphasis.
  if (
    words[i]?.text === '100%' &&
    /^(?:backwards?|backwards?-compatible|compatible|functional|complete|working|operational|ready|secure|reliable|stable)$/.test(
      after?.text ?? '',
    )
  )
    return false;
  if (after?.kind === 'word' && (PLAN_NOUNS.has(after.text) || /^(?:pts?|points?)$/.test(after.text))) return false;
  return !/^(?:24\/7|2fa|[23]d|(?:19|20)\d\d)$/i.test(words[i]?.text ?? '') || COMPARING.has(before?.text ?? '');
}

/** "no console errors", "zero TypeScript warnings", "without errors": a count of nought that a console or tool shows. */
function countedFault(words: readonly Word[], i: number): boolean {
  for (let j = i + 1; j < Math.min(i + 6, words.length); j++) {
    const word = words[j];
    if (!word || (word.kind === 'mark' && word.text !== '/' && word.text !== '-')) return false;
    if (COUNTED_FAULTS.has(word.text) || (words[i]?.text === 'without' && word.acronym && j === i + 1)) return true;
  }
  return false;
}

function decides(words: readonly Word[], i: number, kind: ConcreteKind): boolean {
  if (kind !== 'number' || /\d\+$/.test(words[i]?.text ?? '')) return true;
  // "All 4 modules complete": how many there are is not the condition; "all 56 tests pass" names the tests.
  if (/^(?:all|both|these|those|the)$/.test(words[i - 1]?.text ?? ''))
    return words.slice(i + 1, i + 5).some((word) => TEST_CORE.has(word.text));
  if (
    TIMES.test(words[i + 1]?.text ?? '') &&
    !COMPARING.has(words[i - 1]?.text ?? '') &&
    words.slice(i + 1, i + 4).some((word) => word.text === 'of')
  )
    return false;
  for (let j = i - 1; j >= Math.max(0, i - 6); j--) {
    const word = words[j];
    if (!word || (word.kind === 'mark' && word.text !== '(' && !COMPARING.has(word.text))) return true;
    if (COMPARING.has(word.text)) return !isCircumstance(words, j);
    if (CIRCUMSTANCE.has(word.text)) return word.text === 'with' && UNIT.test(words[i]?.text ?? '');
  }
  return true;
}

/** "for at least 24 hours", "across more than 3 nodes": a limit on the circumstance, not on the outcome. */
function isCircumstance(words: readonly Word[], at: number): boolean {
  if (words[at]?.kind !== 'word') return false;
  let i = at - 1;
  while (/^(?:at|more|less|no|up|to|a)$/.test(words[i]?.text ?? '')) i--;
  return /^(?:for|across|over|during|after|on)$/.test(words[i]?.text ?? '');
}

function clauseAt(clauses: readonly Clause[], offset: number): number {
  let index = 0;
  for (let i = 0; i < clauses.length; i++) if ((clauses[i]?.start ?? 0) <= offset) index = i;
  return index;
}
