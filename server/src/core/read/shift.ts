import type {
  CheckItem,
  DocumentFacts,
  Evidence,
  Gate,
  Place,
  Reference,
  ScopeEntry,
  Span,
  StatusStatement,
  Task,
  Unit,
} from '../model.ts';
import type { Candidate } from './candidate.ts';
import type { Found, PieceFacts } from './pieceFacts.ts';

/** Moves facts by some UTF-16 units: the same words, further up or down in the document. */
export interface Shift {
  readonly candidate: (one: Candidate) => Candidate;
  readonly unit: (one: Unit) => Unit;
  readonly scope: (one: ScopeEntry) => ScopeEntry;
  readonly gate: (one: Gate) => Gate;
  readonly task: (one: Task) => Task;
  readonly check: (one: CheckItem) => CheckItem;
  readonly evidence: (one: Evidence) => Evidence;
  /** Facts with no place but `at`. */
  readonly placed: <T extends { readonly at: Place }>(one: T) => T;
}

/** @param by how far; negative to the front */
export function shiftBy(by: number): Shift {
  return shiftWith((offset) => offset + by);
}

/**
 * Half of a long document is moved with every key, so the facts that it has most of are written out field by field: that takes a third
 * of the time of copying whatever there is, and the compiler knows when a field is missing.
 * @param move where an offset stands now
 */
export function shiftWith(move: (offset: number) => number): Shift {
  const span = ({ start, end }: Span): Span => ({ start: move(start), end: move(end) });
  const some = (one: Span | null): Span | null => (one ? span(one) : null);
  const place = ({ path, start, end }: Place): Place => ({ path, start: move(start), end: move(end) });
  const placed = <T extends { readonly at: Place }>(one: T): T => ({ ...one, at: place(one.at) });
  const all = <T extends { readonly at: Place }>(list: readonly T[]): readonly T[] =>
    list.length === 0 ? list : list.map(placed);
  const statement = (one: StatusStatement | null) => (one ? placed(one) : null);
  const references = (list: readonly Reference[]) => all(list);
  return {
    placed,
    candidate: (one) => ({
      kind: one.kind,
      rank: one.rank,
      strength: one.strength,
      id: one.id,
      title: one.title,
      estimate: one.estimate,
      form: one.form,
      level: one.level,
      phase: one.phase,
      at: place(one.at),
      nameAt: span(one.nameAt),
      statuses: all(one.statuses),
      dependsOn: references(one.dependsOn),
      extent: span(one.extent),
    }),
    unit: (one) => ({
      ...one,
      at: place(one.at),
      nameAt: span(one.nameAt),
      status: statement(one.status),
      otherStatuses: all(one.otherStatuses),
      mentions: one.mentions.map(place),
      dependsOn: references(one.dependsOn),
      extent: span(one.extent),
    }),
    scope: (one) => ({ ...one, at: place(one.at) }),
    gate: (one) => ({
      label: one.label,
      kind: one.kind,
      at: place(one.at),
      phase: one.phase,
      stage: one.stage,
      items: one.items.map(({ text, at, textAt, mark, markAt, result }) => ({
        text,
        at: place(at),
        textAt: span(textAt),
        mark,
        markAt: some(markAt),
        ...(result ? { result: placed(result) } : {}),
      })),
      result: one.result ? placed(one.result) : null,
    }),
    task: (one) => ({
      id: one.id,
      ...(one.idAt ? { idAt: span(one.idAt) } : {}),
      title: one.title,
      status: one.status,
      statusText: one.statusText,
      statusAt: some(one.statusAt),
      at: place(one.at),
      phase: one.phase,
      phaseAt: some(one.phaseAt),
      stage: one.stage,
      dependsOn: references(one.dependsOn),
      artifacts: one.artifacts,
      evidence: one.evidence,
      form: one.form,
      markAt: some(one.markAt),
    }),
    check: (one) => ({
      ...one,
      commandAt: some(one.commandAt),
      expectedAt: some(one.expectedAt),
      result: one.result ? placed(one.result) : null,
      resultAt: some(one.resultAt),
      at: place(one.at),
      extent: span(one.extent),
      markAt: some(one.markAt),
    }),
    evidence: (one) => ({
      ...one,
      targets: one.targets.map((target) => ({ ...target, at: span(target.at) })),
      at: place(one.at),
    }),
  };
}

/** Facts of a document at other places. @param move where an offset stands now */
export function moveFacts(facts: DocumentFacts, move: (offset: number) => number): DocumentFacts {
  const shift = shiftWith(move);
  return {
    ...facts,
    phases: facts.phases.map(shift.unit),
    stages: facts.stages.map(shift.unit),
    ...moveRead(facts, shift),
  };
}

/** The findings of the readers at other places. */
export function moveRead(read: Found, shift: Shift): Found {
  return {
    scope: read.scope.map(shift.scope),
    gates: read.gates.map(shift.gate),
    emptyGates: read.emptyGates.map(shift.placed),
    tasks: read.tasks.map(shift.task),
    checklist: read.checklist.map(shift.check),
    evidence: read.evidence.map(shift.evidence),
    signoffs: read.signoffs.map(shift.placed),
    attempts: read.attempts.map(shift.placed),
    deferred: read.deferred.map(shift.placed),
  };
}

/** What a piece of a document says at other places. */
export function movePiece(facts: PieceFacts, move: (offset: number) => number): PieceFacts {
  const shift = shiftWith(move);
  return {
    candidates: facts.candidates.map(shift.candidate),
    lifecycle: facts.lifecycle.map(shift.unit),
    ...moveRead(facts, shift),
  };
}
