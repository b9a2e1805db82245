import { readInline } from '../markdown.ts';
import type { Form, Place, Reference, Span, StatusStatement } from '../model.ts';
import type { Item, Table } from './blocks.ts';
import { cellOf, cellText, columnsOf, statusCell } from './columns.ts';
import { mostSections } from './limits.ts';
import type { Field, Outline, Passage, Section } from './outline.ts';
import type { Reading } from './reading.ts';
import { readReferences } from './references.ts';
import { splitTitle } from './splitTitle.ts';
import { isLegend, isStatusWords, toStatus } from './status.ts';
import { readStatusLists } from './statusLists.ts';
import { readBareId, readUnitName, type UnitName } from './unitName.ts';

/** A place that names a unit, before it is decided which of them defines it. */
export interface Candidate {
  readonly kind: 'phase' | 'stage';
  readonly rank: UnitName['rank'];
  readonly strength: UnitName['strength'];
  /** Words before the name; absent where the name is all that stands there. */
  readonly lead?: string;
  readonly id: string;
  readonly title: string | null;
  readonly estimate: string | null;
  readonly form: Form;
  /** The level of a heading; 7 for everything below headings. */
  readonly level: number;
  readonly at: Place;
  readonly nameAt: Span;
  readonly phase: string | null;
  readonly statuses: readonly StatusStatement[];
  readonly dependsOn: readonly Reference[];
  readonly extent: Span;
}

/** Sections and topics in which units are talked about, not defined. */
const remote = new Set(['reference', 'git', 'depends', 'deferred', 'evidence', 'scope', 'signoff', 'decision']);

/** All places that name units, in the order of the text. */
export function readCandidates(outline: Outline, reading: Reading): readonly Candidate[] {
  return [
    ...outline.sections.slice(0, mostSections).flatMap((section) => fromSection(section, outline, reading) ?? []),
    ...outline.passages.flatMap((passage) => fromPassage(passage, outline, reading)),
    ...fromFields(outline, reading),
    ...readStatusLists(outline, reading),
  ].sort((a, b) => a.at.start - b.at.start);
}

function fromSection(section: Section, outline: Outline, reading: Reading): Candidate | undefined {
  const { unit, heading } = section;
  if (!unit || !heading || (isRemote(section.parent) && !announcesMore(section))) return undefined;
  const split = splitTitle(unit.tail);
  const at = reading.place(heading);
  const affixes = [...split.affixes, ...leadGlyph(heading.text.text)];
  const about = outline.sectionsIn(section).filter((other) => aboutUnit.test(other.plain));
  const inside = [section, ...about].flatMap((one) => outline.fieldsIn(one)).filter((field) => !field.parent);
  const statusSection = outline.sectionsIn(section).find((other) => other.announced?.topic.role === 'status');
  const statuses = [
    ...inside
      .filter((field) => field.label.topic?.role === 'status')
      .flatMap((field) => reading.status(field.value, field.valueAt, 'label') ?? []),
    ...(statusSection ? statusBelow(statusSection, outline, reading) : []),
    ...statusOfLede(section, outline, reading),
    ...affixes.flatMap((affix) => reading.status(affix, reading.find(affix, heading), 'heading') ?? []),
  ];
  return {
    ...unit,
    title: split.title,
    estimate: split.estimate ?? valueOfField(inside, 'estimate'),
    form: 'heading',
    level: section.level,
    at,
    nameAt: reading.find(unit.words, heading),
    phase: unit.kind === 'stage' ? section.phase : null,
    statuses: statuses.length > 0 ? statuses : statusOfGroup(section, reading),
    dependsOn: inside
      .filter((field) => field.label.topic?.role === 'depends')
      .flatMap((field) => readReferences(field.value, field.valueAt.start, reading.path)),
    extent: { start: heading.start, end: endOf(section, outline, reading) },
  };
}

/** Whether the headings in a section only talk about units. What "Phase 2 scope" is parted in may be phases of their own: `Phase 2.1`. */
function isRemote(parent: Section | null): boolean {
  const topic = parent?.announced?.topic;
  if (!topic || (topic.role === 'scope' && topic.mode === 'in' && parent?.unit)) return false;
  return remote.has(topic.role);
}

/** Below "Completed phases" every phase is done, whatever its own heading leaves out. */
function statusOfGroup({ parent }: Section, reading: Reading): readonly StatusStatement[] {
  if (!parent?.heading || parent.unit) return [];
  const word =
    /^\W{0,9}(completed|finished|planned|upcoming|in[- ]progress) (?:phases|stages|milestones|sprints|epics)\W{0,9}$/i.exec(
      parent.plain,
    )?.[1];
  return word ? [reading.status(word, reading.find(word, parent.heading), 'heading') ?? []].flat() : [];
}

