import { readInline } from '../markdown.ts';
import type { CheckResult, Gate, GateItem, GateKind, Mark, Place, Span } from '../model.ts';
import { kept } from '../share.ts';
import type { Item, Piece, Row, Table } from './blocks.ts';
import { cellText, columnsOf, resultCell, statusCell } from './columns.ts';
import { readResults, withResults } from './gateResults.ts';
import type { Announced, Context, Field, Outline, Passage } from './outline.ts';
import type { Reading } from './reading.ts';
import { recordedAt, resultBelow } from './recorded.ts';
import { toStatus } from './status.ts';
import { onOneLine, withoutComments } from './text.ts';
import { normalLabel, topicOfLabel } from './vocabulary.ts';

/** Kinds whose very name says that conditions follow, so that a paragraph below the heading is one. */
const certain = new Set<GateKind>(['exit', 'acceptance', 'success', 'completion', 'dod', 'entry']);

/**
 * The gates of a Markdown document, in the order of the text.
 * @param whole the outline
 * @param outline the same without its manual tests. A gate that holds nothing else is one without conditions: its tests decide
 */
export function readGates(whole: Outline, outline: Outline, reading: Reading): readonly Gate[] {
  const groups = new Map<Announced, (Passage | Field)[]>();
  const gather = (announced: Announced | null, part: Passage | Field) => {
    if (announced?.topic.role !== 'gate') return;
    const group = groups.get(announced);
    if (group) group.push(part);
    else groups.set(announced, [part]);
  };
  for (const field of outline.fields) if (!ofTask(field) && !isTitle(field, outline)) gather(field.announces, field);
  for (const passage of outline.passages) gather(passage.announced, passage);
  const results = readResults(outline, reading);
  const gates = new Map<Announced, Gate>();
  for (const [announced, parts] of groups) {
    const gate = toGate(announced, parts, outline, reading);
    if (gate) gates.set(announced, gate);
  }
  const left = outline === whole ? undefined : new Set(outline.passages);
  for (const passage of left ? whole.passages : []) {
    if (left?.has(passage)) continue;
    const { announced } = passage;
    if (announced?.topic.role !== 'gate' || announced.inherited || gates.has(announced)) continue;
    const { kind } = announced.topic;
    if (certain.has(kind)) gates.set(announced, withItems([], announced, kind, passage, reading));
  }
  return withResults([...gates.values()], results, outline, reading).sort((a, b) => a.at.start - b.at.start);
}

function toGate(announced: Announced, parts: readonly (Passage | Field)[], outline: Outline, reading: Reading): Gate | undefined {
  if (announced.topic.role !== 'gate') return undefined;
  const { kind } = announced.topic;
  const fields = parts.filter(isField);
  const passages = parts.filter((part): part is Passage => !isField(part));
  const context: Context | undefined = parts[0];
  const blocks = new Set<unknown>(passages.map((passage) => passage.block));
  const listed = passages.flatMap((passage) => itemsOf(passage, blocks, outline, reading));
  const inline = fields.flatMap((field) => inlineItem(field, listed.length > 0, outline, reading));
  const items = [...inline, ...listed];
  if (announced.by === 'heading' && announced.inherited && !inheritable(passages, context, outline)) return undefined;
  if (items.length === 0) {
    const prose = proseItems(announced, kind, passages, context, reading);
    if (prose === undefined) return undefined;
    for (const item of prose) items.push(item);
  }
  return withItems(items, announced, kind, context, reading);
}

function withItems(
  items: readonly GateItem[],
  announced: Announced,
  kind: GateKind,
  context: Context | undefined,
  reading: Reading,
): Gate {
  return {
    label: normalName(announced.name),
    kind,
    at: reading.place(announced.at),
    phase: context?.phase ?? null,
    stage: context?.stage ?? null,
    items: kept(items),
    result: null,
  };
}

/** The acceptance line below a task is the task's, not the phase's. */
function ofTask(field: Field): boolean {
  return field.parent?.box != null && field.announces?.by === 'item';
}

/** "Phase 2 gate: the saw" is a title where its section lists what the gate asks for. */
function isTitle({ announces, section, item, at }: Field, outline: Outline): boolean {
  if (item || announces?.by !== 'heading' || section.heading?.start !== at.start) return false;
  return (
    outline.sectionsIn(section).length > 0 ||
    outline.fieldsIn(section).some((field) => field.announces !== null && field.at.start !== at.start) ||
    outline.passagesIn(section).some(({ block }) => block.type !== 'paragraph')
  );
}

