import { readInline } from '../markdown.ts';
import type { Gate, GateResult } from '../model.ts';
import type { Field, Outline } from './outline.ts';
import type { Reading } from './reading.ts';
import { inOrder } from './text.ts';

/** Recorded outcomes: `Acceptance gate result: pass`. "pass / fail" is the template, not an outcome. */
export function readResults(outline: Outline, reading: Reading): readonly { field: Field; result: GateResult }[] {
  return outline.fields.flatMap((field) => {
    if (field.label.topic?.role !== 'result' || !/gate/i.test(field.label.name)) return [];
    const value = readInline(field.value).plain.trim();
    const word = /^\W*(pass(?:ed|es)?|ok|green|fail(?:ed|s)?|red|no-go|go)\b/i.exec(value)?.[1]?.toLowerCase();
    if (!word || inOrder(value, /\bpass\b/i, /[/|]/, /\bfail/i)) return [];
    const outcome = /^(?:pass|ok|green|go$)/.test(word) ? 'pass' : 'fail';
    return [{ field, result: { outcome, text: value, at: reading.place(field.valueAt) } }];
  });
}

/** Gives each outcome to the first gate of its section; where there is none before it, it makes one. */
export function withResults(
  gates: readonly Gate[],
  results: readonly { field: Field; result: GateResult }[],
  outline: Outline,
  reading: Reading,
): Gate[] {
  if (results.length === 0) return [...gates];
  const all = [...gates];
  const first = firstInSections(gates, outline);
  for (const { field, result } of results) {
    const index = first.get(field.section.number);
    const gate = index === undefined ? undefined : all[index];
    if (
      index !== undefined &&
      gate &&
      gate.at.start < field.at.start &&
      gate.phase === field.phase &&
      gate.stage === field.stage
    ) {
      all[index] = { ...gate, result };
      continue;
    }
    const label = field.label.name
      .trimEnd()
      .replace(/(?:result|outcome|status|verdict)$/i, '')
      .trimEnd();
    first.set(field.section.number, all.length);
    all.push({ label, kind: 'gate', at: reading.place(field.at), phase: field.phase, stage: field.stage, items: [], result });
  }
  return all;
}

/** The index of the first gate in each section that has one, by the number of the section. */
function firstInSections(gates: readonly Gate[], outline: Outline): Map<number, number> {
  const first = new Map<number, number>();
  const order = gates.map((gate, index) => ({ start: gate.at.start, index })).sort((a, b) => a.start - b.start);
  let number = 0;
  for (const { start, index } of order) {
    while ((outline.sections[number + 1]?.heading?.start ?? Number.POSITIVE_INFINITY) <= start) number += 1;
    if (!first.has(number)) first.set(number, index);
  }
  return first;
}
