import type { Span, Unit } from '../model.ts';
import { columnsOf } from '../read/columns.ts';
import { nextLabel, readLabel } from '../read/label.ts';
import { looksLikePath } from '../read/paths.ts';
import { readUnfinishedName } from '../read/unitName.ts';
import type { Topic } from '../read/vocabulary.ts';
import { lineAt, lineSpan } from '../source.ts';
import type { Asked, Slot, Subject } from './completion.ts';
import { type Cursor, cursorIn } from './cursor.ts';
import { disableSlots } from './disableSlots.ts';
import { beginsATask } from './references.ts';
import { yamlSlots } from './yamlSlots.ts';

/** A longer line is no line that somebody completes by hand. UTF-16 units. */
const longestLine = 2000;

/** What may be written at a place of a Markdown document; nothing inside code. */
export function markdownSlots(asked: Asked): readonly Slot[] {
  const { source, offset } = asked;
  const line = lineSpan(source, lineAt(source, offset));
  if (line.end - line.start > longestLine) return [];
  const comment = disableSlots(source.text, line, offset, '<!--', '-->');
  if (comment) return comment;
  const cursor = cursorIn(source, offset);
  const { block } = cursor;
  switch (block?.type) {
    case 'fence':
    case 'comment':
    case 'rule':
      return [];
    case 'front-matter':
      return yamlSlots(asked, { first: lineAt(source, block.content.start), end: block.content.end });
    case 'table':
      return inTable(asked, cursor, line);
    case 'heading':
      return inHeading(asked, line);
    default:
      return inText(asked, cursor, line);
  }
}

/** The name of a gate, below the first level: a title names the document. */
function inHeading({ source, offset }: Asked, line: Span): readonly Slot[] {
  const marks = /^[ \t>]{0,9}#{2,6}[ \t]+/.exec(source.text.slice(line.start, line.end))?.[0].length ?? 0;
  const start = line.start + marks;
  return marks > 0 && offset >= start ? [{ wants: 'gate', at: { start, end: line.end } }] : [];
}

/** What the column says; the header and the dashes below it are written once. */
function inTable(asked: Asked, { block, phase, stage, offset: inPart }: Cursor, line: Span): readonly Slot[] {
  if (block?.type !== 'table') return [];
  const { source, offset } = asked;
  const cell = cellAround(source.text, line, offset);
  const role = cell && columnsOf(block)[cell.number];
  if (!cell || !block.rows.some((row) => row.start <= inPart && inPart <= row.end)) return [];
  const about = subjectAt(asked, phase, stage, line);
  switch (role) {
    case 'status':
      return statusSlots(source.text, cell, offset, about);
    case 'evidence':
      return evidenceSlots(asked, cell, about);
    case 'files':
      return pathSlots(asked, cell, about);
    case 'command':
      return [{ wants: 'command', ...codeSlot(source.text, cell, offset) }];
    case 'depends':
      return referenceSlots(asked, cell, about);
    default:
      return unfinishedSlots(asked, cell.start, about);
  }
}

/** Words of a paragraph or item: what its label or its list says they are, else a reference in the middle of a sentence. */
function inText(asked: Asked, cursor: Cursor, line: Span): readonly Slot[] {
  const { source, offset } = asked;
  const { text } = source;
  const marker = /^[ \t>]{0,40}(?:(?:[-*+]|\d{1,4}[.)])[ \t]+)?(?:\[[^\]\n]?\][ \t]+)?/.exec(text.slice(line.start, line.end));
  const start = line.start + (marker?.[0].length ?? 0);
  if (offset < start) return [];
  const about = subjectAt(asked, cursor.phase, cursor.stage, line);
  const label = labelAround(text.slice(start, line.end), offset - start);
  if (label) {
    const at = { start: start + label.at.start, end: start + label.at.end };
    const slots = slotsFor(asked, label.topic, at, about);
    return slots.length > 0 ? slots : unfinishedSlots(asked, at.start, about);
  }
  const opened = /^\*\*([^*\n]{0,40})$/.exec(text.slice(start, offset));
  if (opened && /^(?:\*\*|$)/.test(text.slice(offset, line.end)))
    return [labelSlot(text, { start: start + 2, end: line.end }, offset)];
  const isItem = /(?:[-*+]|[.)]|\])[ \t]+$/.test(marker?.[0] ?? '');
  const { announced } = cursor;
  const slots = isItem && announced ? slotsFor(asked, announced.topic, { start, end: line.end }, about, true) : [];
  return slots.length > 0 ? slots : unfinishedSlots(asked, start, about);
}