/** Below "Go/No-Go checklist" a section "Rollback" is a gate of its own where it has boxes to tick. */
function inheritable(passages: readonly Passage[], context: Context | undefined, outline: Outline): boolean {
  // "Phase gates" over the phases: what is listed directly below a phase is its gate.
  const { section } = context ?? {};
  const ofPhase =
    section?.unit != null &&
    section.parent?.level === 1 &&
    !outline.fieldsIn(section).some(({ announces }) => announces?.topic.role === 'gate');
  return passages.some(({ block, label }) => {
    if (block.type === 'item') return block.box !== null || (ofPhase && !label);
    const columns = block.type === 'table' ? columnsOf(block) : [];
    return (
      (columns.includes('item') || columns.includes('task')) &&
      (ofPhase || columns.includes('status') || columns.includes('result'))
    );
  });
}

/** @param group the blocks of the same gate: what stands below one of them is a detail */
function itemsOf(passage: Passage, group: ReadonlySet<unknown>, outline: Outline, reading: Reading): readonly GateItem[] {
  const { block } = passage;
  if (block.type === 'table') return rowItems(block, reading);
  if (block.type === 'paragraph' && !passage.label) return tickedLines(block.text, reading);
  if (block.type !== 'item' || block.text.text === '') return [];
  if (group.has(block.parent) || isEmptyMark(block.text.text) || isNumberedTask(passage) || isResult(passage)) return [];
  return [toItem(block, outline, reading)];
}

/** What the gate came to, in the list of its conditions: `- Acceptance gate result: pass / fail`. */
function isResult({ label }: Passage): boolean {
  return label?.topic?.role === 'result' && /gate/i.test(label.name);
}

/** In a list of numbered tasks the section "Verification" holds tasks like the others: `- [ ] 3.1 Run the linter`. */
export function isNumberedTask({ block, announced }: Passage): boolean {
  if (block.type !== 'item' || !block.box || announced?.topic.role !== 'gate') return false;
  return (
    announced.topic.kind === 'verification' &&
    announced.by === 'heading' &&
    /^(?:\*\*)?(?:\d{1,3}\.\d{1,3}|T\d{2,4})\b/.test(block.text.text)
  );
}

function toItem(block: Item, outline: Outline, reading: Reading): GateItem {
  const start = block.text.lines[0]?.start ?? block.start;
  const end = block.text.lines.at(-1)?.end ?? block.end;
  const whole = oneLine(block.text);
  const text = withoutComments(whole);
  const textAt = { start, end: block.text.lines.length === 1 ? start + text.length : end };
  const at = reading.place({ start: block.start, end });
  return gateItem(text, at, textAt, markOf(block), block.box?.at ?? null, resultBelow(block, outline, reading));
}

/** A condition, written out: where nothing was recorded, nothing says so. */
function gateItem(
  text: string,
  at: Place,
  textAt: Span,
  mark: Mark | null,
  markAt: Span | null,
  result: CheckResult | null,
): GateItem {
  return result ? { text, at, textAt, mark, markAt, result } : { text, at, textAt, mark, markAt };
}

function rowItems(table: Table, reading: Reading): readonly GateItem[] {
  const columns = columnsOf(table);
  const index = textColumn(table, columns);
  return table.rows.flatMap((row) => {
    const cell = row.cells[index];
    const span = cell?.lines[0];
    if (!cell || !span || cellText(cell) === '') return [];
    const recorded = resultCell(row, table, columns);
    const at = recorded?.lines[0];
    const result = recorded && at ? recordedAt(recorded.text, at, 'cell', reading) : null;
    const mark = markOfRow(statusCell(row, table, columns), result);
    return [gateItem(cell.text, reading.place(row), span, mark, null, result)];
  });
}

/** What a status cell says; an outcome that stands in its place decides. */
function markOfRow(status: Piece | undefined, result: CheckResult | null): Mark | null {
  if (result?.date != null) return result.outcome === 'pass' ? 'done' : result.outcome === 'blocked' ? 'blocked' : 'open';
  const word = status ? toStatus(status.text) : undefined;
  return word === 'done' ? 'done' : word === 'partial' ? 'partial' : word === 'blocked' ? 'blocked' : word ? 'open' : null;
}

/** The column that holds the condition: named so, else the one with the longest texts besides ids, owners and statuses. */
function textColumn(table: Table, columns: readonly string[]): number {
  const named = columns.findIndex((role) => role === 'item' || role === 'task' || role === 'title');
  if (named >= 0) return named;
  const plain = columns.flatMap((role, index) => (role === 'other' ? [index] : []));
  const length = (index: number) => table.rows.reduce((sum: number, row: Row) => sum + (row.cells[index]?.text.length ?? 0), 0);
  return plain.sort((a, b) => length(b) - length(a))[0] ?? 0;
}

