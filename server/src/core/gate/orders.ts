import type { VerbGroup } from './verbGroup.ts';
import type { VerbReading } from './vocabulary/inflect.ts';
import { actionVerbs, checkVerbs, NOUN_TOO, observableVerbs, processVerbs, taskVerbs, vagueVerbs } from './vocabulary/verbs.ts';
import { isAdjective, isAdverb, isDeterminer, isPreposition } from './wordClasses.ts';
import type { Word } from './words.ts';

/** A clause that begins with an order: "Open the page", "Refactor the store". */
export interface Order {
  readonly group: VerbGroup;
  /** Its first word is as often a noun: "Display", "Test", "Plan". */
  readonly doubtful: boolean;
}

/** The order that a clause begins with, if it does. */
export function order(words: readonly Word[], from: number): Order | undefined {
  let at = from;
  while (at < words.length - 1 && isAdverb(words[at]?.text ?? '')) at++;
  const first = words[at];
  if (first?.kind !== 'word') return undefined;
  const reading = orderForm(first.text, words[at + 1]?.text);
  if (!reading) return undefined;
  const doubtful = NOUN_TOO.has(first.text);
  if (doubtful && !hasObject(words, at)) return undefined;
  return { group: { kind: 'imperative', start: at, end: at + 1, lemma: reading.lemma, modal: undefined }, doubtful };
}

/** "Verify that …", "Ensure …": returns where the statement begins. */
export function checkOrder(words: readonly Word[], from: number): { readonly end: number; readonly lemma: string } | undefined {
  const first = words[from];
  const next = words[from + 1];
  const reading = first?.kind === 'word' ? checkVerbs.get(first.text) : undefined;
  if (reading?.form !== 'base' || !next) return undefined;
  if (next.text === 'that' || next.text === 'if' || next.text === 'whether') return { end: from + 2, lemma: reading.lemma };
  // "Check digits", "Test plan": a noun.
  if (NOUN_TOO.has(reading.lemma) && next.kind === 'word' && !isDeterminer(next.text)) return undefined;
  return { end: from + 1, lemma: reading.lemma };
}

const TABLES = [taskVerbs, actionVerbs, observableVerbs, vagueVerbs, processVerbs];

function orderForm(word: string, next: string | undefined): VerbReading | undefined {
  const phrasal = next && /^(?:in|out|up|on|back|down|off)$/.test(next) ? `${word}-${next}` : undefined;
  for (const table of TABLES) {
    const reading = (phrasal ? table.get(phrasal) : undefined) ?? table.get(word);
    if (reading?.form === 'base') return reading;
  }
  return undefined;
}

const QUANTITY = /^(?:more|many|several|multiple|other|various|further|extra|better|fewer|less|most)$/;

/** Whether what follows the word can only be its object: "Display the map", "Export 3 files", "Open Settings". */
function hasObject(words: readonly Word[], at: number): boolean {
  const verb = words[at]?.text ?? '';
  const next = words[at + 1];
  if (!next) return false;
  if (next.kind !== 'word') return next.kind !== 'mark';
  if (
    isDeterminer(next.text) ||
    (isAdjective(next.text) && !next.text.endsWith('ing') && words[at + 2] !== undefined) ||
    (isAdverb(next.text) && words.length > at + 2) ||
    QUANTITY.test(next.text)
  )
    return true;
  if (next.acronym) return true;
  const action = actionVerbs.has(verb) || observableVerbs.has(verb);
  // "Open Settings", but "Load Balancer support".
  const named =
    next.capital &&
    /^(?:open|close|click|tap|press|select|choose|run|start|stop|launch|enter|view|visit|play|deploy)$/.test(verb);
  if (action && (named || (isPreposition(next.text) && next.text !== 'of' && next.text !== 'for'))) return true;
  if ((actionVerbs.has(verb) || taskVerbs.has(verb)) && /[^su]s$/.test(next.text) && words[at + 2]?.kind !== 'word') return true;
  // "Display map with markers": a longer sentence around a preposition is an order, "Display settings" is a thing.
  return (
    action &&
    words.length > at + 4 &&
    words
      .slice(at + 2)
      .some(
        (word) =>
          word.text === 'with' ||
          word.text === 'from' ||
          word.text === 'as' ||
          word.text === 'to' ||
          word.text === 'by' ||
          word.text === 'when',
      )
  );
}