/** What a label or a list of this kind takes. @param asItem the words are an item below the label and not its value */
function slotsFor(asked: Asked, topic: Topic | undefined, at: Span, about: Subject | undefined, asItem = false): readonly Slot[] {
  const { text } = asked.source;
  const { offset } = asked;
  switch (topic?.role) {
    case 'status':
      return asItem ? [] : statusSlots(text, at, offset, about);
    case 'scope':
      return pathSlots(asked, at, about);
    case 'evidence':
      return evidenceSlots(asked, at, about);
    case 'depends':
    case 'deferred':
      return referenceSlots(asked, at, about);
    case 'phase-number':
      return asItem ? [] : [{ wants: 'phase', at: wordAround(text, at, offset) }];
    case 'command':
      return [{ wants: 'command', ...codeSlot(text, at, offset) }];
    case 'gate':
    case 'checklist':
    case 'expected': {
      const code = codeAround(text, at, offset);
      return code ? [{ wants: 'command', at: code }] : [];
    }
    default:
      return [];
  }
}

/** A path, in a code span or at the beginning of the words or behind a comma; other words are prose. */
function pathSlots({ source, offset }: Asked, within: Span, about: Subject | undefined): readonly Slot[] {
  const code = codeAround(source.text, within, offset);
  const at = code ?? wordAround(source.text, within, offset);
  const before = source.text.slice(within.start, at.start);
  // Behind a comma stands a path where one stands before it; else it is prose.
  const isNext =
    /[,;]\s{0,9}$/.test(before) &&
    looksLikePath(
      before
        .trimStart()
        .split(/[\s,;]/, 1)[0]
        ?.replaceAll('`', '') ?? '',
    );
  return code || before.trim() === '' || isNext ? [{ wants: 'path', at, about }] : [];
}

/** A path that proves something, or the target of a link to it. */
function evidenceSlots(asked: Asked, within: Span, about: Subject | undefined): readonly Slot[] {
  const { source, offset } = asked;
  const link = /\]\(([^()\s]{0,300})$/.exec(source.text.slice(within.start, offset));
  if (!link) return pathSlots(asked, within, about).map((slot) => ({ ...slot, wants: 'evidence' }));
  const start = offset - (link[1]?.length ?? 0);
  const end = start + (/^[^()\s]{0,300}/.exec(source.text.slice(start, within.end))?.[0].length ?? 0);
  const from = source.path.includes('/') ? source.path.slice(0, source.path.lastIndexOf('/')) : '';
  return [{ wants: 'evidence', at: { start, end: Math.max(end, offset) }, about, from }];
}

/** What something waits for: phases by their word, or the ids of tasks. */
function referenceSlots(asked: Asked, within: Span, about: Subject | undefined): readonly Slot[] {
  const { source, offset } = asked;
  const unfinished = unfinishedSlots(asked, within.start, about);
  if (unfinished.length > 0) return unfinished.map((slot) => ({ ...slot, about }));
  const at = wordAround(source.text, within, offset);
  if (!/(?:^|[,;&]|\band)\s{0,9}$/.test(source.text.slice(within.start, at.start))) return [];
  const unit = about?.kind === 'task' ? [] : [{ wants: 'phase' as const, at, about, around: ['Phase ', ''] as const }];
  return [...unit, { wants: 'task', at, about }];
}

/** The number of a phase or stage behind its word, or the id of a task that was begun. */
function unfinishedSlots({ plan, source, offset }: Asked, start: number, about: Subject | undefined): readonly Slot[] {
  const before = source.text.slice(start, offset);
  if ((before.split('`').length & 1) === 0) return [];
  const unit = readUnfinishedName(before);
  // In a sentence a phase may be named in its own section; it only does not wait for itself.
  if (unit)
    return [
      {
        wants: unit.kind,
        at: { start: offset - unit.typed.length, end: endOfWord(source.text, offset) },
        about: unit.kind === 'stage' ? about : undefined,
      },
    ];
  const word = /(?:^|[^\w./-])([A-Za-z][\w.-]{1,30})$/.exec(before.slice(-40))?.[1];
  if (word === undefined || !beginsATask(plan, word)) return [];
  return [{ wants: 'task', at: { start: offset - word.length, end: endOfWord(source.text, offset) }, about }];
}

/** A bold label that is being written. */
function labelSlot(text: string, within: Span, offset: number): Slot {
  const closed = text.slice(offset, within.end).startsWith('**');
  return { wants: 'gate', at: { start: within.start, end: offset }, around: ['', closed ? '' : '**: '] };
}

