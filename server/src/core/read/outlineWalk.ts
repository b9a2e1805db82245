import { readInline } from '../markdown.ts';
import type { Span } from '../model.ts';
import type { Block, Heading, Item, Paragraph, Piece, Table } from './blocks.ts';
import {
  acceptedName,
  gate,
  gateInTitle,
  groupsCriteria,
  isAboutAll,
  isPartOfTest,
  staysChecklist,
  staysGate,
  topicOf,
} from './headingTopics.ts';
import { type Label, nextLabel, readLabel } from './label.ts';
import { readPairs } from './metadataTable.ts';
import type { Announced, Context, Field, Outline, Passage, Section } from './outline.ts';
import { dropEnd } from './text.ts';
import { isGateCode, readCodeName, type UnitName } from './unitName.ts';
import { type Topic, topicOfLabel } from './vocabulary.ts';

/** What describes a manual test. */
const ofTest = new Set<Topic['role']>(['command', 'expected', 'result']);

/** Topics that a list follows, as opposed to single values. */
const lists = new Set([
  'gate',
  'scope',
  'tasks',
  'checklist',
  'evidence',
  'deferred',
  'signoff',
  'attempts',
  'decision',
  'reference',
  'depends',
  'git',
  'other',
]);

/** @param path only its words are looked at: a file called `manual-test-checklist.md` is one */
export function toOutline(blocks: readonly Block[], documentTopic: Topic | null, letters = ''): Outline {
  return new Walk(documentTopic, letters).over(blocks);
}

/** Further labels on one line, at most. */
const mostOnLine = 6;

/** Stands for a label that announces nothing. */
const nothing: Announced = { topic: { role: 'other' }, name: '', at: { start: 0, end: 0 }, by: 'label', inherited: false };

class Walk {
  private readonly passages: Passage[] = [];
  private readonly sections: Section[] = [];
  private readonly fields: Field[] = [];
  private section: Section;
  /** The label in force below the heading, and whether a list already followed it. */
  private label: Announced | null = null;
  private consumed = false;
  private gateByLabel = false;
  private readonly ofItem = new Map<Item, Announced | null>();

  constructor(
    documentTopic: Topic | null,
    private readonly letters: string,
  ) {
    const announced: Announced | null = documentTopic && {
      topic: documentTopic,
      name: '',
      at: { start: 0, end: 0 },
      by: 'heading',
      inherited: true,
    };
    this.section = {
      number: 0,
      heading: null,
      level: 0,
      plain: '',
      parent: null,
      announced,
      unit: null,
      phase: null,
      stage: null,
    };
    this.sections.push(this.section);
  }

  over(blocks: readonly Block[]): Outline {
    for (const [number, block] of blocks.entries()) this.see(block, blocks[number + 1]);
    const first = this.sections.find((section) => section.level === 1) ?? this.sections[1];
    return {
      passages: this.passages,
      sections: this.sections,
      fields: this.fields,
      title: first?.plain ?? null,
      fieldsIn: index(this.fields, (field) => field.section),
      fieldsBelow: index(this.fields, (field) => field.parent),
      passagesIn: index(this.passages, (passage) => passage.section),
      passagesBelow: index(this.passages, (passage) => passage.block.parent ?? null),
      sectionsIn: index(this.sections, (section) => section.parent),
    };
  }

  private see(block: Block, next: Block | undefined): void {
    switch (block.type) {
      case 'heading':
        this.heading(block);
        return;
      case 'paragraph':
        this.paragraph(block, next);
        return;
      case 'item':
        this.item(block);
        return;
      case 'rule':
        this.label = null;
        return;
      case 'comment':
        return;
      default:
        this.consumed = true;
        if (block.type === 'table') this.pairs(block);
        this.pass(block, null);
    }
  }

  /** Records where a block stands. Written out: there is one for each line of a plan, and copying parts of an object takes ten times as long. */
  private pass(block: Block, label: Label | null): void {
    const { section } = this;
    const { phase, stage } = section;
    this.passages.push({ block, label, section, announced: this.announcedAt(block.parent), phase, stage });
  }

  /** The rows of a table of metadata say what labels would say. */
  private pairs(block: Table): void {
    for (const pair of readPairs(block)) {
      const { label, value, valueAt, at } = pair;
      this.put({ label, announces: null, value, valueAt, at, item: null, parent: block.parent ?? null });
    }
  }

