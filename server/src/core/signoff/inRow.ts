import { sectionOf } from '../fixes/section.ts';
import type { Place } from '../model.ts';
import type { Row, Table } from '../read/blockTypes.ts';
import { columnsOf, statusCell } from '../read/columns.ts';
import { isBlank } from '../read/signoffs.ts';
import { keyOf } from '../read/unitName.ts';
import type { Source } from '../source.ts';
import { writeCells } from './cells.ts';
import { type Slot, slotsOf, sorted } from './columnsOfSignoff.ts';
import { documentsAbout } from './documentsAbout.ts';
import { type Signing, type Written, withoutEvidence } from './form.ts';
import { statusWordFor } from './statusWord.ts';

/**
 * The row of the phase in a tracker: its status, and its columns for evidence, approver and date where it has them. What has no column
 * stands in parentheses behind the status. A table with nothing but the status is no place for a record where there is another.
 */
export function inRow(signing: Signing): Written | undefined {
  const { project, phase } = signing;
  for (const { source, facts, outline } of documentsAbout(project, phase)) {
    const places = facts.phases
      .filter(({ id }) => keyOf(id) === keyOf(phase.id))
      .flatMap((unit) => [unit.at, ...unit.mentions, ...[unit.status, ...unit.otherStatuses].flatMap((one) => one?.at ?? [])]);
    for (const { block } of outline.passages) {
      if (block.type !== 'table') continue;
      const slots = slotsOf(block, false);
      const row = block.rows.find(({ start, end }) => places.some((at) => at.start >= start && at.end <= end));
      if (!row || !slots.includes('status')) continue;
      const records = slots.some((slot) => slot === 'actor' || slot === 'date' || slot === 'evidence' || slot === 'correlation');
      if (records || sectionOf(project, phase) === undefined) return write(signing, source, block, row, slots);
    }
  }
  return undefined;
}

function write(
  { plan, phase, fields, namesEvidence }: Signing,
  source: Source,
  table: Table,
  row: Row,
  slots: readonly Slot[],
): Written {
  const cell = statusCell(row, table, columnsOf(table));
  const index = cell ? row.cells.indexOf(cell) : slots.indexOf('status');
  const at: Place = { path: source.path, ...(cell?.lines[0] ?? { start: row.start, end: row.start }) };
  const own = phase.statements.find((one) => one.at.path === at.path && one.at.start >= row.start && one.at.end <= row.end);
  const like = own ?? { status: 'unknown', text: 'In Progress', at, form: 'row' as const };
  const open = keeping(slots, row);
  const said = namesEvidence || open.includes('evidence') ? fields : withoutEvidence(fields);
  const { cells, rest } = sorted(open, said);
  const word = own?.status === 'signed_off' ? (own.text.split(' (', 1)[0] ?? own.text) : statusWordFor(plan, like, 'signed_off');
  const restAt = open.indexOf('rest');
  if (rest !== '' && restAt >= 0) cells.set(restAt, rest);
  cells.set(index, rest === '' || restAt >= 0 ? word : `${word} (${rest})`);
  return { edits: writeCells(source, row, cells), waiting: [], restated: own ? [own.at] : [] };
}

/** A cell that says something keeps it: what it would take has no column in this row. */
function keeping(slots: readonly Slot[], row: Row): readonly Slot[] {
  return slots.map((slot, index) => (slot !== 'status' && !isBlank(row.cells[index]?.text ?? '') ? null : slot));
}
