import { composeYaml } from '../yaml.ts';
import type { YamlError, YamlNode } from '../yamlNode.ts';
import type { Lines } from './yamlLines.ts';

/** What the library is given at all is bounded, and so is what it complains about. */
const limits = { composed: 600_000, pieces: 18_000, errors: 500 } as const;

/** Where the reading of a document stands. */
export interface BlockState {
  readonly lines: Lines;
  line: number;
  /** Take what can be had and ask nobody. Then nothing below is undefined. */
  lenient: boolean;
  /** How many characters the library was given. */
  composed: number;
  /** How often it was asked. */
  pieces: number;
  readonly errors: YamlError[];
  /** A nested entry was broken for itself, whatever stands around it. */
  certain: boolean;
}

/**
 * Lets the library read from a line to the next one that is indented no deeper; where that fails too, reads again leniently.
 * @param follows it is a further entry or item of something that is nested and ordinary so far
 */
export function broken<T>(
  state: BlockState,
  first: number,
  indent: number,
  pick: (node: YamlNode) => T | undefined,
  again: () => T | undefined,
  follows = false,
): T | undefined {
  const { lines } = state;
  state.line = first + 1;
  while (
    state.line < lines.count &&
    (lines.indent(state.line) > indent || /[\]}]/.test(lines.text[lines.words(state.line)] ?? ''))
  )
    state.line += 1;
  const after = state.line;
  const start = lines.start(first);
  const end = after < lines.count ? lines.start(after) : lines.text.length;
  const before = state.composed;
  state.composed += end - start;
  if (state.composed > limits.composed) {
    // Said once, where it begins.
    if (before <= limits.composed)
      fail(state, first, 'Too much of this file is out of the ordinary; from here on only plain lines are read.', true);
  } else if (state.errors.length < limits.errors) {
    const read = composeYaml(lines.text.slice(start, end));
    const found = read.errors.length === 0 && read.documents[0] ? pick(read.documents[0]) : undefined;
    if (found) return shifted(found, start);
    if (follows && !state.lenient) state.certain = true;
    const last = lines.end(after - 1);
    for (const error of read.errors) {
      // What is missed only at the end ("missing closing quote") is a matter of the whole line.
      if (error.start + start >= last) fail(state, first, error.message, error.limit);
      else state.errors.push({ ...error, start: error.start + start, end: error.end + start });
    }
    if (read.errors.length === 0) fail(state, first, 'This line has no “:” after its key.');
  }
  state.line = first;
  state.lenient = true;
  const found = again();
  state.lenient = false;
  state.line = Math.max(after, state.line);
  return found ?? undefined;
}

/** Reports a whole line. */
export function fail(state: BlockState, line: number, message: string, limit?: true): void {
  if (state.errors.length >= limits.errors) return;
  state.errors.push({ start: state.lines.words(line), end: state.lines.end(line), message, ...(limit ? { limit } : {}) });
}

/** The same plain data, its offsets moved. */
function shifted<T>(value: T, by: number): T {
  if (Array.isArray(value)) return value.map((each) => shifted(each, by)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      (key === 'start' || key === 'end') && typeof each === 'number' ? each + by : shifted(each, by),
    ]),
  ) as T;
}

/** A value that is not there. */
export function nothing(at: number): YamlNode {
  return { kind: 'null', span: { start: at, end: at } };
}
