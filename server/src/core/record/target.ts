import type { CheckItem, DocumentFacts, Gate, GateItem } from '../model.ts';

/** What an outcome is recorded for. */
export type Target = TestTarget | ConditionTarget;

export interface TestTarget {
  readonly kind: 'test';
  readonly check: CheckItem;
}

export interface ConditionTarget {
  readonly kind: 'condition';
  readonly gate: Gate;
  readonly item: GateItem;
}

/** Everything in a document for which an outcome can be recorded, in the order of its facts. */
export function targetsOf({ checklist, gates }: Pick<DocumentFacts, 'checklist' | 'gates'>): readonly Target[] {
  return [
    ...checklist.map((check): Target => ({ kind: 'test', check })),
    ...gates.flatMap((gate) => gate.items.map((item): Target => ({ kind: 'condition', gate, item }))),
  ];
}
