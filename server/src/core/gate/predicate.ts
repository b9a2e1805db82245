import { checkOrder, order } from './orders.ts';
import { verbAt } from './verbAt.ts';
import type { VerbGroup } from './verbGroup.ts';
import { setOf } from './vocabulary/inflect.ts';
import { BE } from './vocabulary/verbs.ts';
import { isAdverb, isConjunction, isDeterminer, isPreposition, isSubordinator } from './wordClasses.ts';
import type { Word } from './words.ts';

/** What a clause says, as far as can be told from neighbouring words. */
export interface Predicate extends VerbGroup {
  /** Where the main statement begins: after "When …," or "Verify that". */
  readonly from: number;
  /** The order to look that stands before the statement: "verify", "ensure". */
  readonly check: string | undefined;
}

const NONE: VerbGroup = { kind: 'none', start: 0, end: 0, lemma: '', modal: undefined };

/** Finds the verb of a clause. Errs towards finding one, because a rule that fires where there is no verb must be sure. */
export function findPredicate(words: readonly Word[]): Predicate {
  const main = mainStart(words);
  const check = checkOrder(words, main);
  const from = check?.end ?? main;
  const { kind, start, end, lemma, modal } = (check ? statement(words, from) : anything(words, from)) ?? NONE;
  return { kind, start, end, lemma, modal, from, check: check?.lemma };
}

/** Where the main clause begins behind "When x, …", "Given … Then …" and "WHERE x THE system SHALL …". */
function mainStart(words: readonly Word[]): number {
  const first = words[0];
  if (first?.kind !== 'word') return 0;
  if (first.text === 'then' || first.text === 'and' || first.text === 'also') return 1;
  if (!isSubordinator(first.text)) return doneWhen(words);
  const then = words.findIndex((word) => word.kind === 'word' && word.text === 'then');
  if (then > 0) return Math.min(then + 1, words.length - 1);
  // "Given x, when y, …": each condition of a chain ends in a comma.
  let comma = words.findIndex((word) => word.text === ',');
  while (comma > 0 && isSubordinator(words[comma + 1]?.text ?? '')) {
    const next = words.findIndex((word, i) => i > comma && word.text === ',');
    if (next < 0) break;
    comma = next;
  }
  if (comma > 0) return Math.min(comma + 1, words.length - 1);
  const modal = words.findLastIndex(
    (word) => word.text === 'shall' || word.text === 'must' || word.text === 'should' || word.text === 'will',
  );
  if (modal < 2) return 0;
  const article = words.slice(0, modal).findLastIndex((word) => word.text === 'the' || word.text === 'a' || word.text === 'an');
  return article > 1 ? article : modal;
}

/** "Phase 1 is complete when …": the condition begins behind "when". */
function doneWhen(words: readonly Word[]): number {
  for (let i = 2; i < Math.min(words.length - 2, 8); i++)
    if (
      /^(?:when|once|if)$/.test(words[i]?.text ?? '') &&
      /^(?:complete|completed|done|finished|successful|ready|accepted)$/.test(words[i - 1]?.text ?? '') &&
      BE.has(words[i - 2]?.text ?? '')
    )
      return i + 1;
  return 0;
}

function anything(words: readonly Word[], from: number): VerbGroup | undefined {
  const asked = order(words, from);
  const said = verbIn(words, from);
  const state = stateIn(words, from);
  if (!asked) return said ?? state;
  // "Type hints, comments and guides complete": a list of things, and their state.
  if (asked.doubtful && !said && state && words.some((word) => word.text === ',')) return state;
  // "Test bench is free": a word that is a noun as often gives way to a verb behind it; "Create a page that shows …" stays an order.
  return asked.doubtful && said && !isRelative(words, from, said.start) ? said : asked.group;
}

/** What is said after "Verify that": no order any more. */
function statement(words: readonly Word[], from: number): VerbGroup | undefined {
  return verbIn(words, from) ?? stateIn(words, from);
}

