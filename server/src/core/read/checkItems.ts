import { readInline } from '../markdown.ts';
import type { CheckItem } from '../model.ts';
import type { Item, Piece, Table } from './blocks.ts';
import { codeOf, commandIn, descendants, expectedText, fencedCommand, headOf } from './checkParts.ts';
import { cellOf, cellText, columnsOf } from './columns.ts';
import { markOf, oneLine, spanOver } from './gates.ts';
import type { Context, Field, Outline, Passage, Section } from './outline.ts';
import type { Reading } from './reading.ts';
import { recordedAt, resultOf } from './recorded.ts';
import { splitId } from './tasks.ts';
import { ownFields } from './testSections.ts';
import { onOneLine } from './text.ts';
import { plainSpaces, topicOfLabel } from './vocabulary.ts';

/** What to expect: without markup, as a reader sees it, and as it is written. */
interface Expected {
  readonly plain: string;
  readonly markup: string;
}

function inWords(text: string): Expected {
  return { plain: expectedText(text) ?? '', markup: text };
}

/** What stands below the heading "Expected result" or below the label `Expected:`: its words, or what a fence shows. */
function expectedIn(passages: readonly Passage[], reading: Reading): readonly Expected[] {
  return passages.slice(0, mostExpected).flatMap(({ block }) => {
    if (block.type === 'item' || block.type === 'paragraph') return inWords(oneLine(block.text));
    if (block.type !== 'fence') return [];
    const plain = reading.source.text.slice(block.content.start, block.content.end).trim();
    const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([ticks]) => ticks.length));
    const ticks = '`'.repeat(longest + 1);
    return { plain, markup: `${ticks} ${plain} ${ticks}` };
  });
}

function expectedBelow(section: Section, outline: Outline, reading: Reading): readonly Expected[] {
  const part = outline.sectionsIn(section).find(({ plain }) => topicOfLabel(plain)?.role === 'expected');
  return part ? expectedIn(outline.passagesIn(part), reading) : [];
}

/** Several expectations as one text each way; null where there is none. */
function together(expected: readonly Expected[]): Pick<CheckItem, 'expected' | 'expectedMarkup'> {
  const some = expected.filter(({ plain }) => plain !== '');
  if (some.length === 0) return { expected: null, expectedMarkup: null };
  return { expected: some.map(({ plain }) => plain).join('; '), expectedMarkup: some.map(({ markup }) => markup).join('\n') };
}

/** Lines below "Expected result" that are looked at, at most. */
const mostExpected = 40;

/** A section that is one test. */
export function fromSection(section: Section, inside: readonly Passage[], outline: Outline, reading: Reading): CheckItem {
  const blocks = inside.flatMap(({ block }) => (block.type === 'item' ? [block] : []));
  const fields = inside.flatMap(({ block }) => (block.type === 'item' ? outline.fieldsBelow(block) : []));
  const expected = [
    ...inside
      .filter((passage) => passage.label?.topic?.role === 'expected')
      .map((passage) => inWords(passage.label?.value ?? '')),
    ...[...fields, ...ownFields(section, outline)]
      .filter((field) => field.label.topic?.role === 'expected')
      .map((field) => inWords(field.value)),
    ...expectedBelow(section, outline, reading),
  ];
  const parts = [section, ...outline.sectionsIn(section)].flatMap((part) => outline.passagesIn(part));
  const inItems = blocks.flatMap((block) => commandIn(block) ?? []);
  const [first] = inItems;
  const command = first ? { ...first, several: inItems.some(({ text }) => text !== first.text) } : fencedCommand(parts, reading);
  const heading = section.heading as NonNullable<Section['heading']>;
  const boxes = blocks.filter((block) => block.box);
  const done = boxes.length > 0 && boxes.every((block) => markOf(block) === 'done');
  const { id, title } = splitId(section.plain.replace(/^\d{1,3}[.)]\s{1,9}(?=\S)/, ''));
  return {
    id,
    title,
    command: command?.text ?? null,
    commandAt: command?.at ?? null,
    ...(command?.several ? { several: true } : {}),
    ...together(expected),
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

/** An item that is a test, with what stands below it. */
export function fromItem(item: Item, passage: Passage, fields: readonly Field[], outline: Outline, reading: Reading): CheckItem {
  const role = (name: string) => fields.find((field) => field.label.topic?.role === name);
  const lines = headOf(item, fields);
  const text = onOneLine(lines);
  const arrow = expectationBehind(plainSpaces(text));
  const commandField = role('command');
  const named = commandField
    ? codeOf(commandField.value, commandField.valueAt, commandField.item?.text.lines)
    : commandIn(item, lines);
  const several = commandField !== undefined && readInline(commandField.value).codes.length > 1;
  const command = named ? { ...named, several } : fencedCommand(outline.passagesBelow(commandField?.item ?? item), reading);
  const expectedField = role('expected');
  const expected = expectedField
    ? expectedField.value.trim() !== '' || !expectedField.item
      ? [inWords(expectedField.value)]
      : expectedIn(outline.passagesBelow(expectedField.item), reading)
    : [];
  const below = descendants(item, outline);
  const { id, title } = splitId(arrow ? text.slice(0, arrow.index) : text);
  return {
    id,
    title: title.replace(/[:：]$/, '').trimEnd(),
    command: command?.text ?? null,
    commandAt: command?.at ?? null,
    ...(command?.several ? { several: true } : {}),
    ...(arrow && !expectedField ? { expected: arrow.words, expectedMarkup: arrow.words } : together(expected)),
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

/** The rows of a table that has a column for what to expect. */
export function fromTable(table: Table, passage: Context, reading: Reading): readonly CheckItem[] {
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
        ...commandOf(command),
        expected: expected ? withoutEscapes(cellText(expected)) || null : null,
        expectedMarkup: expected ? withoutEscapes(expected.text) : null,
        expectedAt: row.cells[columns.indexOf('expected')]?.lines[0] ?? null,
        result: result?.lines[0] ? recordedAt(result.text, result.lines[0], 'cell', reading) : null,
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

/** The command of a cell: its code, else all of it. */
function commandOf(cell: Piece | undefined): Pick<CheckItem, 'command' | 'commandAt' | 'several'> {
  const words = cellText(cell);
  const [line] = cell?.lines ?? [];
  if (!cell || !line || words === '') return { command: null, commandAt: line ?? null };
  const code = codeOf(cell.text, line, cell.lines);
  const several = readInline(cell.text).codes.length > 1;
  return { command: withoutEscapes(code?.text ?? words), commandAt: code?.at ?? line, ...(several ? { several } : {}) };
}

/** In a cell, also inside code, a bar is written `\\|`. */
function withoutEscapes(text: string): string {
  return text.replaceAll('\\|', '|');
}

/** What an arrow points to: `GET /health → 200`. */
function expectationBehind(text: string): { words: string; index: number } | undefined {
  const arrow = /\s(?:->|→|=>)\s/.exec(text);
  const words = arrow ? text.slice(arrow.index + arrow[0].length).trimStart() : '';
  return arrow && words !== '' ? { words, index: arrow.index } : undefined;
}
