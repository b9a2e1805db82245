import type { EmptyGate } from '../model.ts';
import type { Outline } from './outline.ts';
import type { Reading } from './reading.ts';
import { withoutComments } from './text.ts';
import { topicOfLabel } from './vocabulary.ts';

/** Headings and labels that announce a gate and are followed by nothing at all: no list, table, prose or commands. */
export function readEmptyGates(outline: Outline, reading: Reading): readonly EmptyGate[] {
  const followed = new Set(
    outline.passages.map((passage) => (passage.block.type === 'paragraph' && passage.label ? null : passage.announced)),
  );
  const headings = outline.sections.flatMap((section) => {
    const { announced, heading } = section;
    if (announced?.topic.role !== 'gate' || announced.inherited || !heading || !topicOfLabel(announced.name)) return [];
    if (outline.passagesIn(section).length > 0 || outline.fieldsIn(section).length > 0 || outline.sectionsIn(section).length > 0)
      return [];
    return [{ label: announced.name, at: reading.place(heading), phase: section.phase }];
  });
  const labels = outline.fields.flatMap((field) => {
    if (field.announces?.topic.role !== 'gate' || withoutComments(field.value).trim() !== '' || followed.has(field.announces))
      return [];
    return [{ label: field.label.name, at: reading.place(field.at), phase: field.phase }];
  });
  return [...headings, ...labels].sort((a, b) => a.at.start - b.at.start);
}
