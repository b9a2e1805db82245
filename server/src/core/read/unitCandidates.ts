import { readInline } from '../markdown.ts';
import type { Span } from '../model.ts';
import type { Item } from './blocks.ts';
import { type Candidate, candidateOf, remote, valueOfField } from './candidate.ts';
import { mostSections } from './limits.ts';
import type { Field, Outline, Passage } from './outline.ts';
import type { Reading } from './reading.ts';
import { readReferences } from './references.ts';
import { readStatusLists } from './statusLists.ts';
import { fromDiagram } from './unitDiagrams.ts';
import { fromFields } from './unitFields.ts';
import { fromHeading } from './unitHeadings.ts';
import { readUnitName } from './unitName.ts';
import { fromTable } from './unitTables.ts';

/** All places that name units, in the order of the text. */
export function readCandidates(outline: Outline, reading: Reading): readonly Candidate[] {
  return [
    ...outline.sections.slice(0, mostSections).flatMap((section) => fromHeading(section, outline, reading) ?? []),
    ...outline.passages.flatMap((passage) => fromPassage(passage, outline, reading)),
    ...fromFields(outline, reading),
    ...readStatusLists(outline, reading),
  ].sort((a, b) => a.at.start - b.at.start);
}

function fromPassage(passage: Passage, outline: Outline, reading: Reading): readonly Candidate[] {
  const { block } = passage;
  if (remote.has(passage.announced?.topic.role ?? '')) return [];
  if (block.type === 'table') return fromTable(block, passage, reading);
  if (block.type === 'item') return fromItem(block, passage, outline, reading) ?? [];
  if (block.type === 'fence') return fromDiagram(passage, outline, reading);
  if (block.type !== 'paragraph') return [];
  const diagram = fromDiagram(passage, outline, reading);
  if (diagram.length > 0) return diagram;
  // A bold line of its own is a heading in disguise.
  const name = passage.label?.alone ? readUnitName(passage.label.name) : undefined;
  const line = block.text.lines[0];
  if (name?.lead !== '' || name.strength === 'weak' || !line) return [];
  const candidate = candidateOf(name, 'label', { start: block.start, end: block.end }, line, passage, reading);
  return [withFields(candidate, fieldsAfter(line, outline.fieldsIn(passage.section)), reading)];
}

/** The labels that stand below a bold line which names a unit, up to the next such line. */
function fieldsAfter(line: Span, fields: readonly Field[]): readonly Field[] {
  let [low, high] = [0, fields.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((fields[middle]?.at.start ?? 0) > line.start) high = middle;
    else low = middle + 1;
  }
  const below: Field[] = [];
  for (let at = low; at < fields.length && below.length < mostBelow; at += 1) {
    const field = fields[at] as Field;
    if (field.label.alone && readUnitName(field.label.name)?.lead === '') break;
    if (!field.parent) below.push(field);
  }
  return below;
}

/** Labels below a bold line that are looked at, at most. */
const mostBelow = 40;

/** What the labels of a unit say about it: status, duration, dependencies. */
function withFields(candidate: Candidate, fields: readonly Field[], reading: Reading): Candidate {
  const of = (role: string) => fields.filter((field) => field.label.topic?.role === role);
  return {
    ...candidate,
    estimate: candidate.estimate ?? valueOfField(fields, 'estimate'),
    statuses: [
      ...of('status').flatMap((field) => reading.status(field.value, field.valueAt, 'label') ?? []),
      ...candidate.statuses,
    ],
    dependsOn: [
      ...candidate.dependsOn,
      ...of('depends').flatMap((field) => readReferences(field.value, field.valueAt.start, reading.path)),
    ],
  };
}

function fromItem(block: Item, passage: Passage, outline: Outline, reading: Reading): Candidate[] | undefined {
  const line = block.text.lines[0];
  const text = block.text.text.split('\n', 1)[0] ?? '';
  if (!line || block.depth > 1) return undefined;
  const inline = readInline(text);
  const bold = (inline.strongs[0]?.start ?? 99) < 4;
  if (!block.box && !bold) return undefined;
  const name = readUnitName(inline.plain);
  if (name?.lead !== '' || name.strength === 'weak') return undefined;
  const candidate = candidateOf(name, 'item', { start: block.start, end: line.end }, line, passage, reading);
  const mark = block.box;
  const boxed = mark
    ? reading.status(mark.mark.toLowerCase() === 'x' ? 'done' : mark.mark === ' ' ? 'planned' : 'partial', mark.at, 'item')
    : undefined;
  const own = { ...candidate, statuses: [...candidate.statuses, ...(boxed ? [boxed] : [])] };
  return [withFields(own, outline.fieldsBelow(block), reading)];
}
