import { readInline } from '../markdown.ts';
import type { Gate, GateItem, GateResult } from '../model.ts';
import type { Field, Outline } from './outline.ts';
import type { Reading } from './reading.ts';
import { recordedAt } from './recorded.ts';
import { inOrder } from './text.ts';

/** Recorded outcomes: `Acceptance gate result: pass`. "pass / fail" is the template, not an outcome. */
export function readResults(outline: Outline, reading: Reading): readonly { field: Field; result: GateResult }[] {
  return outline.fields.flatMap((field) => {
    if (field.label.topic?.role !== 'result' || !/gate/i.test(field.label.name)) return [];
    const value = readInline(field.value).plain.trim();
    const word = /^\W*(pass(?:ed|es)?|ok|green|fail(?:ed|s)?|red|no-go|go|skip(?:ped)?|blocked)\b/i
      .exec(value)?.[1]
      ?.toLowerCase();
    if (!word || inOrder(value, /\bpass\b/i, /[/|]/, /\bfail/i)) return [];
    const outcome = /^(?:pass|ok|green|go$)/.test(word) ? 'pass' : 'fail';
    return [{ field, result: { outcome, text: value, at: reading.place(field.valueAt) } }];
  });
}

/**
 * Gives each outcome to a gate of its section: the one directly above it, the one whose name it repeats, else the first. Where there is
 * none before it, it makes one. What came out of a gate of one condition came out of this condition.
 */
export function withResults(
  gates: readonly Gate[],
  results: readonly { field: Field; result: GateResult }[],
  outline: Outline,
  reading: Reading,
): Gate[] {
  if (results.length === 0) return [...gates];
  const all = [...gates];
  const inSections = gatesOfSections(gates, outline);
  for (const { field, result } of results) {
    const label = stemOf(field.label.name);
    const own = inSections.get(field.section.number) ?? [];
    const [first] = own;
    const before = own.filter((index) => isBefore(all[index], field));
    const index =
      before.find((one) => isDirectlyAbove(all[one], field, reading)) ??
      before.find((one) => all[one]?.label.toLowerCase() === label.toLowerCase()) ??
      (first !== undefined && isBefore(all[first], field) ? first : undefined);
    const gate = index === undefined ? undefined : all[index];
    if (index !== undefined && gate) {
      const { label, kind, at, phase, stage } = gate;
      all[index] = { label, kind, at, phase, stage, items: withOutcome(gate.items, field, reading), result };
      continue;
    }
    inSections.set(field.section.number, [all.length, ...own]);
    all.push({ label, kind: 'gate', at: reading.place(field.at), phase: field.phase, stage: field.stage, items: [], result });
  }
  return all;
}

/** "Acceptance gate result" → "Acceptance gate". */
function stemOf(label: string): string {
  return label
    .trimEnd()
    .replace(/(?:result|outcome|status|verdict)$/i, '')
    .trimEnd();
}

function isBefore(gate: Gate | undefined, { at, phase, stage }: Field): boolean {
  return gate !== undefined && gate.at.start < at.start && gate.phase === phase && gate.stage === stage;
}

function isDirectlyAbove(gate: Gate | undefined, { item, at }: Field, { source }: Reading): boolean {
  const end = gate?.items.at(-1)?.at.end;
  return end !== undefined && /^[\s>]{0,40}$/.test(source.text.slice(end, item?.start ?? at.start));
}

function withOutcome(items: readonly GateItem[], { value, valueAt }: Field, reading: Reading): readonly GateItem[] {
  const [only] = items;
  const result = only && items.length === 1 && !only.result ? recordedAt(value, valueAt, 'markdown', reading) : null;
  if (!only || !result) return items;
  const { text, at, textAt, mark, markAt } = only;
  return [{ text, at, textAt, mark, markAt, result }];
}

/** The indexes of the gates in each section that has some, in the order of the text, by the number of the section. */
function gatesOfSections(gates: readonly Gate[], outline: Outline): Map<number, readonly number[]> {
  const found = new Map<number, number[]>();
  const order = gates.map((gate, index) => ({ start: gate.at.start, index })).sort((a, b) => a.start - b.start);
  let number = 0;
  for (const { start, index } of order) {
    while ((outline.sections[number + 1]?.heading?.start ?? Number.POSITIVE_INFINITY) <= start) number += 1;
    const own = found.get(number);
    if (own) own.push(index);
    else found.set(number, [index]);
  }
  return found;
}
