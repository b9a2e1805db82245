import type { Edit, Gate, GateItem } from '../model.ts';
import type { Field, Outline } from '../read/outline.ts';
import { topicOfLabel } from '../read/vocabulary.ts';
import type { Refusal } from '../refusal.ts';
import type { Source } from '../source.ts';
import { bulletOf, lead, lineBehind, markerOf, valueEdit } from './item.ts';
import { paragraphBehind } from './section.ts';

/**
 * The outcome of a gate that tells its one condition on the line of its label or as a paragraph: a line of its own below it, as stage logs
 * have it (`Acceptance gate result: pass`). A line that is there already, or stands there to be filled in, gets the new words.
 */
export function atGate(
  source: Source,
  outline: Outline,
  { gate, item }: { gate: Gate; item: GateItem },
  text: string,
): readonly Edit[] | Refusal {
  if (gate.items.length > 1)
    return {
      refused: 'This gate tells several conditions without a list. Make each an item of a list, then it can have a result.',
    };
  const field = outline.fields.find(({ valueAt }) => valueAt.start === item.textAt.start);
  const written = outline.fields.find((one) => isResultOf(one, gate, outline));
  if (written) return [valueEdit(source, written, text)];
  const name = topicOfLabel(`${gate.label} result`)?.role === 'result' && /gate/i.test(gate.label) ? gate.label : 'Gate';
  if (!field) return [paragraphBehind(source, item.at.end, quoteOf(source, item.at.start), `${name} result: ${text}`)];
  const bold = /^(\*\*|__)/.exec(source.text.slice(field.at.start, field.at.start + 2))?.[1] ?? '';
  const line = `${bold}${name} result:${bold} ${text}`;
  const before = field.item ? `${lead(source, markerOf(source, field.item))}${bulletOf(field.item)} ` : '';
  if (field.item) return [lineBehind(source, item.at.end, before + line)];
  // Two blanks or a backslash at the end of the line break it; lines without them would run into each other.
  const rest = /^(?: {2,}|\\)?/.exec(source.text.slice(item.at.end, item.at.end + 9))?.[0] ?? '';
  const broken = rest !== '' && lineBehind(source, item.at.end + rest.length, `${lead(source, field.at.start)}${line}${rest}`);
  const own = paragraphBehind(source, item.at.end, quoteOf(source, item.at.start), line);
  return broken ? [broken, own] : [own, lineBehind(source, item.at.end, `${lead(source, field.at.start)}${line}`)];
}

/** A line for the result of this gate, filled in or not: the first one behind it in its section. */
function isResultOf({ label, at, section, stage }: Field, gate: Gate, outline: Outline): boolean {
  if (label.topic?.role !== 'result' || !/gate/i.test(label.name) || at.start <= gate.at.start) return false;
  const own = outline.fields.find(({ announces }) => announces?.at.start === gate.at.start);
  if (own) return own.section === section && own.stage === stage;
  return section.heading?.start === gate.at.start;
}

/** How many `>` stand before an offset on its line. */
function quoteOf({ text }: Source, offset: number): number {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[\s>]*/.exec(line)?.[0].replace(/[^>]/g, '').length ?? 0;
}
