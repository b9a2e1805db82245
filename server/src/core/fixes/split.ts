import type { Edit, Fix } from '../model.ts';
import type { Project } from '../project.ts';
import { lineAt, lineSpan, type Source } from '../source.ts';
import type { Condition } from './conditionAt.ts';
import { conjunctsOf } from './conjuncts.ts';
import { fitted } from './fitted.ts';
import { hasDetails, linesBehind, lineText } from './lines.ts';
import { joined, rewritten, type Wording } from './wording.ts';
import { scalarAround, yamlValue } from './yamlScalars.ts';

/** One condition for each part of a compound one, in the list, table or value that holds it. */
export function split(project: Project, { gate, item }: Condition, source: Source): readonly Fix[] {
  const siblings = gate.items.filter((other) => other !== item).map(({ text }) => text);
  const [first, ...others] = conjunctsOf(item.text, { commands: project.commands, siblings }) ?? [];
  if (!first) return [];
  const more = /\.ya?ml$/i.test(source.path) ? moreValues(item, others, source) : moreItems(item, others, source);
  if (more.length === 0) return [];
  const own = fitted({ path: source.path, ...item.textAt, ...first }, item.textAt, source);
  return [{ title: `Split it into ${others.length + 1} conditions`, edits: [withoutSame(own, source), ...more] }];
}

type Item = Condition['item'];

/** The parts as further items of a list or rows of a table; what is numbered behind them counts on. */
function moreItems(item: Item, parts: readonly Wording[], source: Source): readonly Edit[] {
  const number = lineAt(source, item.textAt.start);
  const last = lineAt(source, item.textAt.end);
  const line = lineSpan(source, number);
  const before = source.text.slice(line.start, item.textAt.start);
  const isRow = /^[\s>]*\|/.test(before);
  if (!isRow && (!/^[\s>]*(?:[-*+]|\d{1,3}[.)])\s+(?:\[[^\]]\]\s+)?$/.test(before) || hasDetails(source, last))) return [];
  const after = isRow ? source.text.slice(item.textAt.end, line.end) : '';
  const lines = parts.map((part, index) => {
    const words = isRow ? rewritten(part, (char) => (char === '|' ? '\\|' : char)) : part;
    return joined(counted(before, index + 1), words, after);
  });
  return [linesBehind(source, last, lines), ...countOn(source, last, before, parts.length)];
}

/** A number at the front of an item or in the first cell of a row. */
const ordinal = /^([\s>]*(?:\|\s*)?)(\d{1,3})(?=[.)]\s|\s*\|)/;

function counted(line: string, by: number): string {
  return line.replace(ordinal, (_, lead, number) => `${lead}${Number(number) + by}`);
}

/** Adds to the numbers of the items behind, as far as they count on without a gap. */
function countOn(source: Source, last: number, before: string, by: number): readonly Edit[] {
  const edits: Edit[] = [];
  const [, lead = '', own] = ordinal.exec(before) ?? [];
  for (let expected = Number(own) + 1, line = last + 1; own !== undefined; expected += 1, line += 1) {
    const found = ordinal.exec(lineText(source, line));
    if (found?.[1] !== lead || Number(found[2]) !== expected) break;
    const start = lineSpan(source, line).start + lead.length;
    edits.push({ path: source.path, start, end: start + (found[2]?.length ?? 0), text: String(expected + by) });
  }
  return edits;
}

/** The parts as further values of a YAML list, or as further lines of a block of text. */
function moreValues(item: Item, parts: readonly Wording[], source: Source): readonly Edit[] {
  const { scalar, flow = false } = scalarAround(source, item.textAt) ?? {};
  const number = lineAt(source, item.textAt.start);
  const line = lineSpan(source, number);
  if (!scalar || (scalar.style !== 'block' && scalar.whole.end > line.end)) return [];
  const before = source.text.slice(line.start, scalar.style === 'block' ? item.textAt.start : scalar.whole.start);
  if (scalar.style === 'block')
    return /^\s*(?:[-*•]\s+)?$/.test(before)
      ? [
          linesBehind(
            source,
            number,
            parts.map((part) => joined(before, part)),
          ),
        ]
      : [];
  if (flow) {
    const at = scalar.whole.end;
    const isListed = /^\s*[,\]]/.test(source.text.slice(at)) && !/:\s*["']?$/.test(before);
    return isListed
      ? [{ path: source.path, start: at, end: at, ...joined(...parts.flatMap((part) => [', ', yamlValue(part, true)])) }]
      : [];
  }
  if (!/^\s*-\s+$/.test(before)) return [];
  return [
    linesBehind(
      source,
      number,
      parts.map((part) => joined(before, yamlValue(part, false))),
    ),
  ];
}

/** The same edit without the characters at its ends that it leaves as they are. */
function withoutSame(edit: Edit, source: Source): Edit {
  const old = source.text.slice(edit.start, edit.end);
  const stops = edit.stops ?? [];
  const { text } = edit;
  let head = 0;
  while (head < Math.min(old.length, text.length, stops[0]?.start ?? Infinity) && old[head] === text[head]) head += 1;
  const most = Math.min(old.length - head, text.length - Math.max(head, stops.at(-1)?.end ?? 0));
  let tail = 0;
  while (tail < most && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1;
  const moved = stops.map(({ start, end }) => ({ start: start - head, end: end - head }));
  return {
    path: edit.path,
    start: edit.start + head,
    end: edit.end - tail,
    text: text.slice(head, text.length - tail),
    ...(moved.length > 0 ? { stops: moved } : {}),
  };
}
