import { readInline } from '../markdown.ts';
import type { Span } from '../model.ts';
import type { Table } from './blocks.ts';
import type { Label } from './label.ts';
import { type Topic, topicOfLabel } from './vocabulary.ts';

/** A row of a table that is a label and its value. */
export interface Pair {
  readonly label: Label;
  readonly value: string;
  readonly valueAt: Span;
  readonly at: Span;
}

/** What a table of metadata says of a phase. */
const about = new Set<Topic['role']>(['status', 'estimate', 'depends', 'phase-number', 'phase-name', 'date', 'actor']);

/** Rows that have to be metadata before a table is taken for a list of labels. */
const fewest = 2;

/**
 * The labels of a table with two columns, `| Status | Ready |` below `| Field | Value |`, or none where it is another table. The header
 * may itself be a pair.
 */
export function readPairs(table: Table): readonly Pair[] {
  if (table.header.cells.length !== 2) return [];
  const pairs = [table.header, ...table.rows.slice(0, mostRows)].flatMap(({ cells, start, end }) => {
    const [first, second] = cells;
    const at = second?.lines[0];
    if (!first || !second || !at || first.text.length > longest) return [];
    const name = readInline(first.text)
      .plain.replace(/[:：]\s{0,3}$/, '')
      .trim();
    const topic = topicOfLabel(name);
    if (!topic || !about.has(topic.role)) return [];
    const label: Label = { name, value: second.text, valueAt: at, topic, alone: false };
    return [{ label, value: second.text, valueAt: at, at: { start, end } }];
  });
  const roles = new Set(pairs.map(({ label }) => label.topic?.role));
  return roles.size >= fewest ? pairs.filter(({ at }) => at.start !== table.header.start || !isHeading(table)) : [];
}

/** `| Phase | Status |` heads a table of phases; `| Status | Draft |` is a pair. */
function isHeading({ header }: Table): boolean {
  return topicOfLabel(readInline(header.cells[1]?.text ?? '').plain) !== undefined;
}

/** Longer lists are no metadata. */
const mostRows = 30;
/** Longer words are no label. UTF-16 units. */
const longest = 60;
