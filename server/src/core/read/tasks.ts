import { readInline } from '../markdown.ts';
import type { Status, Task, Unit } from '../model.ts';
import { none } from '../share.ts';
import type { Item, Table } from './blocks.ts';
import type { Checklist } from './checklist.ts';
import { cellOf, cellText, columnsOf, statusCell } from './columns.ts';
import { isNumberedTask, markOf, oneLine } from './gates.ts';
import type { Outline, Passage } from './outline.ts';
import type { Reading } from './reading.ts';
import { readReferences } from './references.ts';
import { splitTitle } from './splitTitle.ts';
import { glyphStatus, toStatus } from './status.ts';
import { plainSpaces } from './vocabulary.ts';

/** Where a checkbox is something else than a piece of work. */
const elsewhere = new Set([
  'gate',
  'checklist',
  'decision',
  'signoff',
  'deferred',
  'evidence',
  'scope',
  'depends',
  'git',
  'expected',
  'result',
]);
/** Known sections whose boxes are thoughts, not work. */
const thoughts = /risk|question|assumption|rollback|discipline|principle/i;

/** The title of a phase ("Phase 1: Risk and correctness") says what the work is about. */
function holdsThoughts({ section }: Passage): boolean {
  return section.unit === null && thoughts.test(section.plain);
}

const taskId =
  /^(?:\*\*|`|\[)?((?:[A-Z]{1,6}\d{0,3}[-.])?\d{1,4}(?:[.-]\d{1,4}){1,3}[a-z]?|[A-Z]{1,8}-?\d{1,5}(?:[.-][A-Z]{0,4}\d{1,4})*|[A-Z]\d{2,4})(?:\*\*|`|\])?(?=[\s:.)\]—–-]|$)[:.)\]]?\s*[—–-]?\s*/;

/**
 * The pieces of work of a Markdown document: checkboxes outside gates and checklists, and the rows of task tables.
 * @param units lines that name a phase or stage are not tasks
 * @param taken what manual tests are made of
 */
export function readTasks(
  outline: Outline,
  units: readonly Unit[],
  taken: Checklist['taken'],
  reading: Reading,
): readonly Task[] {
  const unitLines = new Set(units.flatMap((unit) => [unit.at.start, ...unit.mentions.map((mention) => mention.start)]));
  return outline.passages.flatMap((passage) => {
    const { block } = passage;
    if (block.type === 'table') return fromTable(block, passage, unitLines, reading);
    if (block.type !== 'item' || taken.has(block) || unitLines.has(block.start)) return [];
    if (!block.box) return fromGlyph(block, passage, reading) ?? [];
    if (isNumberedTask(passage)) return [fromItem(block, passage, reading)];
    if (elsewhere.has(passage.announced?.topic.role ?? '') || holdsThoughts(passage)) return [];
    return isWork(block, passage) ? [fromItem(block, passage, reading)] : [];
  });
}

/** A question to oneself, an empty box, a template or an expectation is no work. */
function isWork(item: Item, passage: Passage): boolean {
  const text = oneLine(item.text);
  if (text === '' || /[?？]\s*$/.test(text) || /^[[<{][^\]>}]*[\]>}]$/.test(text) || /\.\.\.$/.test(text.slice(0, 12)))
    return false;
  const role = passage.label?.topic?.role;
  return role !== 'expected' && role !== 'result' && role !== 'note';
}

function fromItem(item: Item, passage: Passage, reading: Reading): Task {
  const raw = oneLine(item.text);
  const plain = plainSpaces(readInline(raw).plain).trim();
  const id = taskId.exec(plain);
  const title = id ? plain.slice(id[0].length) : plain;
  const status = statusOfBox(item, title);
  const line = item.text.lines[0] ?? item;
  return {
    id: id?.[1] ?? null,
    title: title === '' ? plain : title,
    status,
    statusText: item.box?.mark ?? null,
    statusAt: item.box?.at ?? null,
    at: reading.place({ start: item.start, end: line.end }),
    phase: passage.phase ?? phaseOfId(id?.[1] ?? null),
    phaseAt: null,
    stage: passage.stage,
    dependsOn: none,
    artifacts: none,
    evidence: none,
    form: 'item',
    markAt: item.box?.at ?? null,
  };
}