/** "Upcoming" and "Future phases" head definitions where these are headings of their own. */
function announcesMore(section: Section): boolean {
  const { parent } = section;
  return (
    parent?.announced?.topic.role === 'reference' &&
    /^\W{0,9}(?:upcoming|(?:future|later|next|remaining) phases)\b/i.test(parent.plain)
  );
}

/** Subsections that speak of the unit as a whole: "Phase information", "Overview". */
export const aboutUnit =
  /^\W{0,9}(?:phase |stage |document |doc )?(?:info(?:rmation)?|metadata|meta|status|overview|summary|details|阶段信息|概要)\W{0,9}$/iu;

/** A quoted line directly below the heading that ends in a status: `> Cutting and planing — **done**`. */
function statusOfLede(section: Section, outline: Outline, reading: Reading): readonly StatusStatement[] {
  const [passage] = outline.passagesIn(section);
  const block = passage?.block;
  if (block?.type !== 'paragraph' || block.quote === 0 || passage?.label) return [];
  const [line] = block.text.lines;
  const { text } = block.text;
  const dash = Math.max(text.lastIndexOf(' — '), text.lastIndexOf(' – '), text.lastIndexOf(' - '));
  if (block.text.lines.length !== 1 || !line || dash < 0) return [];
  const words = text.slice(dash + 3).trimStart();
  if (!isStatusWords(words)) return [];
  return [reading.status(words, { start: line.end - words.length, end: line.end }, 'label') ?? []].flat();
}

/** The first words below a heading "Status". */
function statusBelow(section: Section, outline: Outline, reading: Reading): readonly StatusStatement[] {
  const [passage] = outline.passagesIn(section);
  if (!passage || (passage.block.type !== 'paragraph' && passage.block.type !== 'item')) return [];
  const line = passage.block.text.lines[0];
  if (!line) return [];
  // `**COMPLETE** (in March)` is no label.
  if (passage.label && passage.label.topic?.role !== 'status' && !isStatusWords(passage.label.name)) return [];
  const statement = reading.status(passage.block.text.text.split('\n', 1)[0] ?? '', line, 'label');
  return statement ? [statement] : [];
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
  const candidate = simple(name, 'label', { start: block.start, end: block.end }, line, passage, reading);
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
  const name = readUnitName(inline.plain);
  if (name?.lead !== '' || name.strength === 'weak') return undefined;
  const bold = inline.strongs[0]?.start === 0 || (inline.strongs[0]?.start ?? 99) < 4;
  if (!block.box && !bold) return undefined;
  const candidate = simple(name, 'item', { start: block.start, end: line.end }, line, passage, reading);
  const mark = block.box;
  const boxed = mark
    ? reading.status(mark.mark.toLowerCase() === 'x' ? 'done' : mark.mark === ' ' ? 'planned' : 'partial', mark.at, 'item')
    : undefined;
  const own = { ...candidate, statuses: [...candidate.statuses, ...(boxed ? [boxed] : [])] };
  return [withFields(own, outline.fieldsBelow(block), reading)];
}

function simple(name: UnitName, form: Form, at: Span, line: Span, passage: Passage, reading: Reading): Candidate {
  const split = splitTitle(name.tail);
  return {
    ...name,
    title: split.title,
    estimate: split.estimate,
    form,
    level: 7,
    at: reading.place(at),
    nameAt: reading.find(name.words, line),
    phase: name.kind === 'stage' ? passage.phase : null,
    statuses: split.affixes.flatMap(
      (affix) => reading.status(affix, reading.find(affix, line), form === 'item' ? 'item' : 'heading') ?? [],
    ),
    dependsOn: [],
    extent: at,
  };
}

/** Numbers below such a header are phases only where nothing is called a phase. */
const minorHeader = /milestone|sprint|epic|iteration/i;