/** `**Gate**: server starts` is a gate of one item; a value that ends with a colon only introduces the list. */
function inlineItem(field: Field, listed: boolean, outline: Outline, reading: Reading): readonly GateItem[] {
  const text = onOneLine(field.value).trim();
  if (text === '' || isEmptyMark(text) || (listed && /[:：]$/.test(text))) return [];
  const start = field.valueAt.start;
  const end = field.item ? (field.item.text.lines.at(-1)?.end ?? field.valueAt.end) : field.valueAt.end;
  const at = reading.place({ start: field.item?.start ?? field.at.start, end });
  const mark = field.item ? markOf(field.item) : null;
  const result = resultBelow(field.item, outline, reading);
  return [gateItem(text, at, { start, end }, mark, field.item?.box?.at ?? null, result)];
}

/** A gate written as prose or as commands in a fence; undefined where there is no gate at all. */
function proseItems(
  announced: Announced,
  kind: GateKind,
  passages: readonly Passage[],
  context: Context | undefined,
  reading: Reading,
): readonly GateItem[] | undefined {
  const owned = context?.phase !== null || context?.stage !== null;
  const paragraphs = passages.filter((passage) => passage.block.type === 'paragraph' && !passage.label?.topic);
  const fenced = passages.some((passage) => passage.block.type === 'fence');
  if (announced.inherited || !(certain.has(kind) || owned) || (paragraphs.length === 0 && !fenced)) return undefined;
  // A heading that only contains the word ("Each stage has an acceptance gate") is about something else.
  if (
    announced.by === 'heading' &&
    (!topicOfLabel(announced.name) || (!certain.has(kind) && normalLabel(announced.name).split(' ').length > 3))
  ) {
    return undefined;
  }
  return paragraphs.flatMap((passage) => {
    if (passage.block.type !== 'paragraph') return [];
    const text = oneLine(passage.block.text);
    const [first, last] = [passage.block.text.lines[0], passage.block.text.lines.at(-1)];
    if (!first || !last || /[:：]$/.test(text) || isEmptyMark(text)) return [];
    return [{ text, at: reading.place(passage.block), textAt: { start: first.start, end: last.end }, mark: null, markAt: null }];
  });
}

/** `✅ 12 boards are cut`, one a line and without bullets; none where a line has no such picture. */
function tickedLines(piece: Piece, reading: Reading): readonly GateItem[] {
  const texts = piece.text.split('\n');
  if (texts.length < 2 || !texts.every((text) => ticked.test(text))) return [];
  return texts.flatMap((text, index) => {
    const line = piece.lines[index];
    const glyph = ticked.exec(text)?.[0];
    if (!line || !glyph || glyph.length === text.length) return [];
    const textAt = { start: line.end - text.length + glyph.length, end: line.end };
    return [{ text: text.slice(glyph.length), at: reading.place(line), textAt, mark: null, markAt: null }];
  });
}

const ticked = /^(?:✅|✔|☑|✓|❌|⬜|☐|🔲|⏳|🔄|🚧)\ufe0f?\s{0,3}/u;

/** The state of an item's checkbox; a struck-through item is waived, whatever its box says. */
export function markOf(item: Item): Mark | null {
  if (readInline(item.text.text).struck) return 'waived';
  switch (item.box?.mark) {
    case undefined:
      return null;
    case ' ':
      return 'open';
    case '~':
    case '-':
    case '/':
      return 'partial';
    case '!':
    case '❌':
      return 'blocked';
    case '>':
    case '?':
      return 'open';
    default:
      return 'done';
  }
}

/** The lines of a piece as one, the way a reader sees them. */
export function oneLine(piece: Piece): string {
  return piece.lines.length === 1 ? piece.text : onOneLine(piece.text);
}

/** A label without the number of its section and its glyphs. */
function normalName(name: string): string {
  return name
    .replace(/^(?:\p{Extended_Pictographic}|\ufe0f|\s)+/u, '')
    .replace(/^(?:\d{1,3}(?:\.\d{1,3})*[.)]|[A-Z][.)])\s+/, '')
    .trim();
}

/** `*(none)*`, `N/A`, `TBD below`: a place where nothing stands. */
export function isEmptyMark(text: string): boolean {
  return /^[*_(\s]*(?:none|n\/a|nothing|-|—|–|\.{3}|…|empty)[)*_.\s]*$/i.test(text);
}

function isField(part: Passage | Field): part is Field {
  return 'valueAt' in part;
}

/** A span over several. */
export function spanOver(spans: readonly Span[]): Span {
  return spans.reduce(
    (all, span) => ({ start: Math.min(all.start, span.start), end: Math.max(all.end, span.end) }),
    spans[0] ?? { start: 0, end: 0 },
  );
}