/** `- ⏳ Task 27: cut 12 boards`: a picture instead of a box, where a task is named or tasks are listed. */
function fromGlyph(item: Item, passage: Passage, reading: Reading): Task | undefined {
  const text = oneLine(item.text);
  const glyph = /^(?:\*\*)?([✅✔☑🟢✓🟡🔄🚧🟠🔵⏳⬜☐⚪🔲📋❌⛔🔴])\ufe0f? {0,3}(?=\S)/u.exec(text);
  const status = glyph?.[1] ? glyphStatus(glyph[1]) : undefined;
  if (!glyph || !status || elsewhere.has(passage.announced?.topic.role ?? '')) return undefined;
  const words = readInline(text.slice(glyph[0].length)).plain.replace(/^\W{1,4}/u, '');
  const named = /^task \d/i.test(words) || (passage.announced?.topic.role === 'tasks' && item.depth === 0);
  if (!named || !isWork(item, passage)) return undefined;
  const at = reading.find(glyph[1] ?? '', item.text.lines[0] ?? item);
  const task = fromItem(item, passage, reading);
  const { id, title } = splitId(words.replace(/^task (?=\d)/i, ''));
  return { ...task, id, title: id ? title : words, status, statusText: glyph[1] ?? null, statusAt: at };
}

function statusOfBox(item: Item, title: string): Status {
  const mark = markOf(item);
  if (mark === 'waived') return 'removed';
  if (mark === 'done') return 'done';
  if (mark === 'partial') return 'partial';
  if (mark === 'blocked') return 'blocked';
  // An open box may say why it is open: "… — deferred", "… (blocked)".
  for (const affix of splitTitle(title).affixes) {
    // "deferred from T1-005" says where it came from, not where it went.
    const status = /\bfrom\b/i.test(affix) ? undefined : toStatus(affix);
    if (status && status !== 'done') return status;
  }
  return 'planned';
}

function fromTable(table: Table, passage: Passage, unitLines: ReadonlySet<number>, reading: Reading): readonly Task[] {
  const columns = columnsOf(table);
  const named =
    columns.includes('task') ||
    (columns.includes('id') && (columns.includes('title') || columns.includes('item'))) ||
    columns.includes('item');
  if (!named || elsewhere.has(passage.announced?.topic.role ?? '')) return [];
  if (!columns.includes('status') && !isTaskList(table, columns, passage)) return [];
  if (passage.announced?.topic.role === 'other' && thoughts.test(passage.section.plain)) return [];
  // A column "Status" of a budget or a bill of materials says other things.
  const stated = table.rows.flatMap((row) => statusCell(row, table, columns)?.text ?? []);
  if (stated.filter((text) => toStatus(text) !== undefined).length * 2 < stated.length) return [];
  return table.rows.flatMap((row) => {
    if (unitLines.has(row.start)) return [];
    const title = cellText(cellOf(row, columns, 'task', 'title', 'item'));
    const id = cellText(cellOf(row, columns, 'id'));
    const idAt = cellOf(row, columns, 'id')?.lines[0];
    if (title === '' && id === '') return [];
    const cell = statusCell(row, table, columns);
    const phase = cellText(cellOf(row, columns, 'phase'));
    const depends = cellOf(row, columns, 'depends');
    return [
      {
        id: id === '' ? null : id,
        ...(idAt && id !== '' ? { idAt: reading.find(id, idAt) } : {}),
        title: title === '' ? id : title,
        status: (cell && toStatus(cell.text)) ?? 'unknown',
        statusText: cell ? readInline(cell.text).plain : null,
        statusAt: cell?.lines[0] ?? null,
        at: reading.place({ start: row.start, end: row.end }),
        phase: /\d/.test(phase) ? phase.replace(/^\D*0*(?=\d)/, '') : (passage.phase ?? phaseOfId(id)),
        phaseAt: cellOf(row, columns, 'phase')?.lines[0] ?? null,
        stage: passage.stage,
        dependsOn: depends?.lines[0] ? readReferences(depends.text, depends.lines[0].start, reading.path) : [],
        artifacts: none,
        evidence: [cellText(cellOf(row, columns, 'evidence'))].filter((text) => text !== ''),
        form: 'row' as const,
        markAt: null,
      },
    ];
  });
}

/** A table without a column for the status lists tasks below such a heading, or where it numbers them inside a phase. */
function isTaskList({ header }: Table, columns: readonly string[], { announced, phase }: Passage): boolean {
  const called = header.cells.some((cell) =>
    /^(?:tasks?|work ?items?|aufgabe|tarea|tarefa|tâche|任务|タスク|작업|作業(?:項目|内容)?)$/i.test(cellText(cell)),
  );
  if (!called || columns.includes('phase')) return false;
  return announced?.topic.role === 'tasks' || (phase !== null && columns[0] === 'id');
}

/** `T0-001` belongs to phase 0, `P3-02` to phase 3; other ids say nothing about a phase. */
export function phaseOfId(id: string | null): string | null {
  return /^[TP](\d{1,3}[A-Z]?)-\d+/.exec(id ?? '')?.[1]?.replace(/^0+(?=\d)/, '') ?? null;
}

/** The id at the beginning of some words, and the words after it. */
export function splitId(text: string): { id: string | null; title: string } {
  const plain = plainSpaces(readInline(text).plain).trim();
  const id = taskId.exec(plain);
  return { id: id?.[1] ?? null, title: (id ? plain.slice(id[0].length) : plain) || plain };
}
