import type { Clause, Concrete, GateLine, Word } from './gateLine.ts';
import { setOf } from './vocabulary/inflect.ts';
import { SUBJECTIVE_ADVERBS } from './vocabulary/judgements.ts';
import { ARTIFACTS, CONFORMING, STANDARDS } from './vocabulary/things.ts';
import { COMPLETE_ALONE, NOUN_TOO, observableVerbs, processVerbs, vagueVerbs } from './vocabulary/verbs.ts';
import { WORK } from './vocabulary/work.ts';
import { isAdverb, isPreposition } from './wordClasses.ts';

const STRONG = setOf('code name number quote link arrow');

/** Concrete things of one clause that can decide it. */
export function evidenceIn(line: GateLine, clause: number): readonly Concrete[] {
  return line.evidence[clause] ?? [];
}

/** Whether a clause, or one that explains it, names something exact: code, name, number, quotation, arrow. */
export function hasStrong(line: GateLine, clause: number): boolean {
  return evidenceIn(line, clause).some((thing) => STRONG.has(thing.kind)) || explained(line, clause);
}

/** As `hasStrong`, or at least a list, an explaining parenthesis, a named tool or a count of nought. */
export function hasAny(line: GateLine, clause: number): boolean {
  return evidenceIn(line, clause).length > 0 || explained(line, clause);
}

/** Whether something concrete stands behind an offset: in the same clause, or in a clause that explains it. */
export function explainedAfter(line: GateLine, clause: number, offset: number): boolean {
  const own = line.clauses[clause];
  const mute = own !== undefined && !asideTells(own);
  return (
    evidenceIn(line, clause).some(
      (thing) => thing.kind !== 'list' && !(mute && thing.kind === 'aside') && thing.start >= offset,
    ) || explained(line, clause)
  );
}

/**
 * Whether a thing that is reported done can be looked at: something concrete stands behind the verb, a figure anywhere, or the thing is
 * exact itself ("`MergeState` dataclass added"). A name that only tells what the work was about ("`lib` conventions documented") is
 * not enough.
 */
export function canBeSeen(line: GateLine, index: number): boolean {
  const clause = line.clauses[index];
  if (!clause) return false;
  const verb = clause.words[clause.predicate.start]?.start ?? clause.start;
  const evidence = evidenceIn(line, index).filter((thing) => thing.kind !== 'list');
  if (isCodeSubject(clause) || explained(line, index)) return true;
  if (
    evidence.some(
      (thing) =>
        thing.start >= verb ||
        thing.kind === 'zero' ||
        (thing.kind === 'number' && !(REVIEWED.has(clause.predicate.lemma) && isCount(line, thing))) ||
        thing.kind === 'link' ||
        (thing.kind === 'tool' && !WORK.has(clause.predicate.lemma)),
    )
  )
    return true;
  const head = clause.subject.findLast((word) => word.kind === 'word');
  return evidence.length > 0 && head !== undefined && ARTIFACTS.has(head.text);
}

/** "All 4 stages verified": how many they are does not say what was seen of them. */
const REVIEWED = setOf(
  'verify validate confirm review assess analyse analyze evaluate address discuss optimize optimise improve refine harden prioritize plan',
);

function isCount({ text }: GateLine, { start, end }: Concrete): boolean {
  // 401 is a status.
  return /^(?![1-5]\d\d$)\d+$/.test(text.slice(start, end)) && /^ [a-z]/i.test(text.slice(end, end + 2));
}

/** Whether an aside says what is seen, and not merely with what: "(redirects home)" against "(Chrome, Firefox, Safari)". */
export function asideTells(clause: Clause): boolean {
  if (clause.asides.some((word) => SUBJECTIVE_ADVERBS.has(word.text) || vagueVerbs.get(word.text)?.lemma === 'work'))
    return false;
  const first = clause.asides[0];
  // "(skip with a warning)": what happens then.
  if (
    first?.verb?.form === 'base' &&
    observableVerbs.has(first.text) &&
    /^(?:with|to|and|the|a|it|over)$/.test(clause.asides[1]?.text ?? '')
  )
    return true;
  return clause.asides.some(
    (word) =>
      (word.kind !== 'word' && word.kind !== 'mark') ||
      (word.kind === 'mark' && /^(?:→|->|=>|=|<|>|≤|≥|:)$/.test(word.text)) ||
      (word.verb !== undefined && word.verb.form !== 'ing' && !NOUN_TOO.has(word.text)) ||
      /^(?:no|not|only|never|without|same|has|have|is|are)$/.test(word.text),
  );
}

/** Whether the following clause explains this one and can be decided itself. */
export function explained(line: GateLine, clause: number): boolean {
  for (let i = clause + 1; i < line.clauses.length; i++) {
    const next = line.clauses[i];
    if (!next || (next.link !== 'explains' && i === clause + 1)) return false;
    if (next.link === 'first') return false;
    if (evidenceIn(line, i).length > 0 || isObservable(next)) return true;
  }
  return false;
}

