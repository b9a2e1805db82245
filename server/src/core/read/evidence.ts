import { readInline } from '../markdown.ts';
import type { Evidence, Span } from '../model.ts';
import { kept } from '../share.ts';
import type { Row } from './blocks.ts';
import { type ColumnRole, cellOf, cellText, columnsOf } from './columns.ts';
import { targetsIn } from './evidenceTargets.ts';
import { isEmptyMark, oneLine, spanOver } from './gates.ts';
import type { Outline, Passage } from './outline.ts';
import { looksLikePath } from './paths.ts';
import type { Reading } from './reading.ts';
import { inOrder } from './text.ts';
import { readBareId, readUnitName } from './unitName.ts';

/** What the document names as proof: evidence sections, `Evidence:` labels, Evidence columns. */
export function readEvidence(outline: Outline, reading: Reading): readonly Evidence[] {
  const found: Evidence[] = [];
  const followed = new Set(
    outline.passages.map((passage) => (passage.block.type === 'paragraph' && passage.label ? null : passage.announced)),
  );
  for (const field of outline.fields) {
    if (field.label.topic?.role !== 'evidence') continue;
    if (field.value === '' || isEmptyMark(field.value)) {
      if (!followed.has(field.announces)) found.push(emptyPlace(field, field.at, reading));
      continue;
    }
    const item = field.parent ? readInline(oneLine(field.parent.text)).plain : null;
    const at = { start: field.item?.start ?? field.at.start, end: field.at.end };
    for (const one of toEvidence(field.value, item, field, { at, words: field.valueAt }, reading)) found.push(one);
  }
  return [...found, ...outline.passages.flatMap((passage) => fromPassage(passage, reading))].sort(
    (a, b) => a.at.start - b.at.start,
  );
}

function fromPassage(passage: Passage, reading: Reading): readonly Evidence[] {
  const { block } = passage;
  if (block.type === 'table') {
    const columns = columnsOf(block);
    if (!columns.includes('evidence')) return [];
    return block.rows.flatMap((row) => {
      const cell = cellOf(row, columns, 'evidence');
      const item = cellText(cellOf(row, columns, 'item', 'task', 'title', 'phase', 'stage') ?? row.cells[0]);
      const context = contextOfRow(row, columns, passage);
      if (cell && cellText(cell) !== '') {
        const date = dayIn(cellText(cellOf(row, columns, 'date')));
        const one = toEvidence(cell.text, item || null, context, { at: row, words: spanOver(cell.lines) }, reading);
        return one.map((each) => (each.date ? each : { ...each, date }));
      }
      return context === passage ? [] : [emptyPlace(context, row.cells[columns.indexOf('evidence')]?.lines[0] ?? row, reading)];
    });
  }
  if (passage.announced?.topic.role === 'evidence' && block.type === 'item') {
    if (isEmptyMark(block.text.text) || passage.label?.topic?.role === 'evidence') return [];
    const line = block.text.lines[0] ?? block;
    const where = { at: { start: block.start, end: line.end }, words: spanOver(block.text.lines) };
    return [toOne(oneLine(block.text), null, passage, where, reading)];
  }
  return block.type === 'paragraph' ? flattenedTable(passage, reading) : [];
}

interface Owner {
  readonly phase: string | null;
  readonly stage: string | null;
}

/** A row that is about a phase or stage gives its evidence to that one. */
function contextOfRow(row: Row, columns: readonly ColumnRole[], passage: Passage): Owner {
  const plain = cellText(row.cells[0]);
  const named = readUnitName(plain);
  if (named?.lead === '')
    return named.kind === 'phase' ? { phase: named.id, stage: null } : { phase: passage.phase, stage: named.id };
  const bare = columns[0] === 'phase' || columns[0] === 'stage' ? readBareId(plain) : undefined;
  if (!bare) return passage;
  return columns[0] === 'phase' ? { phase: bare.id, stage: null } : { phase: passage.phase, stage: bare.id };
}

