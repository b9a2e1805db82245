import { readInline } from '../markdown.ts';
import type { Deferral, Signoff, StatusStatement } from '../model.ts';
import { cellOf, cellText, columnsOf } from './columns.ts';
import { isEmptyMark, oneLine } from './gates.ts';
import type { Field, Outline, Passage, Section } from './outline.ts';
import type { Reading } from './reading.ts';
import { readUnitName } from './unitName.ts';

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
    const signs =
      columns.includes('decision') ||
      (columns.includes('role') && columns.includes('owner')) ||
      passage.announced?.topic.role === 'signoff';
    if (!signs || !(columns.includes('owner') || columns.includes('decision'))) return [];
    return block.rows.map((row) => {
      const decision = cellText(cellOf(row, columns, 'decision', 'status'));
      const actor = cellText(cellOf(row, columns, 'owner')) || null;
      const date = cellText(cellOf(row, columns, 'date')) || null;
      const rejected = /reject|no-?go|fail|denied|❌/i.test(decision);
      const approved =
        /approve|signed|go\b|pass|yes|✅|ok/i.test(decision) ||
        (decision === '' && actor !== null && date !== null && columns.includes('date'));
      return {
        outcome: rejected ? ('rejected' as const) : approved ? ('approved' as const) : ('pending' as const),
        actor,
        role: cellText(cellOf(row, columns, 'role', 'item', 'phase') ?? row.cells[0]) || null,
        date,
        correlationId: null,
        at: reading.place({ start: row.start, end: row.end }),
        phase: passage.phase,
      };
    });
  });
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
    const actor = readInline(field.value).plain.trim();
    if (actor === '' || isEmptyMark(actor) || /^[_\s.[\]<>-]+$|^\[.*\]$|^<.*>$/.test(actor)) return [];
    const value = (role: string) => near(field.section).get(role) ?? null;
    return [
      {
        outcome: 'approved' as const,
        actor,
        role: value('actor-role'),
        date: value('date') ?? /\d{4}-\d{2}-\d{2}/.exec(actor)?.[0] ?? null,
        correlationId: value('correlation'),
        at: reading.place(field.at),
        phase: field.phase,
      },
    ];
  });
}

/** The first value of each label in a section, by its role. */
function valuesOf(section: Section, outline: Outline): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { label, value } of outline.fieldsIn(section)) {
    const role = label.topic?.role;
    if (role && value !== '' && !values.has(role)) values.set(role, readInline(value).plain.trim());
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
    const words = readInline(oneLine(block.text)).plain.trim();
    const outcome = no.test(words) ? 'rejected' : yes.test(words) ? 'approved' : undefined;
    if (!outcome || block.box.mark === ' ') return [];
    return [
      {
        outcome,
        actor: null,
        role: null,
        date: null,
        correlationId: null,
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
      const text = readInline(oneLine(block.text)).plain;
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
        .map((cell) => readInline(cell.text).plain)
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
