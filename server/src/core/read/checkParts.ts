import { readInline } from '../markdown.ts';
import type { Span } from '../model.ts';
import type { Block, Fence, Item } from './blocks.ts';
import type { Field, Outline, Passage } from './outline.ts';
import type { Reading } from './reading.ts';

/** A command in an item: the code span after Run, Launch, Execute, or the only code span of an item that has nothing else. */
export function commandIn(item: Item, text = item.text.text): { text: string; at: Span } | undefined {
  if (item.text.lines.length > 3 && text === item.text.text) return undefined;
  const { codes, plain } = readInline(text);
  const first = codes[0];
  if (!first || !looksLikeCommand(first.value)) return undefined;
  const before = text.slice(0, first.start);
  const near = before.slice(Math.max(before.lastIndexOf('`') + 1, before.length - 68));
  const led = /\b(?:run|launch|execute|start|call|command|terminal|type|curl|via|with)\b/i.test(near);
  const alone = plain.trim() === first.value || /^\W*$/.test(before);
  if (!led && !alone) return undefined;
  const earlier = before.split('\n');
  const lines = item.text.lines.slice(earlier.length - 1);
  const [line] = lines;
  const inLine = earlier.slice(0, -1).reduce((sum, one) => sum + one.length + 1, 0);
  return line && codeOf(text.slice(inLine), { start: line.start, end: line.end }, lines);
}

/** The lines of an item before the first one that is a label of the test (`Expected: …`). */
export function headOf(item: Item, fields: readonly Field[]): string {
  const labels = new Set(fields.map((field) => field.at.start));
  const first = item.text.lines.findIndex((line, index) => index > 0 && labels.has(line.start));
  return first < 0 ? item.text.text : item.text.text.split('\n').slice(0, first).join('\n');
}

function looksLikeCommand(code: string): boolean {
  return /^(?:\.{0,2}\/)?[\w.@/-]+(?:\s+\S|$)/.test(code) && /\s/.test(code.trim());
}

/** The first code span of a value, else the whole value; `at` is the command itself. */
export function codeOf(value: string, at: Span, lines: readonly Span[] = []): { text: string; at: Span } | undefined {
  const code = readInline(value).codes[0];
  if (!code) return value.trim() === '' ? undefined : { text: value.trim(), at };
  const ticks = /^`+/.exec(value.slice(code.start))?.[0].length ?? 1;
  const start = Math.max(code.start + ticks, value.indexOf(code.value, code.start + ticks));
  // The lines of a value are joined by `\n`; in the document they may be indented and end otherwise.
  const place = (offset: number) => {
    const before = value.slice(0, offset);
    const line = lines[before.split('\n').length - 1];
    return before.includes('\n') && line ? line.start + offset - before.lastIndexOf('\n') - 1 : at.start + offset;
  };
  return { text: code.value, at: { start: place(start), end: place(start + code.value.length) } };
}

/** A fence that holds commands; what is to be written into a file is none. */
export function shellFence(passages: readonly Passage[]): Fence | undefined {
  const shell = /^(?:$|(?:ba|z|fi|c)?sh\b|shell|console|terminal|power|ps1?\b|pwsh|cmd|bat|te?xt|plain)/i;
  return passages.flatMap(({ block }) => (block.type === 'fence' && shell.test(block.info) ? [block] : []))[0];
}

/** A command with its place, and whether others stand beside it. */
export interface NamedCommand {
  readonly text: string;
  readonly at: Span;
  readonly several: boolean;
}

/** The first command of a fence among these passages; one that goes on behind a `\` is one line, as it is to a shell. */
export function fencedCommand(passages: readonly Passage[], reading: Reading): NamedCommand | undefined {
  const fence = shellFence(passages);
  if (!fence) return undefined;
  const text = reading.source.text.slice(fence.content.start, fence.content.end);
  const lines = [...text.matchAll(/[^\r\n]+/g)].filter(([line]) => line.trim() !== '' && !/^\s*#/.test(line));
  const [first] = lines;
  if (!first) return undefined;
  const start = fence.content.start + first.index + (first[0].length - first[0].trimStart().length);
  let last = 0;
  while (lines[last]?.[0].endsWith('\\') && last + 1 < lines.length) last += 1;
  const parts = lines.slice(0, last + 1).map(([line], index) => (index < last ? line.replace(/\\$/, '') : line).trim());
  const end = fence.content.start + (lines[last]?.index ?? 0) + (lines[last]?.[0].trimEnd().length ?? 0);
  // Behind a prompt stands a command; the other lines are what it printed.
  const prompted = first[0].trimStart().startsWith('$ ');
  const several = lines.slice(last + 1).some(([line]) => !prompted || line.trimStart().startsWith('$ '));
  return { text: parts.join(' ').replace(/^\$ /, ''), at: { start, end }, several };
}

/** An expectation that is one code span is meant literally; else it is prose and keeps its words. */
export function expectedText(value: string): string | null {
  const inline = readInline(value);
  const plain = inline.plain.trim();
  return plain === '' ? null : plain;
}

export function descendants(item: Item, outline: Outline): readonly Block[] {
  return outline
    .passagesBelow(item)
    .flatMap(({ block }) => (block.type === 'item' ? [block, ...descendants(block, outline)] : [block]));
}
