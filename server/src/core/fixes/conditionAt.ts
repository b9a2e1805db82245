import type { DocumentFacts, Gate, GateItem } from '../model.ts';

/** A condition in its gate. */
export interface Condition {
  readonly gate: Gate;
  readonly item: GateItem;
}

const remembered = new WeakMap<DocumentFacts, readonly Condition[]>();

/** The condition of a gate that holds an offset of the document. */
export function conditionAt(facts: DocumentFacts, offset: number): Condition | undefined {
  let all = remembered.get(facts);
  if (!all) {
    all = facts.gates
      .flatMap((gate) => gate.items.map((item) => ({ gate, item })))
      .sort((a, b) => a.item.textAt.start - b.item.textAt.start);
    remembered.set(facts, all);
  }
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.item.textAt.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = all[low - 1];
  return found && offset <= found.item.textAt.end ? found : undefined;
}
