import type { Span } from './model.ts';
import { editBetween } from './textEdit.ts';

/** A line and a column, both 0-based; the column counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The text of one document. */
export interface Source {
  /** Workspace-relative path with `/`. */
  readonly path: string;
  readonly text: string;
  /** Offset of the first character of each line; line ends are `\n`, `\r\n` and a lone `\r`. */
  readonly lineStarts: readonly number[];
  /** Somebody has it open and may edit it: it is read so that the first key costs no more than the others. */
  readonly isOpen: boolean;
}

/** Asks a question about the text at a path; there is none where nobody read the file. Answers are compared with `===`. */
export type Ask = <A extends string | number | boolean | null | undefined>(
  path: string,
  question: (source: Source | undefined) => A,
) => A;

/** Answers from texts by their paths. */
export function askOf(sources: { get(path: string): Source | undefined }): Ask {
  return (path, question) => question(sources.get(path));
}

/** Wraps a text; a byte order mark stays part of it, so that offsets are those of the file. */
export function toSource(path: string, text: string, isOpen = false): Source {
  return new LazySource(path, text, isOpen);
}

/** Wraps the next version of a text: its lines are those of the last one, except where it was edited. */
export function toEditedSource(before: Source, text: string, isOpen = false): Source {
  if (!(before instanceof LazySource) || text.length < longText || !before.knowsLines) return toSource(before.path, text, isOpen);
  return new LazySource(before.path, text, isOpen, text === before.text ? before.lineStarts : followLines(before, text));
}

/** The lines of a shorter text are found as quickly as they are moved. UTF-16 units. */
const longText = 20_000;

function followLines({ text, lineStarts }: Source, now: string): readonly number[] | undefined {
  const { start, end, by } = editBetween(text, now);
  // A line end of two characters may be torn or joined where the edit begins or ends.
  if (text.includes('\r') || now.includes('\r')) return undefined;
  const front = lineStarts.length === 0 ? 0 : firstAfter(lineStarts, start);
  const behind = firstAfter(lineStarts, end);
  const starts = lineStarts.slice(0, front);
  const window = end + by;
  for (let at = now.indexOf('\n', start); at >= 0 && at < window; at = now.indexOf('\n', at + 1)) starts.push(at + 1);
  for (let index = behind; index < lineStarts.length; index += 1) starts.push((lineStarts[index] as number) + by);
  return starts;
}

/** The index of the first line that begins behind an offset. */
function firstAfter(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Not every text is asked for its lines, and a long one has many. A class: a getter of its own would cost each text a kilobyte. */
class LazySource implements Source {
  #lineStarts: readonly number[] | undefined;

  constructor(
    readonly path: string,
    readonly text: string,
    readonly isOpen: boolean,
    lineStarts?: readonly number[],
  ) {
    this.#lineStarts = lineStarts;
  }

  /** Whether somebody asked for them. */
  get knowsLines(): boolean {
    return this.#lineStarts !== undefined;
  }

  get lineStarts(): readonly number[] {
    this.#lineStarts ??= lineStartsOf(this.text);
    return this.#lineStarts;
  }
}

/**
 * A copy of a stretch of text to remember for long. What a JavaScript engine gives for a stretch of a text keeps the whole text alive, so
 * a memory of lines would be a memory of every version of their documents.
 */
export function ownText(text: string): string {
  const copy = `${text}\0`;
  // Looking into it makes it one piece of its own.
  copy.charCodeAt(0);
  return copy.slice(0, -1);
}

/** The 0-based position of an offset; an offset beyond the text is clamped. */
export function positionAt(source: Source, offset: number): Position {
  const line = lineAt(source, offset);
  const start = source.lineStarts[line] ?? 0;
  return { line, column: Math.max(0, Math.min(offset, source.text.length) - start) };
}

/** The 0-based line that holds an offset. */
export function lineAt(source: Source, offset: number): number {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The offset of a 0-based position; lines and columns beyond the text are clamped. */
export function offsetAt(source: Source, position: Position): number {
  const line = Math.max(0, Math.min(position.line, source.lineStarts.length - 1));
  const span = lineSpan(source, line);
  return Math.min(span.start + Math.max(0, position.column), span.end);
}

/** A 0-based line without its line end. */
export function lineSpan(source: Source, line: number): Span {
  const start = source.lineStarts[line] ?? source.text.length;
  let end = source.lineStarts[line + 1] ?? source.text.length;
  while (end > start && (source.text[end - 1] === '\n' || source.text[end - 1] === '\r')) end -= 1;
  return { start, end };
}

/** The line end this document uses where it has one, else `\n`. */
export function lineEndOf(source: Source): string {
  const first = source.lineStarts[1];
  if (first === undefined) return '\n';
  if (source.text[first - 1] === '\r') return '\r';
  return source.text[first - 2] === '\r' ? '\r\n' : '\n';
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) return mixedStartsOf(text, starts);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function mixedStartsOf(text: string, starts: number[]): number[] {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}
