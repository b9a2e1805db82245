import { readInline as markup } from '../markdown.ts';
import type { Deferral, Signoff, StatusStatement } from '../model.ts';
import type { Piece, Row, Table } from './blockTypes.ts';
import { type ColumnRole, cellOf, cellText, columnsOf, statusCell } from './columns.ts';
import { isEmptyMark, oneLine } from './gates.ts';
import type { Field, Outline, Passage, Section } from './outline.ts';
import type { Reading } from './reading.ts';
import { readSignoffWords, type SignoffFields } from './signoffWords.ts';
import { toStatus } from './status.ts';
import { readBareId, readUnitName } from './unitName.ts';

/** Who approved, from sign-off tables, labels (`Approved by: …`) and decision boxes (`- [x] GO`). */
export function readSignoffs(outline: Outline, reading: Reading): readonly Signoff[] {
  return [...fromTables(outline, reading), ...fromLabels(outline, reading), ...fromBoxes(outline, reading)].sort(
    (a, b) => a.at.start - b.at.start,
  );
}

/** What a ticked decision box says about the phase: approved is done, no-go is blocked. */
export function decidedStatus(signoffs: readonly Signoff[]): StatusStatement | undefined {
  const decision = signoffs.findLast((signoff) => signoff.actor === null && signoff.outcome !== 'pending');
  if (!decision) return undefined;
  return { status: decision.outcome === 'approved' ? 'done' : 'blocked', text: decision.outcome, at: decision.at, form: 'label' };
}

function fromTables(outline: Outline, reading: Reading): readonly Signoff[] {
  return outline.passages.flatMap((passage) => {
    const { block } = passage;
    if (block.type !== 'table') return [];
    const columns = columnsOf(block);
    return isSignoffTable(passage, columns)
      ? block.rows.map((row) => fromRow(row, columns, passage, reading))
      : block.rows.flatMap((row) => fromTracker(row, block, columns, passage, reading) ?? []);
  });
}

/** Whether the rows of a table say who approves: a decision is asked for, or a role and a name, or its heading says so. */
export function isSignoffTable({ announced }: Passage, columns: readonly ColumnRole[]): boolean {
  const signs =
    columns.includes('decision') ||
    (columns.includes('role') && columns.includes('owner')) ||
    announced?.topic.role === 'signoff';
  return signs && (columns.includes('owner') || columns.includes('decision'));
}

function fromRow(row: Row, columns: readonly ColumnRole[], passage: Passage, reading: Reading): Signoff {
  const own = columns.includes('phase') ? (rowPhase(row, columns) ?? passage.phase) : passage.phase;
  return { ...rowDecision(row, columns), at: reading.place({ start: row.start, end: row.end }), phase: own };
}

/** What one row of a sign-off table says. */
export function rowDecision(row: Row, columns: readonly ColumnRole[]): Omit<Signoff, 'at' | 'phase'> {
  const words = filled(cellOf(row, columns, 'decision', 'status'));
  const actor = filled(cellOf(row, columns, 'owner')) || null;
  const date = filled(cellOf(row, columns, 'date')) || null;
  const more = recordIn(row);
  const decision = more ? (words.split('(', 1)[0] ?? '').trim() : words;
  const rejected = /reject|no-?go|fail|denied|❌/i.test(decision);
  const approved =
    /approve|signed|go\b|pass|yes|✅|ok/i.test(decision) ||
    (decision === '' && actor !== null && date !== null && columns.includes('date'));
  return {
    outcome: rejected ? 'rejected' : approved ? 'approved' : 'pending',
    actor: actor ?? more?.get('actor') ?? null,
    role: filled(cellOf(row, columns, 'role', 'item') ?? (columns[0] === 'phase' ? undefined : row.cells[0])) || null,
    date: (more && date?.split(' (', 1)[0]) ?? date ?? more?.get('date') ?? null,
    ...recorded(more),
    evidence: more?.has('evidence') ? listed(more.get('evidence')) : listed(filled(cellOf(row, columns, 'evidence'))),
  };
}

/** The row of a phase that is signed off, in a table that says by whom. */
function fromTracker(
  row: Row,
  table: Table,
  columns: readonly ColumnRole[],
  { phase }: Passage,
  reading: Reading,
): Signoff | undefined {
  const status = statusCell(row, table, columns);
  if (!status || toStatus(status.text, undefined) !== 'signed_off') return undefined;
  const own = rowPhase(row, columns) ?? phase;
  const approver = table.header.cells.findIndex((cell, index) => columns[index] === 'owner' && signsByName.test(cell.text));
  const more = recordIn(row);
  const actor = (approver >= 0 && filled(row.cells[approver])) || more?.get('actor') || null;
  if (own === null || (actor === null && !more)) return undefined;
  return {
    outcome: 'approved',
    actor,
    role: more?.get('role') ?? null,
    date: (filled(cellOf(row, columns, 'date')) || more?.get('date')) ?? null,
    ...recorded(more),
    evidence: listed(more?.get('evidence') ?? filled(cellOf(row, columns, 'evidence'))),
    at: reading.place({ start: row.start, end: row.end }),
    phase: own,
  };
}

/** Headers of columns for who approves, not for who does the work. */
export const signsByName = /approv|review|sign/i;

/** The phase that a row is about, by its first cell. */
export function rowPhase(row: Row, columns: readonly ColumnRole[]): string | null {
  const at = Math.max(0, columns.indexOf('phase'));
  const words = markup(row.cells[at]?.text ?? '').plain.trim();
  const name = readUnitName(words);
  if (name?.lead === '' && name.kind === 'phase') return name.id;
  return columns[at] === 'phase' ? (readBareId(words)?.id ?? null) : null;
}

