import { readInline } from '../markdown.ts';
import type { CheckResult, Span } from '../model.ts';
import { readOutcome, type TextForm } from '../outcomeText.ts';
import type { Item } from './blocks.ts';
import type { Field, Outline } from './outline.ts';
import type { Reading } from './reading.ts';

/** The outcome that the words at a place state. */
export function recordedAt(value: string, at: Span, form: TextForm, reading: Reading): CheckResult | null {
  const outcome = readOutcome(value, readInline(value).plain.trim(), form);
  return outcome && { ...outcome, at: reading.place(at) };
}

/** The last `Result: pass (2026-03-01, Ada): took 3 s` of these, and where its value stands or would stand. */
export function resultOf(fields: readonly Field[], reading: Reading): { result: CheckResult | null; resultAt: Span | null } {
  const field = fields.findLast((one) => one.label.topic?.role === 'result');
  if (!field) return { result: null, resultAt: null };
  return { result: recordedAt(field.value, field.valueAt, 'markdown', reading), resultAt: field.valueAt };
}

/** The outcome that stands below an item, as a property where there is one. */
export function resultBelow(item: Item | null, outline: Outline, reading: Reading): { result?: CheckResult } {
  const result = item ? resultOf(outline.fieldsBelow(item), reading).result : null;
  return result ? { result } : {};
}
