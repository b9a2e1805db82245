import type { DocumentFacts, Task, Unit } from '../model.ts';
import { keyOf } from '../read/unitName.ts';

/** What one document says about one phase (or, under `null`, about none), besides tasks that have an id. */
export interface Part {
  readonly units: readonly Unit[];
  readonly stages: readonly Unit[];
  readonly scope: DocumentFacts['scope'];
  readonly gates: DocumentFacts['gates'];
  /** Tasks without an id, with their index among the tasks of the document. */
  readonly tasks: readonly { readonly index: number; readonly task: Task }[];
  readonly checklist: DocumentFacts['checklist'];
  readonly evidence: DocumentFacts['evidence'];
  readonly signoffs: DocumentFacts['signoffs'];
  readonly attempts: DocumentFacts['attempts'];
  readonly deferred: DocumentFacts['deferred'];
}

/** The facts of one document by the key of the phase they name. */
export type DocumentIndex = ReadonlyMap<string | null, Part>;

const remembered = new WeakMap<DocumentFacts, DocumentIndex>();

/** Indexes a document once. @param before what it said before: where only tasks with an id are different, its index still holds */
export function indexOf(document: DocumentFacts, before?: DocumentFacts): DocumentIndex {
  let index = remembered.get(document);
  if (!index) {
    index = (before && hasSameIndex(before, document) && remembered.get(before)) || toIndex(document);
    remembered.set(document, index);
  }
  return index;
}

function hasSameIndex(a: DocumentFacts, b: DocumentFacts): boolean {
  const isNameless = ({ id }: Task) => id === null;
  return indexed.every((list) => a[list] === b[list]) && !a.tasks.some(isNameless) && !b.tasks.some(isNameless);
}

/** What an index holds besides tasks. */
const indexed = [
  'phases',
  'stages',
  'scope',
  'gates',
  'checklist',
  'evidence',
  'signoffs',
  'attempts',
  'deferred',
] as const satisfies readonly (keyof DocumentFacts)[];

function toIndex(document: DocumentFacts): DocumentIndex {
  const index = new Map<string | null, Mutable<Part>>();
  const keys = new Map<string, string>();
  const put = <K extends keyof Part>(phase: string | null, list: K, one: Part[K][number]) => {
    const own = part(phase);
    if (own[list] === none) own[list] = [] as unknown as Part[K] & never[];
    (own[list] as unknown[]).push(one);
  };
  const part = (phase: string | null): Mutable<Part> => {
    let key = phase === null ? null : keys.get(phase);
    if (key === undefined) {
      key = keyOf(phase ?? '');
      keys.set(phase ?? '', key);
    }
    let own = index.get(key);
    if (!own) {
      own = { ...empty };
      index.set(key, own);
    }
    return own;
  };
  for (const unit of document.phases) put(unit.id, 'units', unit);
  for (const stage of document.stages) put(stage.phase, 'stages', stage);
  for (const entry of document.scope) put(entry.phase, 'scope', entry);
  for (const gate of document.gates) put(gate.phase, 'gates', gate);
  for (const [at, task] of document.tasks.entries()) if (task.id === null) put(task.phase, 'tasks', { index: at, task });
  for (const item of document.checklist) put(item.phase, 'checklist', item);
  for (const one of document.evidence) put(one.phase, 'evidence', one);
  for (const one of document.signoffs) put(one.phase, 'signoffs', one);
  for (const one of document.attempts) put(one.phase, 'attempts', one);
  for (const one of document.deferred) put(one.phase, 'deferred', one);
  return index;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Most documents say little of most phases: what they do not say is one list for all of them. */
const none: never[] = [];
const empty: Part = {
  units: none,
  stages: none,
  scope: none,
  gates: none,
  tasks: none,
  checklist: none,
  evidence: none,
  signoffs: none,
  attempts: none,
  deferred: none,
};
