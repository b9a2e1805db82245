import type { JsonPattern } from './expectation.ts';

/** Whether JSON somewhere in an output holds the pattern; undefined where the output holds no JSON at all. */
export function findsJson(pattern: JsonPattern, output: string): boolean | undefined {
  let found = false;
  for (const value of jsonIn(output)) {
    if (holds(pattern, value)) return true;
    found = true;
  }
  return found ? false : undefined;
}

/** The JSON of an output: all of it, else what begins at the beginning of a line (a log before it, one object on each line). */
function* jsonIn(output: string): Iterable<unknown> {
  const whole = parse(output);
  if (whole) return yield whole.value;
  let tries = 0;
  for (const start of starts(output)) {
    tries += 1;
    if (tries > mostTries) return;
    const end = endOf(output, start);
    const part = end === undefined ? undefined : parse(output.slice(start, end));
    if (part) yield part.value;
  }
}

/** Places that are looked at, at most: an output may be full of brackets. */
const mostTries = 200;

function* starts(output: string): Iterable<number> {
  for (let line = 0; line >= 0 && line < output.length; line = output.indexOf('\n', line) + 1 || -1) {
    let at = line;
    while (output[at] === ' ' || output[at] === '\t') at += 1;
    if (output[at] === '{' || output[at] === '[') yield at;
  }
}

/** Where the bracket at `start` is closed. */
function endOf(output: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < output.length; at += 1) {
    const char = output[at];
    if (char === '"') {
      at += 1;
      while (at < output.length && output[at] !== '"') at += output[at] === '\\' ? 2 : 1;
    } else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Whether a value is at least what the pattern says: an object may have more members, an array only where dots allow them. */
export function holds(pattern: JsonPattern, value: unknown): boolean {
  switch (pattern.kind) {
    case 'any':
      return true;
    case 'value':
      return value === pattern.value;
    case 'text':
      return typeof value === 'string' && holdsPieces(pattern.pieces, value);
    case 'object':
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        pattern.members.every(([key, one]) => Object.hasOwn(value, key) && holds(one, (value as Record<string, unknown>)[key]))
      );
    default:
      return Array.isArray(value) && holdsItems(pattern.items, value);
  }
}

/** The pieces in their order with anything between them, the first at the beginning and the last at the end. */
function holdsPieces(pieces: readonly string[], text: string): boolean {
  const [first = '', ...others] = pieces;
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

/** Like `holdsPieces`, for runs of items between dots. */
function holdsItems(items: readonly (JsonPattern | 'rest')[], values: readonly unknown[]): boolean {
  const runs: JsonPattern[][] = [[]];
  for (const item of items) {
    if (item === 'rest') runs.push([]);
    else runs.at(-1)?.push(item);
  }
  const fits = (run: readonly JsonPattern[], at: number) =>
    at >= 0 && at + run.length <= values.length && run.every((one, index) => holds(one, values[at + index]));
  const [first = [], ...others] = runs;
  const last = others.pop();
  if (last === undefined) return values.length === first.length && fits(first, 0);
  if (!fits(first, 0)) return false;
  let at = first.length;
  for (const run of others) {
    while (at <= values.length && !fits(run, at)) at += 1;
    if (at > values.length) return false;
    at += run.length;
  }
  return values.length - last.length >= at && fits(last, values.length - last.length);
}
