import { readInline } from '../markdown.ts';
import type { Table } from '../read/blockTypes.ts';
import { columnsOf } from '../read/columns.ts';
import { signsByName } from '../read/signoffs.ts';
import { type SignoffFields, type SignoffKey, toSignoffWords } from '../read/signoffWords.ts';

/** What each column of a table takes of a sign-off; `decision` is the word for it, `rest` takes what has no column. */
export type Slot = SignoffKey | 'decision' | 'status' | 'rest' | null;

/**
 * @param forSignoff the table is about approval: then whoever is named in it approves. In a table of phases only a column that says so
 * takes the approver; `Owner` is who does the work there.
 */
export function slotsOf(table: Table, forSignoff: boolean): readonly Slot[] {
  const columns = columnsOf(table);
  return table.header.cells.map((cell, index): Slot => {
    const name = readInline(cell.text).plain.trim().toLowerCase();
    const role = columns[index];
    if (/^(?:commit|sha|revision)\b/.test(name)) return 'commit';
    if (/correlation|^ref(?:erence)?(?: id)?$/.test(name)) return 'correlation';
    if (/override|waiver/.test(name)) return 'override';
    if (/^(?:notes?|comments?|remarks?)$/.test(name)) return 'rest';
    if (role === 'owner') return forSignoff || signsByName.test(name) ? 'actor' : null;
    if (role === 'decision') return name === 'signature' && !columns.includes('owner') ? 'actor' : 'decision';
    if (role === 'date') return /target|due|eta|start|updated/.test(name) ? null : 'date';
    if (role === 'evidence' || role === 'status' || role === 'role') return role;
    return null;
  });
}

/** What goes into which column, and what is left over. */
export function sorted(
  slots: readonly Slot[],
  fields: SignoffFields,
): { readonly cells: Map<number, string>; readonly rest: string } {
  const cells = new Map<number, string>();
  const left = new Map(fields);
  for (const [index, slot] of slots.entries()) {
    const value = slot && slot !== 'decision' && slot !== 'status' && slot !== 'rest' ? left.get(slot) : undefined;
    if (!slot || value === undefined) continue;
    cells.set(index, value);
    left.delete(slot as SignoffKey);
  }
  const rest = toSignoffWords(left);
  return { cells, rest };
}
