import type { CheckItem, Evidence, Gate, GateItem, Phase, Place, Plan, Stage } from '../model.ts';
import { namedCommands } from '../steps/conditionCommands.ts';
import { asksForProof } from '../steps/step.ts';

/** A ticked box behind which nothing says who saw it hold. */
export interface Tick {
  readonly kind: 'test' | 'condition';
  readonly title: string;
  readonly at: Place;
}

/** Of which kinds of boxes some has a recorded result. */
export interface Kept {
  readonly tests: boolean;
  readonly conditions: boolean;
}

/** What a phase records itself. */
export function keptIn(phase: Phase): Kept {
  const units = [phase, ...phase.stages];
  return {
    tests: units.some(({ checklist }) => checklist.some(({ result }) => result !== null)),
    conditions: units.some(({ gates }) => gates.some(({ items }) => items.some(({ result }) => result !== undefined))),
  };
}

/** What a plan records before one of its phases. */
export function keptBefore({ phases }: Plan, phase: Phase): Kept {
  const earlier = phases.slice(0, phases.indexOf(phase)).map(keptIn);
  return { tests: earlier.some(({ tests }) => tests), conditions: earlier.some(({ conditions }) => conditions) };
}

/**
 * The manual tests and the conditions for a person's eyes that are ticked without a record, in plans that keep records: from the first
 * phase on in which one of their kind has a recorded result. A box with an empty place for its result beside it lacks one in any plan.
 * What counts as a record: a result, evidence of that item or of its phase or stage as a whole, the result of the gate, an approval.
 * @param before what the phases before this one record
 */
export function ticksWithoutRecord(phase: Phase, before: Kept): readonly Tick[] {
  if (phase.signoffs.some(({ outcome }) => outcome === 'approved')) return [];
  const own = keptIn(phase);
  const kept = { tests: before.tests || own.tests, conditions: before.conditions || own.conditions };
  return [phase, ...phase.stages].flatMap((unit) =>
    ticksIn(unit, unit === phase ? phase.evidence : [...phase.evidence, ...unit.evidence], kept),
  );
}

function ticksIn(unit: Phase | Stage, proof: readonly Evidence[], kept: Kept) {
  const tests = unit.checklist
    .filter((check) => check.mark === 'done' && check.result === null && (kept.tests || check.resultAt !== null))
    .map(({ title, at }: CheckItem) => ({ kind: 'test' as const, title, at }));
  const conditions = unit.gates
    .filter((gate) => kept.conditions && asksForProof(gate) && gate.result === null)
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