/** Of what a line speaks: the row or task on it, else the phase or stage whose section it is in. */
function subjectAt({ facts, offset }: Asked, phase: string | null, stage: string | null, line: Span): Subject | undefined {
  const here = (unit: Unit) => unit.form === 'row' && unit.at.start <= offset && offset <= Math.max(unit.at.end, line.end);
  const row = [...facts.stages, ...facts.phases].find((unit) => here(unit) && unit.at.start >= line.start);
  if (row) return { kind: row.kind, id: row.id, phase: row.phase };
  const task = facts.tasks.find(({ at }) => at.start >= line.start && at.start <= line.end);
  if (task) return { kind: 'task', id: task.id, phase: task.phase };
  if (stage !== null) return { kind: 'stage', id: stage, phase };
  const own = phase ?? (facts.phases.length === 1 ? (facts.phases[0]?.id ?? null) : null);
  return own === null ? undefined : { kind: 'phase', id: own, phase: own };
}

/** The label of a line whose value holds a place. Offsets into the line. */
function labelAround(line: string, at: number): { readonly topic: Topic | undefined; readonly at: Span } | undefined {
  let found: { topic: Topic | undefined; at: Span } | undefined;
  let label = readLabel(line);
  let shift = 0;
  while (label?.topic && at >= shift + label.valueAt.start - behindColon(line, shift + label.valueAt.start)) {
    const next = nextLabel(label.value);
    const start = shift + label.valueAt.start;
    found = { topic: label.topic, at: { start: Math.min(start, at), end: next ? start + next.index : line.length } };
    shift = start + (next?.index ?? 0);
    label = next?.label;
  }
  return found;
}

/** The blanks in front of a value: the cursor may stand among them. */
function behindColon(line: string, start: number): number {
  let count = 0;
  while (/[ \t]/.test(line[start - count - 1] ?? '')) count += 1;
  return count;
}

/** The words of a status in a value, without the remark behind them: "In progress (since March)". */
function statusSlots(text: string, value: Span, offset: number, about: Subject | undefined): readonly Slot[] {
  const words = text.slice(value.start, value.end);
  const lead = /^[\s*_`]{0,9}/.exec(words)?.[0].length ?? 0;
  const start = Math.min(value.start + lead, offset);
  const rest = words.slice(lead);
  const stop = rest.search(/[(—–.,;:|*_`]| - /);
  const end = value.start + lead + rest.slice(0, stop < 0 ? undefined : stop).trimEnd().length;
  // Behind the words of the status somebody explains it.
  if (text.slice(end, offset).trim() !== '') return [];
  return [{ wants: 'status', at: { start, end: Math.max(offset, end) }, about }];
}

/** A command: inside the code span that is there, else with one of its own. */
function codeSlot(text: string, value: Span, offset: number): Pick<Slot, 'at' | 'around'> {
  const code = codeAround(text, value, offset);
  if (code) return { at: code };
  const blank = /^\s*/.exec(text.slice(value.start, value.end))?.[0].length ?? 0;
  const end = value.start + text.slice(value.start, value.end).trimEnd().length;
  return { at: { start: Math.min(value.start + blank, offset), end: Math.max(end, offset) }, around: ['`', '`'] };
}

/** The inside of the code span that holds a place; one that is not closed yet ends with its word. */
function codeAround(text: string, within: Span, offset: number): Span | undefined {
  const before = text.slice(within.start, offset);
  if ((before.split('`').length & 1) === 1) return undefined;
  const start = within.start + before.lastIndexOf('`') + 1;
  const close = text.indexOf('`', offset);
  return { start, end: close >= 0 && close < within.end ? close : endOfWord(text, offset) };
}

/** The word that holds a place, up to a blank or comma on both sides. */
function wordAround(text: string, within: Span, offset: number): Span {
  let start = offset;
  while (start > within.start && !/[\s,;`(]/.test(text[start - 1] ?? '')) start -= 1;
  return { start, end: Math.min(endOfWord(text, offset), Math.max(within.end, offset)) };
}

function endOfWord(text: string, offset: number): number {
  return offset + (/^[^\s,;`()|]*/.exec(text.slice(offset, offset + 300))?.[0].length ?? 0);
}

/** The cell of a row that holds a place, without the blanks around its words. */
function cellAround(text: string, line: Span, offset: number): (Span & { readonly number: number }) | undefined {
  const pipes: number[] = [];
  for (let at = line.start; at < line.end; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '|') pipes.push(at);
  }
  const before = pipes.filter((at) => at < offset);
  const outer = /^[ \t>]{0,40}\|/.test(text.slice(line.start, line.end));
  const number = before.length - (outer ? 1 : 0);
  const from = (before.at(-1) ?? line.start - 1) + 1;
  const to = pipes[before.length] ?? line.end;
  if (number < 0) return undefined;
  const blank = /^[ \t]*/.exec(text.slice(from, to))?.[0].length ?? 0;
  const start = Math.min(from + blank, offset);
  return { number, start, end: Math.max(offset, start + text.slice(start, to).trimEnd().length) };
}
