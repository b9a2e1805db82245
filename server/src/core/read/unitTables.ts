import { readInline } from '../markdown.ts';
import type { Table } from './blocks.ts';
import type { Candidate } from './candidate.ts';
import { cellOf, cellText, columnsOf, statusCell } from './columns.ts';
import type { Passage } from './outline.ts';
import type { Reading } from './reading.ts';
import { readReferences } from './references.ts';
import { splitTitle } from './splitTitle.ts';
import { readBareId, readUnitName } from './unitName.ts';

/** Numbers below such a header are phases only where nothing is called a phase. */
const minorHeader = /milestone|sprint|epic|iteration/i;

/** The units that the rows of a table name. */
export function fromTable(table: Table, passage: Passage, reading: Reading): readonly Candidate[] {
  const columns = columnsOf(table);
  const first = columns[0];
  // The number may have a column of its own: `| # | Phase | Status |`.
  const named = (columns[1] === 'phase' || columns[1] === 'stage') && !columns.includes('task');
  const names = new Set(table.rows.map((row) => row.cells[1]?.text));
  const counted = first === 'id' && named && names.size === table.rows.length;
  const titled = columns.indexOf('title') >= 0 ? 'title' : counted ? columns[1] : undefined;
  return table.rows.flatMap((row) => {
    const cell = row.cells[0];
    if (!cell) return [];
    const plain = readInline(cell.text).plain.trim();
    const name =
      readUnitName(plain) ?? (counted && row.cells[1] ? readUnitName(readInline(row.cells[1].text).plain.trim()) : undefined);
    const bare = counted || first === 'phase' || first === 'stage' ? readBareId(plain) : undefined;
    // "Phase 3 leftovers" in the column of names only mentions the phase.
    const named = name?.lead === '' && (name.strength === 'strong' || name.tail === null) ? name : undefined;
    if (!named && !bare) return [];
    if (!named && first === 'phase' && columns.includes('task') && columns.includes('id')) return [];
    const line = { start: row.start, end: row.end };
    const split = splitTitle((named ? named.tail : bare?.tail) ?? null);
    const status = statusCell(row, table, columns);
    const statement = status?.lines[0] ? reading.status(status.text, status.lines[0], 'row') : undefined;
    const depends = cellOf(row, columns, 'depends');
    return [
      {
        kind: named?.kind ?? ((counted ? columns[1] : first) === 'stage' ? 'stage' : 'phase'),
        rank: named?.rank ?? (minorHeader.test(table.header.cells[counted ? 1 : 0]?.text ?? '') ? 'minor' : 'major'),
        strength: 'strong',
        id: named?.id ?? bare?.id ?? '',
        title: split.title ?? (titled ? cellText(cellOf(row, columns, titled)) || null : null),
        estimate: split.estimate ?? (cellText(cellOf(row, columns, 'estimate')) || null),
        form: 'row',
        level: 7,
        at: reading.place(line),
        nameAt: cell.lines[0] ?? line,
        phase: named?.kind === 'stage' || first === 'stage' ? passage.phase : null,
        statuses: [
          ...(statement ? [statement] : []),
          ...split.affixes.flatMap((affix) => reading.status(affix, reading.find(affix, line), 'heading') ?? []),
        ],
        dependsOn: depends?.lines[0] ? readReferences(depends.text, depends.lines[0].start, reading.path) : [],
        extent: line,
      },
    ];
  });
}
