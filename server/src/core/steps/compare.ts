import { type Expectation, partsOf, wordsOfExpectation } from './expectation.ts';
import { findsJson } from './jsonMatch.ts';

/** What came of a run, as far as it is compared. */
export interface RunOutput {
  /** Null where it was ended from outside or could not start. */
  readonly exitCode: number | null;
  readonly output: string;
  /** Whether only a part of the output was kept. */
  readonly cut?: boolean;
}

export type Comparison = 'pass' | 'fail' | 'person';

/** Whether a regular expression of a document matches, found out outside the core with a deadline; null where it was not. */
export type Matches = (regexp: { readonly source: string; readonly flags: string }, text: string) => boolean | null;

/**
 * Compares what came with what was expected. One part that fails is a failure; a pass needs every part decided and passed, and a command
 * that was not ended from outside. Words in the output of a command that failed are for a person to judge, where nothing is said of how
 * it ends.
 */
export function compare(expectation: Expectation, run: RunOutput, matches: Matches): Comparison {
  const parts = partsOf(expectation);
  const results = parts.map((part) => comparePart(part, run, matches));
  if (results.includes('fail')) return 'fail';
  if (results.includes('person') || run.exitCode === null) return 'person';
  const tellsEnd = parts.some(({ kind }) => kind === 'exit' || kind === 'failure');
  return run.exitCode === 0 || tellsEnd ? 'pass' : 'person';
}

/** What fails of an expectation, each in a few words: "exit code 0". */
export function failedParts(expectation: Expectation, run: RunOutput, matches: Matches): readonly string[] {
  return partsOf(expectation).flatMap((part) => (comparePart(part, run, matches) === 'fail' ? wordsOfExpectation(part) : []));
}

function comparePart(part: Expectation, run: RunOutput, matches: Matches): Comparison {
  const { exitCode, output } = run;
  switch (part.kind) {
    case 'exit':
      return exitCode === null ? 'person' : exitCode === part.code ? 'pass' : 'fail';
    case 'failure':
      return exitCode === null ? 'person' : exitCode !== 0 ? 'pass' : 'fail';
    case 'text':
      return found(textFound(part.text, output), run);
    case 'regexp':
      return found(matches(part, output), run);
    case 'json':
      return found(findsJson(part.pattern, output) ?? false, run);
    case 'http':
      return httpCompared(part.status, output);
    case 'person':
      return 'person';
    default:
      return compare(part, run, matches);
  }
}

/** What was not found may stand in what was not kept, or was still to come. */
function found(answer: boolean | null, { exitCode, cut }: RunOutput): Comparison {
  if (answer === null) return 'person';
  return answer ? 'pass' : cut || exitCode === null ? 'person' : 'fail';
}

/**
 * Whether words stand in an output; white space counts once, dots may stand for anything. Null where they stand only inside a longer
 * word or number (`healthy` in "unhealthy", `0` in "10").
 */
function textFound(text: string, output: string): boolean | null {
  const words = folded(text);
  const whole = folded(output);
  let inside = false;
  for (let at = whole.indexOf(words); at >= 0; at = whole.indexOf(words, at + 1)) {
    if (isWhole(words, whole, at)) return true;
    inside = true;
  }
  if (inside) return null;
  const pieces = words.split(/\.\.\.|…/).map((piece) => piece.trim());
  return pieces.length > 1 && pieces.join('').length >= 3 && inOrder(pieces, whole);
}

function isWhole(words: string, whole: string, at: number): boolean {
  const [before = '', after = ''] = [whole.slice(at - 1, at), whole.charAt(at + words.length)];
  if (/^\p{L}/u.test(words) && /\p{L}/u.test(before)) return false;
  if (/^\d/.test(words) && /[\d.]/.test(before)) return false;
  return !(/\d$/.test(words) && /\d/.test(after));
}

function inOrder(pieces: readonly string[], whole: string): boolean {
  let at = 0;
  for (const piece of pieces) {
    const next = whole.indexOf(piece, at);
    if (next < 0) return false;
    at = next + piece.length;
  }
  return true;
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The last status line of the output, or a number that is all there is on its last line (`-w '%{http_code}'`). */
function httpCompared(status: number, output: string): Comparison {
  const lines = [...output.matchAll(/^(?:< |\s{2})?HTTP\/[\d.]{1,3} (\d{3})\b/gm)].map(([, code]) => Number(code));
  const alone = /^"?(\d{3})"?$/.exec(output.slice(-100).trim().split('\n').at(-1) ?? '')?.[1];
  const shown = lines.at(-1) ?? (alone === undefined ? undefined : Number(alone));
  return shown === undefined ? 'person' : shown === status ? 'pass' : 'fail';
}
