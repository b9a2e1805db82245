import { linesBehind, lineText } from '../fixes/lines.ts';
import type { Phase } from '../model.ts';
import type { Project } from '../project.ts';
import type { Row, Table } from '../read/blockTypes.ts';
import { columnsOf } from '../read/columns.ts';
import { isBlank, isSignoffTable, rowDecision, rowPhase } from '../read/signoffs.ts';
import { keyOf } from '../read/unitName.ts';
import type { Refusal } from '../refusal.ts';
import { lineAt, type Source } from '../source.ts';
import { rowOf, writeCells } from './cells.ts';
import { type Slot, slotsOf, sorted } from './columnsOfSignoff.ts';
import { documentsAbout } from './documentsAbout.ts';
import { type Signing, type Written, withoutEvidence } from './form.ts';

/** A table of who approves: the row of the role is filled in; a role that has none gets one at the end. */
export function inTable(signing: Signing): Written | Refusal | undefined {
  const found = findTable(signing.project, signing.phase);
  return found && inRows(signing, found);
}

/** The roles that have yet to sign, where a table names them. */
export function openRoles(project: Project, phase: Phase): readonly string[] {
  const found = findTable(project, phase);
  if (!found) return [];
  const columns = columnsOf(found.table);
  const roleAt = slotsOf(found.table, true).indexOf('role');
  const open = found.rows.filter((row) => rowDecision(row, columns).outcome !== 'approved');
  return open.map((row) => roleIn(row, roleAt)).filter((role) => role !== '');
}

interface Found {
  readonly source: Source;
  readonly table: Table;
  /** Those about the phase. */
  readonly rows: readonly Row[];
}

function findTable(project: Project, phase: Phase): Found | undefined {
  for (const { source, outline, isOwn } of documentsAbout(project, phase)) {
    for (const passage of outline.passages) {
      const { block } = passage;
      const columns = block.type === 'table' ? columnsOf(block) : [];
      if (block.type !== 'table' || !isSignoffTable(passage, columns)) continue;
      const named = block.rows.map((row) => (columns.includes('phase') ? rowPhase(row, columns) : null));
      const rows = block.rows.filter((_, index) => isOwn({ phase: named[index] ?? passage.phase }));
      if (rows.length > 0 || (isOwn(passage) && !columns.includes('phase'))) return { source, table: block, rows };
    }
  }
  return undefined;
}

function roleIn(row: Row, at: number): string {
  return row.cells[at]?.text.replace(/[*_`]/g, '').trim() ?? '';
}

function inRows(signing: Signing, { source, table, rows }: Found): Written | Refusal {
  const columns = columnsOf(table);
  const slots = slotsOf(table, true);
  const role = signing.fields.get('role');
  const open = rows.filter((row) => rowDecision(row, columns).outcome !== 'approved');
  const roleAt = slots.indexOf('role');
  const roleOf = (row: Row) => roleIn(row, roleAt);
  const isRole = (row: Row) => roleAt < 0 || (role !== undefined && keyOf(roleOf(row)) === keyOf(role));
  // Without a role, or where the only open row names none, that row is meant.
  const only = open.length === 1 && (role === undefined || roleOf(open[0] as Row) === '') ? open[0] : undefined;
  const row = open.find(isRole) ?? only;
  if (!row && role === undefined && open.length > 1)
    return { refused: `Say in which role: ${listed(open.map(roleOf))} have yet to sign.` };
  const signed = rows.find((one) => isRole(one) && !open.includes(one));
  if (!row && signed && roleAt >= 0) {
    const { actor, date } = rowDecision(signed, columns);
    return { refused: `${roleOf(signed)} has signed already${actor ? ` (${[actor, date].filter(Boolean).join(', ')})` : ''}.` };
  }
  const actorAt = slots.indexOf('actor');
  const expected = row ? (row.cells[actorAt]?.text ?? '') : '';
  if (row && !isBlank(expected) && keyOf(expected) !== keyOf(signing.fields.get('actor') ?? ''))
    return { refused: `This row is for ${expected} to sign. Change the name in the table, or let ${expected} sign.` };
  const waiting = open.filter((one) => one !== row).map((one) => roleOf(one) || 'another row of the table');
  const words = wordsFor(signing, table, slots, columns);
  if (row) {
    for (const [index, text] of words) if (row.cells[index]?.text === text) words.delete(index);
    return { edits: writeCells(source, row, words), waiting, restated: [] };
  }
  const last = table.rows.at(-1) ?? table;
  const line = lineAt(source, table.rows.length > 0 ? last.start : Math.max(table.start, table.end - 1));
  const lead = /^[\s>]*/.exec(lineText(source, line))?.[0] ?? '';
  return { edits: [linesBehind(source, line, [rowOf(lead, slots.length, words)])], waiting, restated: [] };
}

/** What stands in which cell; what has no column stands behind the decision, or else the date. */
function wordsFor(
  { fields, namesEvidence }: Signing,
  table: Table,
  slots: readonly Slot[],
  columns: ReturnType<typeof columnsOf>,
): Map<number, string> {
  const said = namesEvidence || slots.includes('evidence') ? fields : withoutEvidence(fields);
  const { cells, rest } = sorted(slots, said);
  const decisionAt = slots.includes('decision') ? slots.indexOf('decision') : slots.indexOf('status');
  const other = table.rows
    .map((row) => rowDecision(row, columns).outcome === 'approved' && row.cells[decisionAt]?.text)
    .find(Boolean);
  const word = (other || '').split('(', 1)[0]?.trim() || 'Approved';
  if (decisionAt >= 0) cells.set(decisionAt, word);
  const restAt = [slots.indexOf('rest'), decisionAt, slots.indexOf('date'), slots.indexOf('actor')].find((at) => at >= 0);
  if (rest !== '' && restAt !== undefined) {
    const own = cells.get(restAt);
    cells.set(restAt, own === undefined ? rest : `${own} (${rest})`);
  }
  return cells;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
