import { readInline } from '../markdown.ts';
import type { CheckItem, CheckResult, Span } from '../model.ts';
import type { Item, Table } from './blocks.ts';
import { codeOf, commandIn, descendants, expectedText, fencedCommand, headOf, shellFence } from './checkParts.ts';
import { cellOf, cellText, columnsOf } from './columns.ts';
import { markOf, oneLine, spanOver } from './gates.ts';
import type { Context, Field, Outline, Passage, Section } from './outline.ts';
import type { Reading } from './reading.ts';
import { splitId } from './tasks.ts';
import { onOneLine } from './text.ts';
import { normalLabel, plainSpaces, topicOfLabel } from './vocabulary.ts';

/** The manual tests of a document, and which list items they are made of (those are neither tasks nor gate items). */
export interface Checklist {
  readonly items: readonly CheckItem[];
  readonly taken: ReadonlySet<Item>;
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
  const taken = new Set<Item>();
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
      for (const item of fromTable(block, passage, reading)) items.push(item);
    }
    if (block.type !== 'item' || taken.has(block) || isDetail(passage)) continue;
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

/**
 * Outside a checklist an item is a manual test when both its command and its expectation stand below it, or one of them in a section about
 * tests; a task may well have a line `Run:` or `Expected outcome:` and remain a task.
 */
function isDescribed(fields: readonly Field[], passage: Passage): boolean {
  const roles = new Set(fields.map((field) => field.label.topic?.role));
  const [command, expected] = [roles.has('command'), roles.has('expected')];
  return (
    (command && expected) ||
    ((command || expected) &&
      /\b(?:tests?|testing|manual|qa|uat|smoke|gate|verif\w+|check(?:s|list)?)\b/i.test(passage.section.plain))
  );
}

/** Sections that are one test each: their outermost boxes are steps with expectations among them. */
function testSections(listed: readonly Passage[]): readonly Section[] {
  const expecting = (passage: Passage) => passage.label?.topic?.role === 'expected';
  const steps = listed.filter((passage) => passage.block.type === 'item' && passage.block.depth === 0);
  const any = steps.some((passage) => expecting(passage) && passage.section.heading !== null);
  if (!any) return [];
  // Where steps are numbered or ticked, plain bullets explain something.
  const isStep = (passage: Passage) => isStepBox(passage) || isNumbered(passage) || expecting(passage);
  const marked = steps.some((passage) => isStepBox(passage) || isNumbered(passage));
  const sections = new Set(steps.filter((passage) => !marked || isStep(passage)).map(({ section }) => section));
  return [...sections].filter((section) => section.heading !== null && !isAboutTests(section));
}

/** In a test plan a section whose own sections are called "Steps" and "Expected result" is one test. */
function isPartedTest(section: Section, outline: Outline): boolean {
  const inPlan = section.announced?.topic.role === 'checklist' && section.heading !== null;
  return inPlan && (hasParts(section, outline) || isNumberedTest(section, outline)) && !isAboutTests(section);
}

/** A section called "Scenario 2: …" or "TC-04 …" in which nothing is ticked is one test, however it is told. */
function isNumberedTest(section: Section, outline: Outline): boolean {
  if (!testName.test(section.plain)) return false;
  const passages = outline.passagesIn(section);
  const inside = passages.length + outline.sectionsIn(section).length;
  return inside > 0 && !passages.some(({ block }) => block.type === 'table' || (block.type === 'item' && block.box));
}

const testName = /^\W{0,6}(?:test(?: case)?|scenario|case|tc|uat|st)[ -]?#?\d{1,3}(?:[.-]\d{1,3}){0,3}[a-z]?\b/i;

function hasParts(section: Section, outline: Outline): boolean {
  return outline.sectionsIn(section).some(({ plain }) => topicOfLabel(plain)?.role === 'expected' || stepsName.test(plain));
}

const stepsName = /^\W{0,6}(?:test )?(?:steps|procedure|actions|steps to (?:test|reproduce|verify))\W{0,6}$/i;

/** The sections inside a section, to any depth. */
function partsOf(section: Section, outline: Outline): readonly Section[] {
  return outline.sectionsIn(section).flatMap((inner) => [inner, ...partsOf(inner, outline)]);
}

