import { readInline } from '../markdown.ts';
import type { CheckItem } from '../model.ts';
import type { Item, Table } from './blocks.ts';
import { fromItem, fromSection, fromTable } from './checkItems.ts';
import { columnsOf } from './columns.ts';
import type { Field, Outline, Passage, Section } from './outline.ts';
import type { Reading } from './reading.ts';
import { isAboutTests, isLabelledTest, isNumbered, isPartedTest, outcomeWord, partsOf, testSections } from './testSections.ts';
import { normalLabel } from './vocabulary.ts';

/** The manual tests of a document, and which list items and tables they are made of (those are neither tasks nor gate items). */
export interface Checklist {
  readonly items: readonly CheckItem[];
  readonly taken: ReadonlySet<Item | Table>;
}

/**
 * Manual tests in the shapes people use: an item with `Command:` and `Expected:` below it; the boxes of a section or document that is
 * called a manual checklist or test plan; there, a section whose boxes are steps and expectations is one test; table rows with an
 * Expected column.
 */
export function readChecklist(outline: Outline, reading: Reading): Checklist {
  const listed = outline.passages.filter((passage) => passage.announced?.topic.role === 'checklist');
  const sectioned = new Set([...testSections(listed), ...outline.sections.filter((section) => isPartedTest(section, outline))]);
  const items: CheckItem[] = [];
  const taken = new Set<Item | Table>();
  const labelled = outline.sections.filter((section) => !sectioned.has(section) && isLabelledTest(section, outline));
  for (const section of labelled) {
    const inside = outline.passagesIn(section).filter(({ block }) => block.type === 'item');
    items.push(fromSection(section, inside, outline, reading));
    for (const { block } of inside) if (block.type === 'item') taken.add(block);
  }
  for (const section of sectioned) {
    const inside = [section, ...(isPartedTest(section, outline) ? partsOf(section, outline) : [])]
      .flatMap((part) => outline.passagesIn(part))
      .filter((passage) => passage.block.type === 'item' && passage.announced?.topic.role === 'checklist');
    items.push(fromSection(section, inside, outline, reading));
    for (const { block } of inside) if (block.type === 'item') taken.add(block);
  }
  // Where tests are ticked, are sections or stand in tables, bullets explain something.
  const boxed =
    sectioned.size > 0 ||
    listed.some(({ block }) =>
      block.type === 'table' ? columnsOf(block).includes('expected') : block.type === 'item' && block.box,
    );
  const numbered = new Set(listed.filter(isNumbered).map(({ section }) => section));
  for (const passage of outline.passages) {
    const { block } = passage;
    if (block.type === 'table' && (passage.announced?.topic.role === 'checklist' || columnsOf(block).includes('command'))) {
      const rows = fromTable(block, passage, reading);
      for (const item of rows) items.push(item);
      if (rows.length > 0) taken.add(block);
    }
    if (block.type !== 'item' || block.text.text === '' || taken.has(block) || isDetail(passage)) continue;
    const own = outline.fieldsBelow(block);
    const inList =
      passage.announced?.topic.role === 'checklist' &&
      (block.box !== null
        ? !outcomeWord.test(readInline(block.text.text).plain.trim())
        : !boxed && block.depth === 0 && isProbe(passage, numbered.has(passage.section)) && !isAboutTests(passage.section));
    const reference = passage.announced?.topic.role === 'reference' || passage.announced?.topic.role === 'git';
    if (!inList && (reference || !isDescribed(own, passage))) continue;
    items.push(fromItem(block, passage, own, outline, reading));
    taken.add(block);
  }
  return { items: items.sort((a, b) => a.at.start - b.at.start), taken };
}

/** An outline without the items of manual tests and what stands below them: a test's `Expected:` is no condition of a gate. */
export function withoutTests(outline: Outline, { taken }: Checklist): Outline {
  if (taken.size === 0) return outline;
  const isTaken = (block: Item | Table | undefined): boolean =>
    block !== undefined && (taken.has(block) || isTaken(block.parent));
  const passages = outline.passages.filter(
    ({ block }) => !isTaken(block.type === 'item' || block.type === 'table' ? block : block.parent),
  );
  return { ...outline, passages };
}

/**
 * Outside a checklist an item is a manual test when both its command and its expectation stand below it, or one of them in a section about
 * tests; a task may well have a line `Run:` or `Expected outcome:` and remain a task.
 */
function isDescribed(fields: readonly Field[], passage: Passage): boolean {
  if (fields.length === 0) return false;
  const command = fields.some((field) => field.label.topic?.role === 'command');
  const expected = fields.some((field) => field.label.topic?.role === 'expected');
  return (
    (command && expected) ||
    ((command || expected) &&
      /\b(?:tests?|testing|manual|qa|uat|smoke|gate|verif\w+|check(?:s|list)?)\b/i.test(passage.section.plain))
  );
}

/** A line that is itself `Command:`, `Expected:` … belongs to the item above it. */
function isDetail(passage: Passage): boolean {
  const role = passage.label?.topic?.role;
  return (
    passage.block.type === 'item' &&
    passage.block.parent !== undefined &&
    (role === 'command' || role === 'expected' || role === 'result' || role === 'note')
  );
}

/**
 * A bullet without a box that still says what to do and what comes back: it has a command, a URL or an arrow. Where the tests of a
 * section are numbered, a bullet is a step of one.
 */
function isProbe({ block, label, announced, section }: Passage, numbered: boolean): boolean {
  if (block.type !== 'item') return false;
  if (numbered) return block.ordinal !== null;
  if (/->|→|=>|`|https?:\/\//.test(block.text.text) || block.ordinal !== null) return true;
  if (announced?.inherited === false && doneByHand.test(normalLabel(announced.name))) return label?.topic?.role !== 'note';
  if (isChecklist(section)) return label?.topic?.role !== 'note';
  const titled = label !== null && label.value !== '' && (!label.topic || label.topic.role === 'gate');
  return titled && block.text.text.startsWith('**') && byHand.test(announced?.name ?? '');
}

/** Whether a section stands below a heading that calls itself a checklist of tests. */
function isChecklist(section: Section): boolean {
  for (let at: Section | null = section; at; at = at.parent) {
    const { announced } = at;
    if (announced && !announced.inherited) return announced.topic.role === 'checklist' && /\bchecklist\b/i.test(announced.name);
  }
  return false;
}

/** Names of lists whose bullets are tests each, not a strategy ("Test plan"). */
const byHand = /\b(?:manual|human|smoke|uat)\b/i;
/** Names of lists in which any bullet is a test. */
const doneByHand =
  /^(?:manual|human|smoke|hands-on) ?(?:tests?|testing|verification|validation|checks?|qa|smoke)?(?: (?:steps?|checklist|tests?|cases?|scenarios?|list|items?))?$/;
