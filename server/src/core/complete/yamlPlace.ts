import type { Span } from '../model.ts';
import { normalKey } from '../read/yamlFields.ts';
import { lineAt, lineSpan, type Source } from '../source.ts';

/** Where a cursor stands in a YAML text. The text around it is being written: it is looked at line by line, whether it is YAML or not. */
export interface YamlPlace {
  /** Keys from the root to the place, `[]` for an item of a list; the key whose value it is comes last. */
  readonly keys: readonly string[];
  /** A key is being written, a value, or the beginning of an item, which may become either. */
  readonly writes: 'key' | 'value' | 'item';
  /** The words that are there. */
  readonly at: Span;
  /** The other keys of the same map, normalised, and their values as far as they stand on one line. */
  readonly siblings: ReadonlyMap<string, string>;
  /** A colon stands behind the words already. */
  readonly hasColon: boolean;
}

/** Lines of a text that hold YAML: all, or those of a front matter. */
export interface YamlRange {
  /** 0-based number of the first line. */
  readonly first: number;
  /** Offset of the end. */
  readonly end: number;
}

/** Looks at more lines than this for the keys around a place only by their indentation; further up is given up. */
const mostLines = 1_000_000;

/** A longer line is none that somebody completes by hand. UTF-16 units. */
const longestLine = 2000;

/** A line in its parts: how deep its dashes and its words stand. */
interface Parts {
  readonly dashes: readonly number[];
  /** The column of the words behind the dashes. */
  readonly column: number;
  readonly words: string;
  readonly key: string | undefined;
  /** What stands behind the colon. */
  readonly value: string;
}

