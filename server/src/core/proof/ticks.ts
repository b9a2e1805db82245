import type { CheckItem, Evidence, Gate, GateItem, Phase, Place, Plan, Stage } from '../model.ts';
import { namedCommands } from '../steps/conditionCommands.ts';
import { asksForProof } from '../steps/step.ts';

/** A ticked box behind which nothing says who saw it hold. */
export interface Tick {
  readonly kind: 'test' | 'condition';
  readonly title: string;
  readonly at: Place;
  readonly phase: Phase;
}

/**
 * The manual tests and the conditions for a person's eyes that are ticked without a record, in plans that keep records: from the first
 * phase on in which one of their kind has a recorded result. A box with an empty place for its result beside it lacks one in any plan.
 * What counts as a record: a result, evidence of that item or of its phase or stage as a whole, the result of the gate, an approval.
 */
export function ticksWithoutRecord(plan: Plan): readonly Tick[] {
  const found: Tick[] = [];
  const kept = { test: false, condition: false };
  for (const phase of plan.phases) {
    const units = [phase, ...phase.stages];
    kept.test ||= units.some(({ checklist }) => checklist.some(({ result }) => result !== null));
    kept.condition ||= units.some(({ gates }) => gates.some(({ items }) => items.some(({ result }) => result !== undefined)));
    if (phase.signoffs.some(({ outcome }) => outcome === 'approved')) continue;
    for (const unit of units) {
      const proof = unit === phase ? phase.evidence : [...phase.evidence, ...unit.evidence];
      found.push(...ticksIn(unit, proof, kept).map((tick) => ({ ...tick, phase })));
    }
  }
  return found;
}

function ticksIn(unit: Phase | Stage, proof: readonly Evidence[], kept: { readonly test: boolean; readonly condition: boolean }) {
  const tests = unit.checklist
    .filter((check) => check.mark === 'done' && check.result === null && (kept.test || check.resultAt !== null))
    .map(({ title, at }: CheckItem) => ({ kind: 'test' as const, title, at }));
  const conditions = unit.gates
    .filter((gate) => kept.condition && asksForProof(gate) && gate.result === null)
    .flatMap((gate: Gate) => gate.items.filter((item) => item.mark === 'done' && !item.result && isForAPerson(item)))
    .map(({ text, at }) => ({ kind: 'condition' as const, title: text, at }));
  return [...tests, ...conditions].filter(({ title }) => !isProven(title, proof));
}

/** What names a command can be run again by anybody. */
function isForAPerson({ text }: GateItem): boolean {
  return namedCommands(text, new Set()).length === 0;
}

/** Whether evidence is about an item, or about all there is. */
function isProven(title: string, proof: readonly Evidence[]): boolean {
  const words = folded(title);
  return proof.some(({ kind, item }) => {
    if (kind === 'none') return false;
    const about = item === null ? '' : folded(item);
    return about === '' || words.includes(about) || about.includes(words);
  });
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
