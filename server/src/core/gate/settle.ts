import type { Clause, Concrete, GateLine } from './gateLine.ts';
import { setOf } from './vocabulary/inflect.ts';
import { COMPLETE_ALONE, observableVerbs, processVerbs, vagueVerbs } from './vocabulary/verbs.ts';

const STRONG = setOf('code name number quote link arrow');

/** Concrete things of one clause that can decide it. */
export function evidenceIn(line: GateLine, clause: number): readonly Concrete[] {
  return line.concrete.filter((thing) => thing.clause === clause && thing.decides);
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
  return evidenceIn(line, clause).some((thing) => thing.start >= offset) || explained(line, clause);
}

/** Whether the following clause explains this one and can be decided itself. */
export function explained(line: GateLine, clause: number): boolean {
  for (let i = clause + 1; i < line.clauses.length; i++) {
    const next = line.clauses[i];
    if (!next || (next.link !== 'explains' && i === clause + 1)) return false;
    if (next.link === 'first') return false;
    if (line.concrete.some((thing) => thing.clause === i && thing.decides) || isObservable(next)) return true;
  }
  return false;
}

/** Whether a clause says something that is seen: an observable verb with what it needs. */
export function isObservable(clause: Clause): boolean {
  const { kind, lemma, modal } = clause.predicate;
  if (kind === 'active' || kind === 'imperative') {
    if (vagueVerbs.has(lemma)) return false;
    if (modal === 'can' || modal === 'cannot' || modal === "can't" || modal === 'never') return true;
    return observableVerbs.has(lemma) && (COMPLETE_ALONE.has(lemma) || clause.rest.some((word) => word.kind !== 'mark'));
  }
  return false;
}

/** How much a clause decides: 1 with something exact or an act that is seen, a half as a mere state or event ("entry locked"). */
function weight(line: GateLine, clause: Clause, index: number): number {
  if (isObservable(clause) || evidenceIn(line, index).some((thing) => STRONG.has(thing.kind))) return 1;
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

/** Whether the clause speaks of a command or another exact thing itself: "`app --help` works". */
export function isCodeSubject(clause: Clause): boolean {
  const last = clause.subject.filter((word) => word.kind !== 'mark').at(-1);
  return last?.kind === 'code' || last?.kind === 'name';
}