/** What stands below the heading "Expected result": its words, or what a fence shows. */
function expectedBelow(section: Section, outline: Outline, reading: Reading): readonly string[] {
  const part = outline.sectionsIn(section).find(({ plain }) => topicOfLabel(plain)?.role === 'expected');
  const passages = part ? outline.passagesIn(part).slice(0, mostExpected) : [];
  return passages.flatMap(({ block }) => {
    if (block.type === 'fence') return reading.source.text.slice(block.content.start, block.content.end).trim();
    return block.type === 'item' || block.type === 'paragraph' ? oneLine(block.text) : [];
  });
}

/** Lines below "Expected result" that are looked at, at most. */
const mostExpected = 40;

/** A section that says below its heading what to expect, and in a test plan or beside a result: `expected: …`, `result: pass`. */
function isLabelledTest(section: Section, outline: Outline): boolean {
  const roles = new Set(ownFields(section, outline).map(({ label }) => label.topic?.role));
  if (!section.heading || section.level < 2 || isAboutTests(section)) return false;
  const inPlan = section.announced?.topic.role === 'checklist';
  if (!roles.has('expected')) return inPlan && roles.has('gate') && shellFence(outline.passagesIn(section)) !== undefined;
  if (roles.has('result') || inPlan) return true;
  return section.announced === null && shellFence(outline.passagesIn(section)) !== undefined;
}

/** A box that is ticked when a step is done; `PASS` and `FAIL` are the outcome of the whole. */
function isStepBox({ block }: Passage): boolean {
  return block.type === 'item' && block.box !== null && !outcomeWord.test(readInline(block.text.text).plain.trim());
}

const outcomeWord = /^\W*(?:pass(?:ed)?|fail(?:ed)?|skip(?:ped)?|blocked|n\/a|go|no-?go|yes|no|ok)\W*$/i;

function isNumbered({ block }: Passage): boolean {
  return block.type === 'item' && block.ordinal !== null;
}

/** Sections of a test plan that speak of the tests and are none: how to report, what was noted. */
function isAboutTests(section: Section): boolean {
  for (let at: Section | null = section; at; at = at.parent) if (aboutTests.test(at.plain.slice(0, 80))) return true;
  return false;
}

const aboutTests =
  /^\W{0,9}(?:(?:general |test |testing )?(?:notes?|instructions?|summary|legend|conventions?|overview)\W{0,9}$|(?:\d{1,3}[.)] )?(?:test )?(?:set-?up|clean-?up|tear-?down|environment|prerequisites?|pre-?conditions?)\W{0,9}$|(?:test )?(?:data|accounts?|users?)(?: conventions?| set-?up)?\W{0,9}$|(?:known|common) (?:issues|limitations|problems)\b|(?:test )?(?:results?|objectives?|goals?|scope|tools?)\W{0,9}$|how to\b|(?:bug|issue|defect) (?:report|log))|\btemplates?\W{0,9}$|\[(?:title|name|description)\]/i;

function fromSection(section: Section, inside: readonly Passage[], outline: Outline, reading: Reading): CheckItem {
  const blocks = inside.flatMap(({ block }) => (block.type === 'item' ? [block] : []));
  const fields = inside.flatMap(({ block }) => (block.type === 'item' ? outline.fieldsBelow(block) : []));
  const expected = [
    ...inside.filter((passage) => passage.label?.topic?.role === 'expected').map((passage) => passage.label?.value ?? ''),
    ...[...fields, ...ownFields(section, outline)]
      .filter((field) => field.label.topic?.role === 'expected')
      .map((field) => field.value),
    ...expectedBelow(section, outline, reading),
  ];
  const parts = [section, ...outline.sectionsIn(section)].flatMap((part) => outline.passagesIn(part));
  const command = blocks.flatMap((block) => commandIn(block) ?? [])[0] ?? fencedCommand(parts, reading);
  const heading = section.heading as NonNullable<Section['heading']>;
  const boxes = blocks.filter((block) => block.box);
  const done = boxes.length > 0 && boxes.every((block) => markOf(block) === 'done');
  const { id, title } = splitId(section.plain.replace(/^\d{1,3}[.)]\s{1,9}(?=\S)/, ''));
  return {
    id,
    title,
    command: command?.text ?? null,
    commandAt: command?.at ?? null,
    expected: expected.length > 0 ? expected.map((text) => readInline(text).plain).join('; ') : null,
    expectedAt: null,
    ...resultOf([...fields, ...ownFields(section, outline)], reading),
    form: 'section',
    at: reading.place(heading),
    extent: spanOver([heading, ...blocks]),
    mark: boxes.length === 0 ? null : done ? 'done' : 'open',
    markAt: null,
    phase: section.phase,
    stage: section.stage,
  };
}