function emptyPlace(owner: Owner, at: Span, reading: Reading): Evidence {
  const { phase, stage } = owner;
  return { kind: 'none', item: null, value: '', targets: [], date: null, at: reading.place(at), phase, stage };
}

/**
 * A table as it looks when a page is copied as text: a first line `Item Evidence`, then one row a line in which the evidence begins
 * with the first path or endpoint.
 */
function flattenedTable(passage: Passage, reading: Reading): readonly Evidence[] {
  const { block } = passage;
  if (
    block.type !== 'paragraph' ||
    !/^(?:Item|Deliverable|Requirement|Gate)s?[ \t]+Evidence$/i.test(block.text.text.split('\n', 1)[0] ?? '')
  )
    return [];
  return block.text.lines.slice(1).map((line) => {
    const text = reading.source.text.slice(line.start, line.end);
    const words = text.split(' ');
    const split = words.findIndex(
      (word, index) =>
        index > 0 &&
        (looksLikePath(word.replace(/[,;]$/, '')) ? /[./]\w|\*/.test(word) : /^(?:GET|POST|PUT|PATCH|DELETE)$/.test(word)),
    );
    const item = split > 0 ? words.slice(0, split).join(' ') : null;
    return toOne(split > 0 ? words.slice(split).join(' ') : text, item, passage, { at: line, words: line }, reading);
  });
}

function toEvidence(value: string, item: string | null, context: Owner, where: Where, reading: Reading): readonly Evidence[] {
  const parts = value
    .split(/,\s{1,9}(?=[`[]|\S[^\s./]{0,99}[./]\S|commits? [0-9a-f]{7})|;\s{1,9}/)
    .filter((part) => part.trim() !== '');
  return parts.map((part) => toOne(part, item, context, where, reading));
}

/** The line that gives evidence, and the words of it that do. */
interface Where {
  readonly at: Span;
  readonly words: Span;
}

function toOne(value: string, item: string | null, context: Owner, where: Where, reading: Reading): Evidence {
  const inline = readInline(value);
  const bare = /https?:\/\/\S+|(?<=\bcommits? )[0-9a-f]{7,40}\b/i.exec(inline.plain)?.[0];
  const target = inline.links[0]?.url ?? inline.codes[0]?.value ?? bare ?? inline.plain;
  return {
    kind: kindOf(target, inline.plain),
    item,
    value: inline.plain.trim(),
    targets: kept(targetsIn(value, where.words, reading.source)),
    date: dayIn(inline.plain),
    at: reading.place(where.at),
    phase: context.phase,
    stage: context.stage,
  };
}

/** A day as ISO writes it; one in a path or address names a file. */
export function dayIn(words: string): string | null {
  return /(?:^|[\s(,;])(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?=$|[\sT),;.:])/.exec(words)?.[1] ?? null;
}

const testFile = /(?:^|[/\w-])(?:\.(?:test|spec)|[_-]test)\.\w{1,5}$|(?:^|\/)test_[\w-]+\.\w{1,5}$/i;

/** The type of evidence, by what it points to. */
export function kindOf(target: string, words: string): Evidence['kind'] {
  const link = target.split(/[\s,]/)[0] ?? '';
  if (/^https?:/i.test(link))
    return /actions\/runs|\/(?:pipelines?|builds?|jobs?)\b|circleci|jenkins|buildkite/i.test(link) ? 'test' : 'link';
  if (/openapi|asyncapi|swagger|\.proto$|contract/i.test(link)) return 'contract';
  if (/^[0-9a-f]{7,40}$/i.test(link) && /\d/.test(link)) return 'commit';
  if (/\b\d{1,9}(?:\/\d{1,9})?\s{1,9}(?:tests?\s{1,9})?pass(?:ed|ing)?\b/i.test(words)) return 'test';
  if (inOrder(words, /\btests?\b/i, /\b(?:green|pass)/i)) return 'test';
  if (testFile.test(link)) return 'test';
  if (/\.mdx?(?:#|$)/i.test(link)) return 'document';
  if (looksLikePath(link) && /[./]/.test(link)) return 'artifact';
  return 'text';
}