function fromTable(table: Table, passage: Passage, reading: Reading): readonly Candidate[] {
  const columns = columnsOf(table);
  const first = columns[0];
  // The number may have a column of its own: `| # | Phase | Status |`.
  const named = (columns[1] === 'phase' || columns[1] === 'stage') && !columns.includes('task');
  const names = new Set(table.rows.map((row) => row.cells[1]?.text));
  const counted = first === 'id' && named && names.size === table.rows.length;
  const titled = columns.indexOf('title') >= 0 ? 'title' : counted ? columns[1] : undefined;
  return table.rows.flatMap((row) => {
    const cell = row.cells[0];
    if (!cell) return [];
    const plain = readInline(cell.text).plain.trim();
    const named =
      readUnitName(plain) ?? (counted && row.cells[1] ? readUnitName(readInline(row.cells[1].text).plain.trim()) : undefined);
    const bare = counted || first === 'phase' || first === 'stage' ? readBareId(plain) : undefined;
    if (!(named && named.lead === '' && (named.strength === 'strong' || named.tail === null)) && !bare) return [];
    if (!named && first === 'phase' && columns.includes('task') && columns.includes('id')) return [];
    const line = { start: row.start, end: row.end };
    const split = splitTitle((named ? named.tail : bare?.tail) ?? null);
    const status = statusCell(row, table, columns);
    const statement = status?.lines[0] ? reading.status(status.text, status.lines[0], 'row') : undefined;
    const depends = cellOf(row, columns, 'depends');
    return [
      {
        kind: named?.kind ?? ((counted ? columns[1] : first) === 'stage' ? 'stage' : 'phase'),
        rank: named?.rank ?? (minorHeader.test(table.header.cells[counted ? 1 : 0]?.text ?? '') ? 'minor' : 'major'),
        strength: 'strong',
        id: named?.id ?? bare?.id ?? '',
        title: split.title ?? (titled ? cellText(cellOf(row, columns, titled)) || null : null),
        estimate: split.estimate ?? (cellText(cellOf(row, columns, 'estimate')) || null),
        form: 'row',
        level: 7,
        at: reading.place(line),
        nameAt: cell.lines[0] ?? line,
        phase: named?.kind === 'stage' || first === 'stage' ? passage.phase : null,
        statuses: [
          ...(statement ? [statement] : []),
          ...split.affixes.flatMap((affix) => reading.status(affix, reading.find(affix, line), 'heading') ?? []),
        ],
        dependsOn: depends?.lines[0] ? readReferences(depends.text, depends.lines[0].start, reading.path) : [],
        extent: line,
      },
    ];
  });
}

/**
 * Nodes of a flowchart that stands in the text itself, as pages copied from a site have it: `P1[Phase 1 — Design]:::done`. The lines
 * after the first blank one look like indented code; they count where a line `flowchart TB` opened the diagram. A fence gives nothing.
 */
function fromDiagram(passage: Passage, outline: Outline, reading: Reading): readonly Candidate[] {
  const { block } = passage;
  const span = block.type === 'fence' ? block.content : block;
  const text = reading.source.text.slice(span.start, Math.min(span.end, span.start + longestDiagram));
  if (!text.includes(']:::') || (block.type === 'fence' && (block.fenced || !opensDiagram(passage, outline)))) return [];
  let start = span.start;
  return text.split('\n').flatMap((words) => {
    const line = { start, end: start + words.length };
    start += words.length + 1;
    const node = /^\s{0,40}\w{1,20}\[([^\]]{1,200})\]:::(\w{1,30})\s{0,4}$/.exec(words);
    const name = node?.[1] ? readUnitName(node[1]) : undefined;
    if (!node?.[2] || !name || name.lead !== '') return [];
    const candidate = simple(name, 'diagram', line, line, passage, reading);
    const status = toStatus(node[2].replace(/^inprog(?:ress)?$/i, 'in progress').replace(/^notstarted$/i, 'not started'));
    const at = reading.place(reading.find(node[2], line));
    return [{ ...candidate, statuses: status ? [{ status, text: node[2], at, form: 'diagram' as const }] : [] }];
  });
}

const longestDiagram = 20_000;

function opensDiagram(passage: Passage, outline: Outline): boolean {
  const before = outline.passages
    .slice(0, outline.passages.indexOf(passage))
    .findLast((other) => other.block.type === 'paragraph');
  return before?.block.type === 'paragraph' && /^(?:flowchart|graph) \w{2}/.test(before.block.text.text);
}

/** A phase that the metadata names: `- Phase Number: 0`, `> **Phase:** 1`. It counts where nothing else defines it. */
function fromFields(outline: Outline, reading: Reading): readonly Candidate[] {
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

function valueOfField(fields: readonly Field[], role: string): string | null {
  const field = fields.find((one) => one.label.topic?.role === role && one.value !== '');
  return field && !isLegend(field.value) ? readInline(field.value.split('\n', 1)[0] ?? '').plain : null;
}

/** A status glyph before the unit's name: `✅ Phase 1`. */
function leadGlyph(text: string): readonly string[] {
  const glyph = /^\s*([\p{Extended_Pictographic}✓✔☑☐]\ufe0f?)/u.exec(text)?.[1];
  return glyph && /[✅✔☑🟢✓🚧🔄🟡⛔🔴⬜☐⏳⏸❌]/u.test(glyph) ? [glyph] : [];
}

/** Where the section of a heading ends: at the next heading that does not stand inside it. */
function endOf(section: Section, outline: Outline, reading: Reading): number {
  let last = section;
  for (let inner = outline.sectionsIn(last).at(-1); inner; inner = outline.sectionsIn(last).at(-1)) last = inner;
  const next = outline.sections[last.number + 1];
  return next?.heading ? next.heading.start : reading.source.text.length;
}