function verbIn(words: readonly Word[], from: number): VerbGroup | undefined {
  let inCondition = false;
  for (let i = from; i < words.length; i++) {
    const word = words[i];
    if (word?.text === ',') inCondition = false;
    if (word?.kind !== 'word') continue;
    if (i > from && isSubordinator(word.text)) inCondition = true;
    const found = inCondition ? undefined : verbAt(words, i, from);
    if (found) return found.kind === 'participle' ? (finiteBehind(words, i, found) ?? found) : found;
  }
  return undefined;
}

/** "Aspects surfaced during review are covered": a participle may belong to the subject of a verb behind it. */
function finiteBehind(words: readonly Word[], at: number, found: VerbGroup): VerbGroup | undefined {
  if (!isPreposition(words[found.end]?.text ?? '')) return undefined;
  for (let i = at + 2; i < words.length; i++) {
    const word = words[i];
    if (!word || word.kind === 'mark' || isSubordinator(word.text) || isConjunction(word.text)) return undefined;
    const finite = word.kind === 'word' ? verbAt(words, i, -1) : undefined;
    if (finite && finite.kind !== 'participle') return finite;
  }
  return undefined;
}

function isRelative(words: readonly Word[], from: number, to: number): boolean {
  return words
    .slice(from, to)
    .some((word) => word.text === 'that' || word.text === 'which' || word.text === 'who' || word.text === 'so');
}

/** Words of state that end a clause without a verb: "suite green", "export complete". */
const STATES: ReadonlySet<string> = setOf(`
 absent accessible active available blank clean closed complete correct current dead disabled done down empty enabled equal fine finished free full functional good green healthy hidden identical idle intact invalid
 invisible live locked missing null off offline ok okay online open operational optional passing perfect present ready red reachable required resolved responsive safe same satisfied secure separate set stable static successful
 true false unaffected unbroken unchanged unique unlocked unset unused up up-to-date valid visible well working writable zero pending signed-off feature-complete production-ready deterministic idempotent reproducible byte-identical bit-exact
 immutable live-updated mandatory read-only recent running mutable sorted searchable in-place`);

function stateIn(words: readonly Word[], from: number): VerbGroup | undefined {
  let condition = false;
  for (let i = from; i < words.length; i++) {
    const word = words[i];
    if (word?.text === ',') condition = false;
    // "Green badge when up to date": the state belongs to the condition.
    else if (i > from && word?.kind === 'word' && isSubordinator(word.text)) condition = true;
    if (condition) continue;
    if (word?.kind === 'word' && isState(word.text) && isLast(words, i) && !isBound(words, i, from)) {
      let start = i;
      while (start > from && isAdverb(words[start - 1]?.text ?? '')) start--;
      return { kind: 'state', start, end: i + 1, lemma: word.text, modal: undefined };
    }
  }
  const place = words.findIndex(
    (word, i) => i > from && word.text === 'in' && /^(?:place|sync|use)$/.test(words[i + 1]?.text ?? '') && isLast(words, i + 1),
  );
  return place > 0 ? { kind: 'state', start: place, end: place + 2, lemma: 'in place', modal: undefined } : undefined;
}

/** "configurable", "dismissible": what can be done to a thing is a state that is seen. */
function isState(word: string): boolean {
  return STATES.has(word) || (word.length > 6 && /[^t]able$|ible$/.test(word));
}

function isLast(words: readonly Word[], i: number): boolean {
  const after = words[i + 1];
  return (
    !after ||
    (after.kind === 'mark' && after.text !== '/') ||
    isPreposition(after.text) ||
    isConjunction(after.text) ||
    isSubordinator(after.text)
  );
}

/** Part of a longer expression: "in full", "open/closed", "a complete". */
function isBound(words: readonly Word[], i: number, from: number): boolean {
  const before = words[i - 1];
  if (i === from) return words[i + 1] !== undefined && !isPreposition(words[i + 1]?.text ?? '');
  return before?.text === '/' || (before?.kind === 'word' && (isDeterminer(before.text) || isPreposition(before.text)));
}