/** The run of words for which a row has no columns, in whichever cell it stands. */
function recordIn({ cells }: Row): SignoffFields | undefined {
  for (const cell of cells) {
    if (!/commit |id |override: |by /.test(cell.text)) continue;
    const record = readSignoffWords(markup(cell.text).plain);
    if (record) return record;
  }
  return undefined;
}

function recorded(more: SignoffFields | undefined): Pick<Signoff, 'commit' | 'correlationId' | 'override'> {
  return {
    commit: more?.get('commit') ?? null,
    correlationId: more?.get('correlation') ?? null,
    override: more?.get('override') ?? null,
  };
}

/** The paths and words of a list on one line. */
function listed(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(/, /)
    .map((part) => part.replace(/^`|`$/g, '').trim())
    .filter((part) => part !== '');
}

/** What a cell says; a line to write on says nothing. */
function filled(cell: Piece | undefined): string {
  const text = cellText(cell);
  return isBlank(text) ? '' : text;
}

/** A place that waits for words: `___`, `<name>`, `[date]`, `YYYY-MM-DD`, `TBD`. */
export function isBlank(text: string): boolean {
  return (
    text === '' || isEmptyMark(text) || /^(?:[_\s.[\]<>☐-]+|\[[^\]]*\]|<[^>]*>|YYYY-MM-DD|TB[AD]|[Pp]ending|PENDING)$/.test(text)
  );
}

function fromLabels(outline: Outline, reading: Reading): readonly Signoff[] {
  const isActor = (field: Field) =>
    field.label.topic?.role === 'actor' ||
    (field.label.topic?.role === 'signoff' && /by|approver|reviewer|approval/i.test(field.label.name));
  const read = new Map<Section, ReadonlyMap<string, string>>();
  const near = (section: Section) => {
    const values = read.get(section) ?? valuesOf(section, outline);
    read.set(section, values);
    return values;
  };
  return outline.fields.filter(isActor).flatMap((field) => {
    const actor = markup(field.value).plain.trim();
    if (isBlank(actor)) return [];
    const value = (role: string) => near(field.section).get(role) ?? null;
    return [
      {
        outcome: 'approved' as const,
        actor,
        role: value('actor-role'),
        date: value('date') ?? /\d{4}-\d{2}-\d{2}/.exec(actor)?.[0] ?? null,
        correlationId: value('correlation'),
        commit: value('commit'),
        evidence: listed(value('evidence') ?? undefined),
        override: value('override'),
        at: reading.place(field.at),
        phase: field.phase,
      },
    ];
  });
}

/** The first value of each label in a section, by its role, and by its name where a sign-off gives it a meaning of its own. */
function valuesOf(section: Section, outline: Outline): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { label, value } of outline.fieldsIn(section)) {
    const role = /^(?:commit|override)$/i.exec(label.name)?.[0].toLowerCase() ?? label.topic?.role;
    if (role && value !== '' && !values.has(role)) values.set(role, markup(value).plain.trim());
  }
  return values;
}

const yes = /^(?:go|approved?|pass(?:ed)?|accepted|signed[- ]off|proceed|yes)\b(?!.*\b(?:no-?go|reject|fail))/i;
const no = /^(?:no[- ]?go|reject(?:ed)?|fail(?:ed)?|remediation required|not approved|changes requested|blocked|no)\b/i;

/** Boxes that are options of one decision: `GO` beside `NO-GO`, `APPROVED` beside `REJECTED`. Only a ticked one decides. */
function fromBoxes(outline: Outline, reading: Reading): readonly Signoff[] {
  return outline.passages.flatMap((passage) => {
    const { block } = passage;
    if (block.type !== 'item' || !block.box || passage.announced?.topic.role !== 'decision') return [];
    const words = markup(oneLine(block.text)).plain.trim();
    const outcome = no.test(words) ? 'rejected' : yes.test(words) ? 'approved' : undefined;
    if (!outcome || block.box.mark === ' ') return [];
    return [
      {
        outcome,
        actor: null,
        role: null,
        date: null,
        correlationId: null,
        commit: null,
        evidence: [],
        override: null,
        at: reading.place(block),
        phase: passage.phase,
      } as const,
    ];
  });
}

/** Work moved to later: items below a heading or label "Deferred". */
export function readDeferrals(outline: Outline, reading: Reading): readonly Deferral[] {
  return outline.passages.flatMap((passage: Passage) => {
    const { block, announced } = passage;
    if (announced?.topic.role !== 'deferred') return [];
    const to = targetOf(announced.name);
    if (block.type === 'item') {
      if (block.depth > 0 || block.text.text === '' || isEmptyMark(block.text.text)) return [];
      const text = markup(oneLine(block.text)).plain;
      return [
        {
          text,
          to: targetOf(text) ?? to,
          at: reading.place({ start: block.start, end: block.text.lines[0]?.end ?? block.end }),
          phase: passage.phase,
        },
      ];
    }
    if (block.type !== 'table') return [];
    return block.rows.map((row) => {
      const text = row.cells
        .map((cell) => markup(cell.text).plain)
        .filter(Boolean)
        .join(' — ');
      return { text, to: targetOf(text) ?? to, at: reading.place({ start: row.start, end: row.end }), phase: passage.phase };
    });
  });
}

/** The phase that some words move work to: "→ Phase 3", "moved to phase 2", "(Phase 4)". */
function targetOf(text: string): string | null {
  const at = /(?:→|->|to|until|for|in|\()\s{0,9}(?=phase\b)/i.exec(text);
  const name = at ? readUnitName(text.slice(at.index + at[0].length)) : undefined;
  return name?.kind === 'phase' ? name.id : null;
}
