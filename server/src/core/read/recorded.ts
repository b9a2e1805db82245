import { readInline } from '../markdown.ts';
import type { CheckResult, Outcome, Place, Span } from '../model.ts';
import { readOutcome, type TextForm } from '../outcomeText.ts';
import type { Item } from './blocks.ts';
import type { Field, Outline } from './outline.ts';
import type { Reading } from './reading.ts';

/** The outcome that the words at a place state. What was recorded with its day stands on one line; more lines are somebody's remarks. */
export function recordedAt(value: string, at: Span, form: TextForm, reading: Reading): CheckResult | null {
  const [first = ''] = value.split('\n', 1);
  const own = first === value ? null : read(first, form);
  const outcome = own?.date == null ? read(value, form) : own;
  return outcome && placed(outcome, reading.place(at));
}

function placed({ outcome, date, actor, commit, exitCode, note, artifact }: Outcome, at: Place): CheckResult {
  return { outcome, date, actor, commit, exitCode, note, artifact, at };
}

function read(words: string, form: TextForm): Outcome | null {
  return readOutcome(words, readInline(words).plain.trim(), form);
}

/** The last `Result: pass (2026-03-01, Ada): took 3 s` of these, and where its value stands or would stand. */
export function resultOf(fields: readonly Field[], reading: Reading): { result: CheckResult | null; resultAt: Span | null } {
  const field = fields.findLast((one) => one.label.topic?.role === 'result');
  if (!field) return { result: null, resultAt: null };
  return { result: recordedAt(field.value, field.valueAt, 'markdown', reading), resultAt: field.valueAt };
}

/** The outcome that stands below an item. */
export function resultBelow(item: Item | null, outline: Outline, reading: Reading): CheckResult | null {
  return item ? resultOf(outline.fieldsBelow(item), reading).result : null;
}
