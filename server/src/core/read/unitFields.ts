import { readInline } from '../markdown.ts';
import { type Candidate, valueOfField } from './candidate.ts';
import type { Outline, Section } from './outline.ts';
import type { Reading } from './reading.ts';
import { readUnitName } from './unitName.ts';

/** A phase that the metadata names: `- Phase Number: 0`, `> **Phase:** 1`. It counts where nothing else defines it. */
export function fromFields(outline: Outline, reading: Reading): readonly Candidate[] {
  const read = new Map<Section, ReturnType<typeof metadataOf>>();
  const about = (section: Section) => {
    const metadata = read.get(section) ?? metadataOf(section, outline, reading);
    read.set(section, metadata);
    return metadata;
  };
  return outline.fields.flatMap((field) => {
    if (field.label.topic?.role !== 'phase-number' || field.parent) return [];
    const value = readInline(field.value).plain.trim();
    const id = readUnitName(value)?.id ?? /^[pP]?(\d{1,3}(?:\.\d{1,3}){0,9}[A-Za-z]?|[A-Z])$/.exec(value)?.[1];
    if (!id) return [];
    const { name, estimate, statuses } = about(field.section);
    return [
      {
        kind: 'phase',
        rank: 'major',
        strength: 'strong',
        id: id.replace(/^0+(?=\d)/, ''),
        title: name ? readInline(name.value).plain : null,
        estimate,
        form: 'label',
        level: 7,
        at: reading.place(field.at),
        nameAt: field.valueAt,
        phase: null,
        statuses,
        dependsOn: [],
        extent: { start: field.at.start, end: reading.source.text.length },
      },
    ];
  });
}

/** What the metadata of a section says of its phase, read once however many lines name the phase. */
function metadataOf(section: Section, outline: Outline, reading: Reading) {
  const fields = outline.fieldsIn(section).filter((field) => !field.parent);
  return {
    name: fields.find((field) => field.label.topic?.role === 'phase-name'),
    estimate: valueOfField(fields, 'estimate'),
    statuses: fields
      .filter((field) => field.label.topic?.role === 'status')
      .slice(0, mostStatuses)
      .flatMap((field) => reading.status(field.value, field.valueAt, 'label') ?? []),
  };
}

/** More lines that state the status of one phase are no slip of the pen. */
const mostStatuses = 20;
