import type { DocumentFacts, Task, Unit } from '../model.ts';
import { keyOf } from '../read/unitName.ts';

/** What one document says about one phase (or, under `null`, about none), besides tasks that have an id. */
export interface Part {
  readonly units: Unit[];
  readonly stages: Unit[];
  readonly scope: DocumentFacts['scope'][number][];
  readonly gates: DocumentFacts['gates'][number][];
  /** Tasks without an id, with their index among the tasks of the document. */
  readonly tasks: { readonly index: number; readonly task: Task }[];
  readonly checklist: DocumentFacts['checklist'][number][];
  readonly evidence: DocumentFacts['evidence'][number][];
  readonly signoffs: DocumentFacts['signoffs'][number][];
  readonly deferred: DocumentFacts['deferred'][number][];
}

/** The facts of one document by the key of the phase they name. */
export type DocumentIndex = ReadonlyMap<string | null, Part>;

const remembered = new WeakMap<DocumentFacts, DocumentIndex>();

/** Indexes a document once. */
export function indexOf(document: DocumentFacts): DocumentIndex {
  let index = remembered.get(document);
  if (!index) {
    index = toIndex(document);
    remembered.set(document, index);
  }
  return index;
}

function toIndex(document: DocumentFacts): DocumentIndex {
  const index = new Map<string | null, Part>();
  const keys = new Map<string, string>();
  const part = (phase: string | null): Part => {
    let key = phase === null ? null : keys.get(phase);
    if (key === undefined) {
      key = keyOf(phase ?? '');
      keys.set(phase ?? '', key);
    }
    let own = index.get(key);
    if (!own) {
      own = { units: [], stages: [], scope: [], gates: [], tasks: [], checklist: [], evidence: [], signoffs: [], deferred: [] };
      index.set(key, own);
    }
    return own;
  };
  for (const unit of document.phases) part(unit.id).units.push(unit);
  for (const stage of document.stages) part(stage.phase).stages.push(stage);
  for (const entry of document.scope) part(entry.phase).scope.push(entry);
  for (const gate of document.gates) part(gate.phase).gates.push(gate);
  for (const [at, task] of document.tasks.entries()) if (task.id === null) part(task.phase).tasks.push({ index: at, task });
  for (const item of document.checklist) part(item.phase).checklist.push(item);
  for (const one of document.evidence) part(one.phase).evidence.push(one);
  for (const one of document.signoffs) part(one.phase).signoffs.push(one);
  for (const one of document.deferred) part(one.phase).deferred.push(one);
  return index;
}