/** Where the cursor stands; undefined inside a comment, a text of several lines, or something that spans lines. */
export function yamlPlaceAt(source: Source, offset: number, range: YamlRange): YamlPlace | undefined {
  const number = lineAt(source, offset);
  const line = lineSpan(source, number);
  if (line.end - line.start > longestLine) return undefined;
  const before = source.text.slice(line.start, offset);
  const parts = partsOf(before);
  // In front of what stands on the line already nothing is begun.
  if (
    before.trim() === '' &&
    /^[ \t]*[^\s#]/.test(source.text.slice(offset, line.end)) &&
    /^(?:[ \t]|-[ \t])/.test(source.text.slice(offset, line.end))
  )
    return undefined;
  if (hasComment(before)) return undefined;
  const around = ancestors(source, number, range, parts);
  if (!around) return undefined;
  const { key, value, words } = parts;
  if (key === undefined || value === undefined) {
    const whole = partsOf(source.text.slice(line.start, line.end));
    const start = line.start + parts.column;
    const end = whole.key === undefined ? endOf(source.text, offset, line.end) : Math.max(offset, start + whole.key.length);
    const quote = /^["']/.test(words) ? 1 : 0;
    const writes = parts.dashes.length > 0 ? 'item' : 'key';
    return {
      keys: around.keys,
      writes,
      at: { start: start + quote, end },
      siblings: around.siblings,
      hasColon: whole.key !== undefined,
    };
  }
  // In `[a, b]` each word is an item; in `{a: b}` nothing is offered.
  const flow = /[[{]/.exec(value)?.[0];
  if (flow === '{' || /^[|>]/.test(value.trimStart())) return undefined;
  const token = flow ? value.slice(Math.max(value.lastIndexOf('['), value.lastIndexOf(',')) + 1) : value;
  const typed = token.trimStart().replace(/^["']/, '');
  const keys = [...around.keys, key, ...(flow ? ['[]'] : [])];
  if (flow && value.includes(']')) return undefined;
  return {
    keys,
    writes: 'value',
    at: { start: offset - typed.length, end: endOf(source.text, offset, line.end) },
    siblings: around.siblings,
    hasColon: false,
  };
}

function endOf(text: string, offset: number, lineEnd: number): number {
  const rest = text.slice(offset, lineEnd);
  if (rest.trimStart().startsWith('#')) return offset;
  const stop = rest.search(/[,\]}"']|\s#/);
  return offset + rest.slice(0, stop < 0 ? undefined : stop).trimEnd().length;
}

/** Walks up from a line to the keys that hold it. Undefined inside the text of a block scalar. */
function ancestors(source: Source, number: number, { first, end }: YamlRange, own: Parts) {
  const siblings = new Map<string, string>();
  const keys: string[] = [];
  /** The outermost part so far: its column, and whether it is a dash. */
  let at = own.column;
  let dash = false;
  let isOwnMap = true;
  const open = (dashes: readonly number[]) => {
    for (const column of dashes.toReversed()) {
      if (column >= at) continue;
      keys.unshift('[]');
      at = column;
      dash = true;
      isOwnMap = false;
    }
  };
  open(own.dashes);
  if (own.dashes.length === 0 || own.key !== undefined) below(source, number, end, own.column, siblings);
  for (let above = number - 1; above >= first && number - above < mostLines; above -= 1) {
    const start = source.lineStarts[above] ?? 0;
    const indent = indentAt(source.text, start);
    const last = source.text.charCodeAt(start + indent);
    if (last === 10 || last === 13 || last === 35 || Number.isNaN(last)) continue;
    if (indent > at) continue;
    const span = lineSpan(source, above);
    const text = source.text.slice(span.start, span.end);
    if (indent === 0 && /^(?:---|\.\.\.)(?:\s|$)/.test(text)) break;
    const parts = partsOf(text);
    const holds = parts.key !== undefined && (parts.column < at || (dash && parts.column === at && parts.dashes.length === 0));
    if (parts.key !== undefined && isOwnMap && parts.column === at && !dash)
      siblings.set(normalKey(parts.key), plain(parts.value));
    if (holds && parts.key !== undefined) {
      // Deeper than the key of a block scalar everything is its text.
      if (/^\s*[|>][+\-\d]{0,3}\s*(?:#.*)?$/.test(parts.value)) return undefined;
      keys.unshift(parts.key);
      at = parts.column;
      dash = false;
      isOwnMap = false;
    }
    if (parts.dashes.some((column) => column < at)) open(parts.dashes);
    if (at === 0 && !dash) break;
  }
  return { keys, siblings };
}

/** The keys of the same map below a line. */
function below(source: Source, number: number, end: number, column: number, siblings: Map<string, string>): void {
  for (let next = number + 1; next < source.lineStarts.length && next - number < mostBelow; next += 1) {
    const span = lineSpan(source, next);
    if (span.start >= end) return;
    const text = source.text.slice(span.start, span.end);
    if (text.trim() === '') continue;
    const parts = partsOf(text);
    if (Math.min(parts.column, ...parts.dashes) < column) return;
    if (parts.column === column && parts.dashes.length === 0 && parts.key !== undefined)
      siblings.set(normalKey(parts.key), plain(parts.value));
  }
}

const mostBelow = 200;

function partsOf(line: string): Parts {
  const dashes: number[] = [];
  let column = 0;
  for (;;) {
    while (line[column] === ' ' || line[column] === '\t') column += 1;
    if (line[column] !== '-' || !(line[column + 1] === ' ' || line.length === column + 1)) break;
    dashes.push(column);
    column += 1;
  }
  const words = line.slice(column);
  const found = /^(?:"([^"\n]{1,200})"|'([^'\n]{1,200})'|([^\s#"'[\]{},&*!|>%@`][^:#\n]{0,200}))\s{0,9}:(?=\s|$)/.exec(words);
  const key = found?.[1] ?? found?.[2] ?? found?.[3]?.trimEnd();
  return { dashes, column, words, key, value: found ? words.slice(found[0].length) : '' };
}

/** The value of a line without quotes and remarks. */
function plain(value: string): string {
  const text = value.trim();
  const quoted = /^(["'])(.*)\1/.exec(text);
  const remark = text.search(/(?:^|\s)#/);
  return quoted?.[2] ?? text.slice(0, remark < 0 ? undefined : remark).trim();
}

/** Whether a comment begins in a part of a line: a `#` behind a blank and outside of quotes. */
function hasComment(before: string): boolean {
  let quote = '';
  for (let at = 0; at < before.length; at += 1) {
    const char = before[at] ?? '';
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '#' && (at === 0 || /\s/.test(before[at - 1] ?? ''))) return true;
    else if ((char === '"' || char === "'") && (at === 0 || /[\s[,:-]/.test(before[at - 1] ?? ''))) quote = char;
  }
  return false;
}

function indentAt(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at += 1;
  return at - start;
}