  private heading(block: Heading): void {
    const plain = readInline(block.text.text).plain.trim();
    const unit = acceptedName(plain) ?? readCodeName(plain, this.letters) ?? null;
    let parent: Section | null = this.section;
    while (parent && parent.level > 0 && !holds(parent, block.level, unit)) parent = parent.parent;
    const named = isGateCode(plain, this.letters)
      ? gate
      : (topicOf(plain, unit) ?? (block.level === 1 ? gateInTitle(plain, unit) : undefined));
    // In a test plan the sections "Verification" and "Tasks" hold tests like the others.
    const around = parent?.announced?.topic;
    const stays =
      (around?.role === 'checklist' && staysChecklist(named, plain)) ||
      (around?.role === 'gate' && staysGate(around.kind, named, plain));
    const own = stays || (named !== undefined && this.groupsOnly(parent, named)) ? undefined : named;
    const inherited = own === undefined && (unit?.strength !== 'strong' || isAboutAll(parent)) ? parent?.announced : null;
    const topic = own ?? (inherited && inherited.topic.role !== 'other' ? inherited.topic : undefined);
    const at = { start: block.start, end: block.end };
    const announced: Announced | null =
      inherited && unit === null && groupsCriteria(parent)
        ? inherited
        : topic
          ? { topic, name: plain, at, by: 'heading', inherited: own === undefined }
          : null;
    this.section = {
      number: this.sections.length,
      heading: block,
      level: block.level,
      plain,
      parent,
      announced,
      unit,
      phase: unit?.kind === 'phase' ? unit.id : (parent?.phase ?? null),
      stage: unit?.kind === 'stage' ? unit.id : unit?.kind === 'phase' ? null : (parent?.stage ?? null),
    };
    this.sections.push(this.section);
    this.label = null;
    this.consumed = false;
    this.gateByLabel = false;
    if (own?.role === 'gate' && announced) this.inHeading(block, unit, announced);
  }

  /** Below "Success criteria" without conditions of its own "Automated verification" is a group of them. */
  private groupsOnly(parent: Section | null, named: Topic): boolean {
    if (named.role !== 'gate' || named.kind !== 'verification' || !groupsCriteria(parent)) return false;
    const start = parent?.heading?.start ?? 0;
    for (let at = this.passages.length - 1; at >= 0; at -= 1) {
      const passage = this.passages[at];
      if (!passage || passage.block.start < start) return true;
      if (passage.section === parent) return false;
    }
    return true;
  }

  /** "Phase 2 gate: 12 boards are cut": what stands behind the name of a gate may be its only condition. */
  private inHeading(block: Heading, unit: UnitName | null, announced: Announced): void {
    const words = block.text.text;
    const from = unit ? words.indexOf(unit.words) + unit.words.length : 0;
    const behind = words.slice(from).replace(/^[\s—–-]{0,9}/, '');
    const label = readLabel(behind);
    const line = block.text.lines[0];
    if (!label?.value || label.topic?.role !== 'gate' || !line) return;
    const valueAt = { start: line.start + words.length - label.value.length, end: line.start + words.length };
    this.put({ label, announces: announced, value: label.value, valueAt, at: announced.at, item: null, parent: null });
  }

  private paragraph(block: Paragraph, next: Block | undefined): void {
    const first = readLabel(firstLine(block.text)) ?? bareLabel(block, next);
    if (!first) {
      if (this.consumed) this.label = null;
      this.pass(block, null);
      return;
    }
    // "Phase 1 is complete when:" below the heading "Exit criteria" introduces the same list, it does not announce another.
    const intro = first.value === '' && !first.alone && !block.text.text.startsWith('**') && first.topic?.role === 'gate';
    const { announced } = this.section;
    if (intro && !this.consumed && !this.label && announced?.topic.role === 'gate' && !announced.inherited) {
      this.pass(block, null);
      return;
    }
    // Metadata often stands as one label a line; a line without a label belongs to the value above it.
    let last: Announced | null = null;
    let label = first;
    for (const [number, text] of linesOf(block.text).entries()) {
      const here = number === 0 ? first : readLabel(text);
      const line = block.text.lines[number];
      if (!here || !line) continue;
      last = this.field(here, line, block, null);
      label = here;
    }
    const opensList = label.value === '' || /[:：]\s*$/.test(label.value);
    if (opensList) {
      // Once a label of this section announced the gate, another label is about something else ("What triggers a re-run").
      this.label = last ?? (this.gateByLabel ? nothing : null);
      this.consumed = false;
      if (last?.topic.role === 'gate') this.gateByLabel = true;
    } else if (this.consumed) this.label = null;
    this.pass(block, first);
  }

  private item(block: Item): void {
    this.endsFiles(block);
    const announced = this.announcedAt(block.parent);
    const label = readLabel(firstLine(block.text));
    const role = label?.topic?.role;
    // The bold words of a numbered step ("3. **Approval gates**", "5. **Retry gate** - run it again") name the step.
    const names =
      block.ordinal !== null &&
      (label?.alone || (role === 'gate' && announced?.topic.role !== 'scope' && block.text.text.startsWith('**')));
    const isField =
      label &&
      !names &&
      (block.box === null || role === 'expected' || role === 'note' || role === 'result') &&
      !(role === 'gate' && announced?.topic.role === 'gate') &&
      !(announced?.topic.role === 'checklist' && staysChecklist(label.topic));
    if (isField) {
      const line = block.text.lines[0] ?? block;
      const announces = this.field(label, { start: line.start, end: block.text.lines.at(-1)?.end ?? line.end }, block, block);
      this.ofItem.set(block, announces ?? announced);
    } else {
      this.ofItem.set(block, announced);
      this.details(block);
    }
    this.consumed = true;
    this.pass(block, label ?? null);
  }