function fromItem(item: Item, passage: Passage, fields: readonly Field[], outline: Outline, reading: Reading): CheckItem {
  const role = (name: string) => fields.find((field) => field.label.topic?.role === name);
  const lines = headOf(item, fields);
  const text = onOneLine(lines);
  const arrow = expectationBehind(plainSpaces(text));
  const commandField = role('command');
  const command = commandField
    ? codeOf(commandField.value, commandField.valueAt, commandField.item?.text.lines)
    : (commandIn(item, lines) ?? fencedCommand(outline.passagesBelow(item), reading));
  const expectedField = role('expected');
  const below = descendants(item, outline);
  const { id, title } = splitId(arrow ? text.slice(0, arrow.index) : text);
  return {
    id,
    title: title.replace(/[:：]$/, '').trimEnd(),
    command: command?.text ?? null,
    commandAt: command?.at ?? null,
    expected: expectedField ? expectedText(expectedField.value) : (arrow?.words ?? null),
    expectedAt: expectedField ? expectedField.valueAt : null,
    ...resultOf(fields, reading),
    form: 'item',
    at: reading.place({ start: item.start, end: item.text.lines[0]?.end ?? item.end }),
    extent: spanOver([item, ...below]),
    mark: markOf(item),
    markAt: item.box?.at ?? null,
    phase: passage.phase,
    stage: passage.stage,
  };
}

function fromTable(table: Table, passage: Context, reading: Reading): readonly CheckItem[] {
  const columns = columnsOf(table);
  if (!columns.includes('expected')) return [];
  return table.rows.flatMap((row) => {
    const title = cellText(
      cellOf(row, columns, 'title', 'task', 'item') ?? row.cells.find((_, index) => columns[index] === 'other'),
    );
    const id = cellText(cellOf(row, columns, 'id'));
    if (title === '' && id === '') return [];
    const command = cellOf(row, columns, 'command');
    const expected = cellOf(row, columns, 'expected');
    const result = cellOf(row, columns, 'result', 'status');
    const resultCell = row.cells[columns.indexOf('result')];
    const span = { start: row.start, end: row.end };
    return [
      {
        id: id === '' ? null : id,
        title: title === '' ? id : title,
        command: command ? cellText(command) || null : null,
        commandAt: command?.lines[0] ?? null,
        expected: expected ? cellText(expected) || null : null,
        expectedAt: row.cells[columns.indexOf('expected')]?.lines[0] ?? null,
        result: result?.lines[0] ? outcomeOf(cellText(result), result.lines[0], reading) : null,
        resultAt: resultCell?.lines[0] ?? null,
        form: 'row' as const,
        at: reading.place(span),
        extent: span,
        mark: null,
        markAt: null,
        phase: passage.phase,
        stage: passage.stage,
      },
    ];
  });
}

/** `Result: pass (2026-03-01, Ada): took 3 s`. */
function resultOf(fields: readonly Field[], reading: Reading): { result: CheckResult | null; resultAt: Span | null } {
  const field = fields.findLast((one) => one.label.topic?.role === 'result');
  if (!field) return { result: null, resultAt: null };
  return { result: outcomeOf(field.value, field.valueAt, reading), resultAt: field.valueAt };
}

/** Labels that stand directly in the section of a test. */
function ownFields(section: Section, outline: Outline): readonly Field[] {
  return outline.fieldsIn(section).filter((field) => !field.parent);
}

function outcomeOf(value: string, at: Span, reading: Reading): CheckResult | null {
  const plain = readInline(value).plain.trim();
  const match = /^\W*(pass(?:ed)?|ok|fail(?:ed)?|skip(?:ped)?|blocked)\b(?!\s*[/|])(?:\s*\([^)]{0,120}\))?[^\p{L}\d]*/iu.exec(
    plain,
  );
  const word = match?.[1]?.toLowerCase();
  if (!word || !match) return null;
  const outcome =
    word.startsWith('pass') || word === 'ok'
      ? 'pass'
      : word.startsWith('fail')
        ? 'fail'
        : word.startsWith('skip')
          ? 'skip'
          : 'blocked';
  const note = plain.slice(match[0].length).trim();
  return { outcome, note: note === '' ? null : note, at: reading.place(at) };
}

/** What an arrow points to: `GET /health → 200`. */
function expectationBehind(text: string): { words: string; index: number } | undefined {
  const arrow = /\s(?:->|→|=>)\s/.exec(text);
  const words = arrow ? text.slice(arrow.index + arrow[0].length).trimStart() : '';
  return arrow && words !== '' ? { words, index: arrow.index } : undefined;
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
