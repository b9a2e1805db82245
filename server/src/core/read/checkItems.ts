import { readInline } from '../markdown.ts';
import type { CheckItem } from '../model.ts';
import type { Item, Table } from './blocks.ts';
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

/** A section that is one test. */
export function fromSection(section: Section, inside: readonly Passage[], outline: Outline, reading: Reading): CheckItem {
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

/** An item that is a test, with what stands below it. */
export function fromItem(item: Item, passage: Passage, fields: readonly Field[], outline: Outline, reading: Reading): CheckItem {
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
        command: command ? cellText(command) || null : null,
        commandAt: command?.lines[0] ?? null,
        expected: expected ? cellText(expected) || null : null,
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

/** What an arrow points to: `GET /health → 200`. */
function expectationBehind(text: string): { words: string; index: number } | undefined {
  const arrow = /\s(?:->|→|=>)\s/.exec(text);
  const words = arrow ? text.slice(arrow.index + arrow[0].length).trimStart() : '';
  return arrow && words !== '' ? { words, index: arrow.index } : undefined;
}
