import type { Edit } from '../model.ts';
import type { Row, Table } from '../read/blocks.ts';
import { columnsOf, resultCell } from '../read/columns.ts';
import type { Refusal } from '../refusal.ts';
import { lineAt, lineSpan, type Source } from '../source.ts';

/** The outcome in the Result column of a row, else in that of the status; a table with neither gets a Result column at its end. */
export function inRow(source: Source, table: Table, row: Row, text: string): readonly Edit[] | Refusal {
  const columns = columnsOf(table);
  const cell = resultCell(row, table, columns);
  const at = cell?.lines[0];
  if (at) return [cellEdit(source, row, at.start, at.end, text)];
  const index = columns.includes('result') ? columns.indexOf('result') : columns.indexOf('status');
  if (index >= 0) return cellsBehind(source, row, index - row.cells.length, text);
  const width = table.header.cells.length;
  if ([table.header, ...table.rows].some((one) => one.cells.length > width))
    return { refused: 'A row of this table has more cells than its header. Mend it, then a result can be written beside it.' };
  return [
    ...cellsBehind(source, table.header, 0, 'Result'),
    dashes(source, table),
    ...table.rows.flatMap((one) => cellsBehind(source, one, width - one.cells.length, one === row ? text : '')),
  ];
}

/** New words in a cell; an empty one gets a blank on either side. */
export function cellEdit({ path, text: all }: Source, row: Row, start: number, end: number, text: string): Edit {
  if (start < end) return { path, start, end, text };
  const from = Math.max(all.lastIndexOf('|', start - 1) + 1, row.start);
  return { path, start: from, end: start, text: ` ${text}${all[start] === '|' ? ' ' : ''}` };
}

/** A cell at the end of a row, behind as many empty ones as are missing before it. */
function cellsBehind({ path, text: all }: Source, row: Row, missing: number, text: string): readonly Edit[] {
  const line = all.slice(row.start, row.end).trimEnd();
  const at = row.start + line.length;
  const closed = line.endsWith('|') && !line.endsWith('\\|');
  const cells = [...Array.from({ length: missing }, () => ' '), text === '' ? ' ' : ` ${text} `];
  const words = closed ? cells.map((cell) => `${cell}|`).join('') : cells.map((cell) => ` |${cell.trimEnd()}`).join('');
  return [{ path, start: at, end: at, text: words }];
}

/** The dashes of one more column. */
function dashes(source: Source, table: Table): Edit {
  const span = lineSpan(source, lineAt(source, table.header.start) + 1);
  const line = source.text.slice(span.start, span.end).trimEnd();
  const at = span.start + line.length;
  const wide = /[-:] \|/.test(line);
  const text = line.endsWith('|') ? (wide ? ' --- |' : '---|') : wide ? ' | ---' : '|---';
  return { path: source.path, start: at, end: at, text };
}
