import type { Span } from '../model.ts';
import type { Row, Table } from '../read/blockTypes.ts';
import { columnsOf } from '../read/columns.ts';
import { minorWords } from '../read/unitName.ts';
import { bareIds, idWithin, wordOf } from './phrases.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A number in a column that is about phases or stages. */
export interface TableName {
  readonly kind: 'phase' | 'stage';
  readonly id: string;
  readonly at: Span;
}

const minor = new RegExp(`\\b(?:${minorWords})\\b`, 'iu');

/** The bare numbers in the columns "Phase", "Target phase", "Stage" … of tables. */
export function* tableNames(text: string, tables: readonly Table[], words: Vocabulary): Iterable<TableName> {
  for (const table of tables) {
    const roles = columnsOf(table);
    const columns = table.header.cells.map(({ text: header }, index) => kindOf(header, roles[index] ?? 'other', words));
    // The rows may be numbered beside a column of names: `| # | Phase |`.
    if (roles[0] === 'id' && columns[1] && !roles.includes('task') && table.rows.every((row) => isNumbered(row)))
      columns[0] = columns[1];
    for (const row of table.rows)
      for (const [index, kind] of columns.entries()) {
        const [line] = row.cells[index]?.lines ?? [];
        if (kind && line)
          for (const { id, ...at } of bareIds(text.slice(line.start, line.end), line.start)) yield { kind, id, at };
      }
  }
}

function kindOf(header: string, role: string, words: Vocabulary): 'phase' | 'stage' | undefined {
  const word = minor.exec(header)?.[0].toLowerCase();
  if (word && !words.phases.has(word)) return undefined;
  if (role === 'stage') return words.stages.size > 0 ? 'stage' : undefined;
  if (role === 'phase') return 'phase';
  return /^\W{0,4}(?:target|new|next|to|from|planned|owning|in) phase\W{0,4}$/i.test(header) ? 'phase' : undefined;
}

/** The number at the beginning of a row is that of the unit beside it, where the unit says its number too. */
function isNumbered({ cells }: Row): boolean {
  const [number] = bareIds(cells[0]?.text ?? '', 0);
  const name = cells[1]?.text ?? '';
  return (
    number !== undefined &&
    (wordOf(name) === undefined || idWithin(name, { start: 0, end: name.length }, number.id) !== undefined)
  );
}
