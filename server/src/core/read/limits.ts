import { longestPiece } from '../markdown.ts';
import type { DocumentFacts, Gate, GateItem, Problem, Span, Unit } from '../model.ts';
import { lineSpan, type Source } from '../source.ts';
import type { Block, Item } from './blocks.ts';
import type { Outline } from './outline.ts';

/** A longer Markdown text is not read: nobody writes it by hand, and reading it would hold up the editor. UTF-16 units. */
export const longestText = 4_000_000;

/** Deeper list items are read, but nothing is asked of them. */
const deepest = 50;
/** More disable comments in one document are not read: each is compared with every finding. */
export const mostDisables = 200;
/** Of a longer condition the rest is not judged: one sentence can be observed, a page cannot. UTF-16 units. */
export const longestCondition = 1000;
/** More conditions, of one gate and of a whole document, are not read: each is judged beside the others of its gate. */
const mostItems = { gate: 2000, document: 10_000 } as const;
/** More phases and stages in one document are not read, nor those that later headings name. */
export const mostUnits = 5000;
export const mostSections = 20_000;
/** More notices on one document would only be noise. */
const mostNotices = 5;

/** What lies beyond the limits, each with a notice on its line: never silence. */
export function readLimits(source: Source, blocks: readonly Block[], disables: DocumentFacts['disables']): readonly Problem[] {
  const problems: Problem[] = [];
  const add = (start: number, end: number, message: string) => {
    if (problems.length < mostNotices) problems.push(notRead(source, start, end, message));
  };
  const measure = (at: Span, text: string) => {
    if (text.length <= longestPiece) return;
    const message = `This text has ${text.length} characters in one piece; beyond ${longestPiece} its markup is not read.`;
    add(at.start, Math.min(at.end, at.start + 80), message);
  };
  for (const block of blocks) {
    if ('text' in block) measure(block, block.text.text);
    if (block.type === 'table') {
      for (const row of [block.header, ...block.rows]) {
        if (row.end - row.start > longestPiece) for (const cell of row.cells) measure(row, cell.text);
      }
    }
    if (block.type === 'item' && block.depth === deepest && !isDeep(block.parent)) {
      add(block.start, block.end, `This list is nested more than ${deepest} levels deep.`);
    }
  }
  const last = disables[mostDisables - 1]?.at;
  if (last) add(last.start, last.end, `At most ${mostDisables} disable comments of a document are read; this is the last one.`);
  return problems;
}

/** So many phases and stages as are read, and a notice on the first one beyond. */
export function limitUnits(
  units: readonly Unit[],
  outline: Outline,
  source: Source,
): { units: readonly Unit[]; problems: readonly Problem[] } {
  const cut = units[mostUnits]?.nameAt ?? outline.sections.slice(mostSections).find((section) => section.unit)?.heading;
  if (!cut) return { units, problems: [] };
  const message = `At most ${mostUnits} phases and stages of a document are read; from here on they are more.`;
  return { units: units.slice(0, mostUnits), problems: [notRead(source, cut.start, cut.end, message)] };
}

/** The gates with so many conditions as are read, and a notice on the first gate that has more. */
export function limitGates(gates: readonly Gate[], source: Source): { gates: readonly Gate[]; problems: readonly Problem[] } {
  let left: number = mostItems.document;
  let cut: Gate | undefined;
  let long: GateItem | undefined;
  const limited = gates.map((gate) => {
    const most = Math.min(mostItems.gate, left);
    left -= Math.min(gate.items.length, most);
    if (gate.items.length > most) cut ??= gate;
    long ??= gate.items.find((item) => item.text.length > longestCondition);
    if (gate.items.length <= most && !gate.items.some((item) => item.text.length > longestCondition)) return gate;
    return { ...gate, items: gate.items.slice(0, most).map(shortened) };
  });
  const problems = [
    ...(cut ? [notRead(source, cut.at.start, cut.at.end, tooMany)] : []),
    ...(long ? [notRead(source, long.at.start, Math.min(long.at.end, long.at.start + 80), tooWordy)] : []),
  ];
  return { gates: limited, problems };
}

const tooMany = `At most ${mostItems.gate} conditions of a gate and ${mostItems.document} of a document are read; here they are more.`;
const tooWordy = `Of a condition the first ${longestCondition} characters are read; this one has more.`;

function shortened(item: GateItem): GateItem {
  return item.text.length > longestCondition ? { ...item, text: item.text.slice(0, longestCondition) } : item;
}

/** The notice for markup that nobody had the time to read, on the first text of that kind. */
export function tooMuchMarkup(source: Source, text: string): Problem {
  const line = text.split('\n', 1)[0] ?? '';
  const found = source.text.indexOf(line);
  const start = Math.max(0, found);
  const end = found < 0 ? lineSpan(source, 0).end : start + Math.min(line.length, 80);
  const message =
    'This document has more HTML, entities and nested markup than is read; from here on such text is taken as it is written.';
  return notRead(source, start, Math.max(start, end), message);
}

/** The notice for a text that is too long to be read at all. */
export function tooLong(source: Source): Problem {
  const { start, end } = lineSpan(source, 0);
  const message = `This document has ${source.text.length} characters and was not read; documents are read up to ${longestText}. Split it, or exclude it in phasewise.yaml.`;
  return notRead(source, start, Math.min(end, start + 200), message);
}

function notRead(source: Source, start: number, end: number, message: string): Problem {
  return { code: 'not-read', message, at: { path: source.path, start, end } };
}

function isDeep(item: Item | undefined): boolean {
  return item !== undefined && item.depth >= deepest;
}