/** "Code follows project conventions": a thing is to conform to something that the line does not name. */
export function isConformity(clause: Clause): boolean {
  return (
    CONFORMING.has(clause.predicate.lemma) &&
    clause.rest.some(
      (word, i) =>
        STANDARDS.has(word.text) ||
        (word.text === 'expected' && !/^(?:values?|outputs?|results?|hash|hashes)$/.test(clause.rest[i + 1]?.text ?? '')),
    )
  );
}

/** Whether a clause says something that is seen: an observable verb with what it needs. */
export function isObservable(clause: Clause): boolean {
  const { kind, lemma, modal } = clause.predicate;
  if (kind === 'active' || kind === 'imperative') {
    if (vagueVerbs.has(lemma) || MENTAL.has(lemma) || isConformity(clause)) return false;
    if (modal === 'can' || modal === 'cannot' || modal === "can't" || modal === 'never') return true;
    return observableVerbs.has(lemma) && (COMPLETE_ALONE.has(lemma) || clause.rest.some((word) => word.kind !== 'mark'));
  }
  return false;
}

/** What goes on in a head is not seen: "a reader can determine which value wins". */
const MENTAL = setOf(
  'determine know learn understand judge reason grasp interpret realise realize comprehend evaluate decide tell think',
);

/** How much a clause decides: 1 with something exact or an act that is seen, a half as a mere state or event ("entry locked"). */
function weight(line: GateLine, clause: Clause, index: number): number {
  if (evidenceIn(line, index).some((thing) => STRONG.has(thing.kind))) return 1;
  // "The page loads": an act, but one that says little without its outcome.
  if (isObservable(clause)) {
    const says = clause.rest.some((word) => word.kind !== 'mark' && !isAdverb(word.text));
    if (says || clause.predicate.modal !== undefined) return 1;
    return clause.rest.some((word) => SUBJECTIVE_ADVERBS.has(word.text)) ? 0 : 0.5;
  }
  const { kind, lemma } = clause.predicate;
  if (kind === 'passive' || kind === 'participle') return observableVerbs.has(lemma) && !processVerbs.has(lemma) ? 0.5 : 0;
  return kind === 'be' && clause.rest.some((word) => SEEN_STATES.has(word.text)) ? 0.5 : 0;
}

const SEEN_STATES = setOf(
  'present absent empty visible hidden enabled disabled true false unique identical equal zero null set required optional editable read-only sorted',
);

/** Whether other clauses decide at least half of a line; then one soft clause does not make it a wish. */
export function outweighed(line: GateLine, clause: number): boolean {
  if (line.clauses.length < 2) return false;
  const sum = line.clauses.reduce((total, other, i) => (i === clause ? total : total + weight(line, other, i)), 0);
  return sum * 2 >= line.clauses.length;
}

/** Whether the clause speaks of a command or another exact thing itself: "`app --help` works", "`sync` command works". */
export function isCodeSubject(clause: Clause): boolean {
  const words = clause.subject.filter((word) => word.kind !== 'mark');
  const last = words.at(-1);
  const before = words.at(-2);
  const isExact = (word: Word | undefined): boolean => word?.kind === 'code' || word?.kind === 'name';
  if (isExact(last) || last?.kind === 'quote' || (last !== undefined && isExact(before) && ARTIFACTS.has(last.text))) return true;
  // "Both endpoints (`/a` and `/b`) functional".
  const verb = clause.words[clause.predicate.start]?.start ?? clause.start;
  return clause.asides.some((word) => isExact(word) && word.end < verb);
}

/** Whether what works is the name of a component and no command: "TagManager works", but not "`sync` works" or "init() works". */
export function isComponent(clause: Clause, text: string): boolean {
  const last = clause.subject.findLast((word) => word.kind !== 'mark');
  return last?.kind === 'name' && /^[A-Z][a-z]+[A-Z]\w*$/.test(text.slice(last.start, last.end)) && clause.asides.length === 0;
}

/** The word a subject turns on: the last one before a preposition. */
export function headOf(words: readonly Word[]): Word | undefined {
  const stop = words.findIndex((word, i) => i > 0 && word.kind === 'word' && isPreposition(word.text));
  return words.slice(0, stop < 0 ? words.length : stop).findLast((word) => word.kind !== 'mark');
}

/** Whether a word only helps to name the subject of an act that is seen: "Simple mode hides the panel", "Useful links removed". */
export function namesActor(clause: Clause, at: number): boolean {
  const { kind, lemma } = clause.predicate;
  // "No unintended changes are required": nothing is named there.
  if (/^(?:no|zero)$/.test(clause.subject[0]?.text ?? '')) return false;
  // "Helpful messages are displayed": that they are helpful is the claim.
  if (/^(?:display|show|render|present|provide|return|deliver)$/.test(lemma) && (kind === 'passive' || kind === 'participle'))
    return false;
  // "Relevant events are stored": which ones are is the question.
  if (/^(?:relevant|appropriate|suitable|adequate|necessary)$/.test(clause.words[at]?.text ?? '') && at === clause.predicate.from)
    return false;
  if (at >= clause.predicate.start || kind === 'none' || kind === 'state' || lemma === 'exist') return false;
  if (kind === 'passive' || kind === 'participle') return observableVerbs.has(lemma) && !processVerbs.has(lemma);
  return isObservable(clause) && clause.predicate.modal === undefined;
}