  /** Boxes behind the bullets of a list of files are no files: "- Modify: `a.ts`", "- [ ] Write the test". */
  private endsFiles(block: Item): void {
    if (this.label?.topic.role !== 'scope' || !block.box || block.depth > 0) return;
    const before = this.passages.at(-1);
    if (before?.announced === this.label && before.block.type === 'item' && !before.block.box) this.label = null;
  }

  /** Lines of an item that describe a manual test without bullets of their own: `Command: …`, `Expected: …`. */
  private details(block: Item): void {
    if (block.text.lines.length === 1) return;
    for (const [index, text] of block.text.text.split('\n').entries()) {
      const line = block.text.lines[index];
      const label = index > 0 ? readLabel(text) : undefined;
      if (!line || !label?.topic || !ofTest.has(label.topic.role)) continue;
      const valueAt = { start: line.start + label.valueAt.start, end: line.end };
      this.put(
        { label, announces: null, value: label.value, valueAt, at: line, item: null, parent: block },
        block.parent ?? null,
      );
    }
  }

  /** Records a label and returns what it announces for the list that follows it. */
  private field(label: Label, line: Span, block: Paragraph | Item, item: Item | null, earlier = 0): Announced | null {
    const topic = label.topic;
    const announces: Announced | null =
      topic && lists.has(topic.role) && !(this.announcedAt(block.parent)?.topic.role === 'checklist' && isPartOfTest(topic))
        ? {
            topic,
            name: label.name,
            at: { start: block.type === 'item' ? block.start : line.start, end: line.end },
            by: item ? 'item' : 'label',
            inherited: false,
          }
        : null;
    const start = line.start + label.valueAt.start;
    const next = earlier < mostOnLine ? nextLabel(label.value) : undefined;
    const own = next && dropEnd(label.value.slice(0, next.index), /[\s|·•;—–-]/);
    const valueAt = { start, end: own === undefined ? line.end : start + own.length };
    const value = own ?? (item ? label.value + block.text.text.slice(firstLine(block.text).length) : label.value);
    this.put({ label, announces, value, valueAt, at: line, item, parent: block.parent ?? null });
    if (next) this.field(next.label, { start: start + next.index, end: line.end }, block, item, earlier + 1);
    return announces;
  }

  /** Records a label. @param inside the item that it stands in, where its parent is what it describes */
  private put(field: Omit<Field, keyof Context>, inside = field.parent): void {
    const { label, announces, value, valueAt, at, item, parent } = field;
    const { section } = this;
    const { phase, stage } = section;
    const announced = this.announcedAt(inside);
    this.fields.push({ label, announces, value, valueAt, at, item, parent, section, announced, phase, stage });
  }

  /** What the blocks in an item, or those of the section, are announced as. */
  private announcedAt(parent: Item | null | undefined): Announced | null {
    return (parent && this.ofItem.get(parent)) ?? this.label ?? this.section.announced;
  }
}

/** A look-up by key, made when it is first asked for. */
function index<K, T>(list: readonly T[], keyOf: (one: T) => K | null): (key: K) => readonly T[] {
  let map: Map<K, T[]> | undefined;
  return (key) => {
    if (!map) {
      map = new Map();
      for (const one of list) {
        const own = keyOf(one);
        if (own === null) continue;
        const known = map.get(own);
        if (known) known.push(one);
        else map.set(own, [one]);
      }
    }
    return map.get(key) ?? [];
  };
}

/** Whether a section holds a heading of this level. A stage may stand at the level of its phase. */
function holds(section: Section, level: number, unit: UnitName | null): boolean {
  if (section.level < level) return true;
  return section.level === level && unit?.kind === 'stage' && section.unit?.kind === 'phase';
}

/** The name of a gate on a line of its own with its list below, without a colon: `Done when`. */
function bareLabel({ text, end }: Paragraph, next: Block | undefined): Label | undefined {
  if (next?.type !== 'item' || text.lines.length > 1 || next.start - end > nearby) return undefined;
  const topic = topicOfLabel(text.text);
  const at = text.text.length;
  return topic?.role === 'gate'
    ? { name: text.text, value: '', valueAt: { start: at, end: at }, topic, alone: false }
    : undefined;
}

/** Characters between a line and the list below it: one empty line, whichever way lines end. */
const nearby = 4;

function linesOf(piece: Piece): readonly string[] {
  return piece.lines.length === 1 ? [piece.text] : piece.text.split('\n');
}

function firstLine(piece: Piece): string {
  return piece.lines.length === 1 ? piece.text : piece.text.slice(0, piece.text.indexOf('\n'));
}
