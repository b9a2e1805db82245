import { lineText } from '../fixes/lines.ts';
import type { DocumentFacts, Plan, Unit } from '../model.ts';
import type { Project } from '../project.ts';
import { readBlocks } from '../read/blocks.ts';
import type { Block, Heading, Item, Paragraph } from '../read/blockTypes.ts';
import { readLabel } from '../read/label.ts';
import { keyOf, readUnitName } from '../read/unitName.ts';
import { type Topic, topicOfHeading } from '../read/vocabulary.ts';
import { lineAt, type Source } from '../source.ts';
import { freshLine } from './freshLine.ts';
import { firstTaskId, type NewPhase, plannedWord } from './newPhase.ts';

/** The lines of a section for a new phase: the headings and labels of another one, with words that say what is to be written. */
export function newSection(
  project: Project,
  plan: Plan,
  source: Source,
  facts: DocumentFacts,
  unit: Unit,
  phase: NewPhase,
): readonly string[] {
  const blocks = readBlocks(source).filter((block) => block.start >= unit.at.start && block.end <= unit.extent.end);
  const isCommon = commonForms(project, plan, unit);
  const own = untilNextUnit(blocks, facts, unit, isCommon);
  const status = plannedWord(facts, unit, plan);
  const task = firstTaskId(project, plan, phase, facts);
  const lines: string[] = [];
  let topic: Topic | undefined;
  let filled = false;
  let kept: Item | undefined;
  const apart = () => {
    if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
  };
  for (const [index, block] of own.entries()) {
    const line = lineText(source, lineAt(source, block.start));
    if (block.type === 'heading') {
      apart();
      lines.push(index === 0 ? freshLine(line, unit.title, phase) : freshLine(line, null, phase));
      topic = index === 0 ? undefined : topicOfHeading(block.text.text);
      [filled, kept] = [false, undefined];
      if (index > 0) lines.push('');
    } else if (block.type === 'paragraph' || block.type === 'item') {
      const work: Topic | undefined = block.type === 'item' && block.box ? { role: 'tasks' } : undefined;
      const text = textOf(block, topic ?? work, { status, task, phase, isCommon });
      const lead = line.slice(0, line.length - line.trimStart().length) + markerOf(line, block);
      if (block.type === 'item' && block.depth > 0) {
        if (text.labelled && block.parent === kept && text.detail) lines.push(lead + text.words);
      } else if (text.labelled || !filled) {
        if (block.type === 'paragraph' || lines.at(-1)?.startsWith('#')) apart();
        lines.push(lead + text.words);
        if (!text.labelled) filled = true;
        kept = block.type === 'item' ? block : undefined;
      }
    } else if (block.type === 'table' && !filled) {
      apart();
      const header = lineAt(source, block.header.start);
      lines.push(lineText(source, header), lineText(source, header + 1), `|${' TBD |'.repeat(block.header.cells.length)}`);
      filled = true;
    }
  }
  apart();
  if (own.at(-1)?.type === 'rule') lines.push(lineText(source, lineAt(source, own.at(-1)?.start ?? 0)), '');
  return lines.map((line) => line.trimEnd());
}

/** The blocks up to the first heading of another phase; stages are left out, and what only this phase has. */
function untilNextUnit(
  blocks: readonly Block[],
  facts: DocumentFacts,
  unit: Unit,
  isCommon: (words: string) => boolean,
): readonly Block[] {
  const others = new Set(facts.phases.filter((one) => one !== unit && one.form === 'heading').map(({ at }) => at.start));
  const end = blocks.findIndex((block) => others.has(block.start));
  let hidden = 7;
  return (end < 0 ? blocks : blocks.slice(0, end)).filter((block, index) => {
    if (block.type !== 'heading' || index === 0) return hidden === 7 || block.type === 'rule';
    if (block.level <= hidden)
      hidden = isStage(block) || !(topicOfHeading(block.text.text) || isCommon(block.text.text)) ? block.level : 7;
    return hidden === 7;
  });
}

