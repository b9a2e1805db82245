import type { Expectation } from './expectation.ts';

/** What the words of a clause say without its marked words. */
export type Said =
  | { readonly kind: 'expectation'; readonly expectation: Expectation }
  /** They only lead to the marked words: "prints", "the output contains". */
  | { readonly kind: 'leads' }
  /** There are none. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' };

/**
 * Reads the words of a clause as a small closed language: the exit code, the success of the command, a status over HTTP, or words that
 * lead to what the output holds. Anything else is unknown.
 * @param marked whether the clause has marked words that are to be found in the output
 */
export function readOutcomeWords(text: string, http: boolean, marked: boolean): Said {
  const all = text.toLowerCase().match(/[\p{L}\p{N}$?-]+\u0001?/gu) ?? [];
  const words = all.filter((word) => !filler.has(word) && /[\p{L}\p{N}?]/u.test(word));
  const bare = words.map((word) => word.replace('\u0001', ''));
  const expectation = exitOf(bare) ?? (http ? httpOf(bare) : undefined);
  if (expectation) return { kind: 'expectation', expectation };
  // A marked number that is no exit code and no status is among the words of the output.
  const own = words.filter((word) => !word.endsWith('\u0001'));
  if (own.length === 0) return all.length === 0 && !marked ? { kind: 'nothing' } : { kind: 'leads' };
  if (!marked) return { kind: 'unknown' };
  return own.every((word) => leading.has(word)) ? { kind: 'leads' } : { kind: 'unknown' };
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Words that change nothing, whatever is said. */
const filler = set(
  'the a an this it its should must will shall be is are of with both all each still stays stay command commands process script program',
);

const leading = set(
  'output outputs stdout stderr response body payload json console terminal screen log logs line lines message messages text string field value ' +
    'print prints printed prompt show shows shown showing display displays displayed contain contains containing include includes including ' +
    'return returns returned respond responds answer answers say says report reports list lists emit emits write writes read reads match matches ' +
    'matching like regex regexp pattern expression see seen you we there expect expected result status equal equals give gives get gets',
);

const ends = set('exit exits exited exiting ends terminates finishes completes returns return rc $?');
const succeeds = set('passes pass passed succeeds succeed success successful green');
const well = set('successfully cleanly clean ok fine');

/** "exits with code 0", "exit code: 1", "non-zero exit", "passes". */
function exitOf(words: readonly string[]): Expectation | undefined {
  const [first = '', ...rest] = words;
  if (words.length === 1 && succeeds.has(first)) return { kind: 'exit', code: 0 };
  if (/^non-?zero$/.test(first) && rest[0] === 'exit') return rest.slice(1).every(isCodeWord) ? { kind: 'failure' } : undefined;
  if (!ends.has(first)) return undefined;
  const others = rest.filter((word) => word !== 'exit' && !isCodeWord(word));
  const [last = '', ...more] = others;
  if (more.length > 0) return undefined;
  if (well.has(last) && first !== 'returns' && first !== 'return') return { kind: 'exit', code: 0 };
  if (/^non-?zero$/.test(last)) return { kind: 'failure' };
  const code = last === 'zero' ? 0 : /^\d{1,3}$/.test(last) ? Number(last) : undefined;
  // "Returns 200" speaks of an answer, and no process ends with more than 255.
  if (code === undefined || code > 255 || (/^returns?$/.test(first) && rest.length === 1 && code >= 100)) return undefined;
  return { kind: 'exit', code };
}

function isCodeWord(word: string): boolean {
  return word === 'code' || word === 'status' || word === 'value';
}

const asked = set('http https status code response responds respond returns return answers answer gets get gives 1 2 0 http2');

/** "200", "HTTP 200", "responds with 404", "HTTP/1.1 200". */
function httpOf(words: readonly string[]): Expectation | undefined {
  const [last = '', ...before] = [...words].reverse();
  return /^[1-5]\d\d$/.test(last) && before.every((word) => asked.has(word)) ? { kind: 'http', status: Number(last) } : undefined;
}
