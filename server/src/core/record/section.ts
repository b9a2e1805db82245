import type { Edit } from '../model.ts';
import type { Outline, Section } from '../read/outline.ts';
import { ownFields, partsOf } from '../read/testSections.ts';
import type { Source } from '../source.ts';
import { lineBehind, styleOfDetail, valueEdit } from './item.ts';

/** A `Result:` at the end of a section that is one test; one that stands there already gets the new words. */
export function inSection(source: Source, outline: Outline, section: Section, text: string): readonly Edit[] {
  const passages = [section, ...partsOf(section, outline)].flatMap((part) => outline.passagesIn(part));
  const items = passages.flatMap(({ block }) => (block.type === 'item' ? outline.fieldsBelow(block) : []));
  const fields = [...items, ...ownFields(section, outline)];
  const written = fields.findLast(({ label }) => label.topic?.role === 'result');
  if (written) return [valueEdit(source, written, text)];
  const steps = passages.filter(({ block }) => block.type === 'item');
  const { block: last } = steps.at(-1) ?? passages.at(-1) ?? {};
  if (!last) return section.heading ? [lineBehind(source, section.heading.end, `\nResult: ${text}`)] : [];
  const end = Math.max(last.end, 'text' in last ? (last.text.lines.at(-1)?.end ?? 0) : 0);
  const quote = '> '.repeat(last.quote);
  const styles: string[] = [];
  const label = fields.findLast((field) => field.label.topic?.role === 'expected' || field.label.topic?.role === 'command');
  if (label) styles.push(styleOfDetail(source, label));
  if (last.type === 'item') styles.push(`${quote}- Result:`);
  return [
    ...styles.map((style) => lineBehind(source, end, `${style} ${text}`)),
    // A paragraph of its own, whatever stands before it.
    paragraphBehind(source, end, last.quote, `Result: ${text}`),
  ];
}

/** A paragraph of its own behind the line that ends at an offset. */
export function paragraphBehind(source: Source, at: number, quote: number, text: string): Edit {
  const edit = lineBehind(source, at, `${'> '.repeat(quote)}${text}`);
  const eol = edit.text.slice(0, edit.text.length - text.length - quote * 2);
  return { ...edit, text: `${eol}${'>'.repeat(quote)}${edit.text}` };
}