function isStage({ text }: Heading): boolean {
  const name = readUnitName(text.text);
  return name?.lead === '' && name.kind === 'stage';
}

/** Tells which headings and labels stand in the sections of other phases too; with no other phase nothing does. */
function commonForms(project: Project, plan: Plan, unit: Unit): (words: string) => boolean {
  const forms = new Set<string>();
  let looked = 0;
  for (const path of plan.documents) {
    const source = project.sources.get(path);
    const others = project.facts(path)?.phases.filter((one) => one.form === 'heading' && keyOf(one.id) !== keyOf(unit.id)) ?? [];
    if (!source || others.length === 0 || looked >= mostLooked) continue;
    looked += 1;
    for (const block of readBlocks(source)) {
      if (!others.some(({ at, extent }) => at.start < block.start && block.end <= extent.end)) continue;
      if (block.type === 'heading') forms.add(formOf(block.text.text));
      const label =
        block.type === 'paragraph' || block.type === 'item' ? readLabel(block.text.text.split('\n', 1)[0] ?? '') : undefined;
      if (label) forms.add(formOf(label.name));
    }
  }
  return (words) => forms.has(formOf(words));
}

/** Documents that are compared, at most. */
const mostLooked = 12;

function formOf(words: string): string {
  return words.toLowerCase().replace(/\d+/g, '#').trim();
}

/** The marker and open box of an item. */
function markerOf(line: string, block: Item | Paragraph): string {
  if (block.type === 'paragraph') return '';
  const [, marker = '- ', box = ''] = /^\s*((?:[-*+]|\d{1,4}[.)])[ \t]+)(\[[^\]]?\][ \t]+)?/.exec(line) ?? [];
  return marker.replace(/\d+/, '1') + (box === '' ? '' : '[ ] ');
}

interface Words {
  readonly status: string | null;
  readonly task: string | undefined;
  readonly phase: NewPhase;
  readonly isCommon: (words: string) => boolean;
}

/** What a line says of the new phase: the value of a label, or words to be replaced. */
function textOf(block: Item | Paragraph, topic: Topic | undefined, words: Words) {
  const first = block.text.text.split('\n', 1)[0] ?? '';
  const found = readLabel(first);
  // "Gen 1: relays" is the content of one phase, "Goal: …" is what all of them say.
  const label = found && (found.topic || words.isCommon(found.name)) ? found : undefined;
  if (!label || label.alone) {
    if (label?.alone) return { words: first, labelled: true, detail: false };
    return { words: blankFor(topic, words), labelled: false, detail: false };
  }
  // Nobody has signed yet.
  const value = label.value === '' || topic?.role === 'signoff' ? '' : valueFor(label.topic, words);
  const detail = label.topic?.role === 'command' || label.topic?.role === 'expected';
  return { words: first.slice(0, label.valueAt.start) + value, labelled: true, detail };
}

function valueFor(topic: Topic | undefined, words: Words): string {
  const { status, phase } = words;
  switch (topic?.role) {
    case 'status':
      return status ?? 'Not Started';
    case 'depends':
      return phase.after === null ? 'none' : `Phase ${phase.after}`;
    case 'phase-number':
      return phase.id;
    case 'phase-name':
      return phase.title;
    default:
      return blankFor(topic, words);
  }
}

/** Words that a person is to replace. */
function blankFor(topic: Topic | undefined, { task }: Words): string {
  switch (topic?.role) {
    case 'gate':
      return 'TBD: what anybody can see once this phase is through';
    case 'tasks':
      return `${task === undefined ? '' : `${task} `}First piece of work`;
    case 'scope':
      return topic.mode === 'in' ? 'TBD: the paths this phase may change' : 'TBD: the paths this phase leaves alone';
    case 'deferred':
      return '*(none)*';
    case 'checklist':
      return 'TBD: what a person tries';
    default:
      return 'TBD';
  }
}
