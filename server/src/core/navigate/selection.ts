import type { Span } from '../model.ts';
import { lineAt, lineSpan, type Source } from '../source.ts';
import { wholesOf } from './nesting.ts';

/**
 * What to select around a place, step by step: its line, the whole item, the list, the section, the phase …, the document; each stretch
 * lies inside the next one.
 * @param offset 0-based offset into the document
 */
export function selectionAt(source: Source, offset: number): readonly Span[] {
  const around = wholesOf(source)
    .filter(({ start, end }) => start <= offset && offset <= end)
    .reverse();
  const steps: Span[] = [];
  for (const whole of [lineSpan(source, lineAt(source, offset)), ...around, { start: 0, end: source.text.length }]) {
    const last = steps.at(-1);
    const { start, end } = withoutBlanks(source.text, whole);
    if (start > offset || offset > end) continue;
    if (!last || (start <= last.start && last.end <= end && end - start > last.end - last.start)) steps.push({ start, end });
  }
  return steps;
}

/** Without the blanks around it. */
function withoutBlanks(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? '')) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1;
  return { start: from, end: to };
}
