import type { StatusStatement } from '../model.ts';
import { type Candidate, remote, valueOfField } from './candidate.ts';
import type { Outline, Section } from './outline.ts';
import type { Reading } from './reading.ts';
import { readReferences } from './references.ts';
import { splitTitle } from './splitTitle.ts';
import { isStatusWords } from './status.ts';

/** The unit that a heading names, with what its section says of it. */
export function fromHeading(section: Section, outline: Outline, reading: Reading): Candidate | undefined {
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
  const { kind, rank, strength, id, lead } = unit;
  return {
    kind,
    rank,
    strength,
    lead,
    id,
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
