/**
 * Emphasis as micromark pairs it: `*` and `_` that face the right way, the nearest opener first, inner pairs before outer ones.
 * https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis
 */

/** A run of `*` or `_`; `start` and `end` shrink as its markers are used up. */
export interface Run {
  readonly char: string;
  start: number;
  end: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Where what is left of it stands in the text without markup. */
  before: number;
  after: number;
}

export interface Pair {
  readonly open: Run;
  readonly close: Run;
  readonly start: number;
  readonly end: number;
}

/** Which way a run may face: https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run. Code units, as micromark has it. */
export function toRun(text: string, start: number, length: number): Run {
  const char = text[start] as string;
  const end = start + length;
  const [previous, next] = [text[start - 1] ?? '.', text[end] ?? ' '];
  const [before, after] = [kindOf(previous), kindOf(next)];
  const open = after === 'letter' || (after === 'punctuation' && before !== 'letter');
  const close = before === 'letter' || (before === 'punctuation' && after !== 'letter');
  const inWord = char === '_';
  return {
    char,
    start,
    end,
    opens: open && (!inWord || before !== 'letter' || !close),
    closes: close && (!inWord || after !== 'letter' || !open),
    before: 0,
    after: 0,
  };
}

type Kind = 'letter' | 'space' | 'punctuation';

/** The kinds of the first 128 characters; the others are looked up. */
const kinds = Array.from({ length: 128 }, (_, code) => lookUp(String.fromCharCode(code)));

function kindOf(char: string): Kind {
  return kinds[char.charCodeAt(0)] ?? lookUp(char);
}

function lookUp(char: string): Kind {
  if (/\s/.test(char)) return 'space';
  return /[\p{P}\p{S}]/u.test(char) ? 'punctuation' : 'letter';
}

/** Pairs of delimiters, inner before outer; only the double ones are handed back. */
export function pairUp(runs: readonly Run[]): readonly Pair[] {
  const strong: Pair[] = [];
  const open: Run[] = [];
  for (const close of runs) {
    for (let at = close.closes ? open.length - 1 : -1; at >= 0 && close.start < close.end; at -= 1) {
      const opener = open[at] as Run;
      if (opener.char !== close.char) continue;
      const [left, right] = [opener.end - opener.start, close.end - close.start];
      if ((opener.closes || close.opens) && right % 3 !== 0 && (left + right) % 3 === 0) continue;
      const use = left > 1 && right > 1 ? 2 : 1;
      if (use === 2) strong.push({ open: opener, close, start: opener.end - 2, end: close.start + 2 });
      opener.end -= use;
      close.start += use;
      // What stands between the two is inside them now.
      open.length = opener.start < opener.end ? at + 1 : at;
      at = open.length;
    }
    if (close.opens && close.start < close.end) open.push(close);
  }
  return strong;
}

/** How often a character is repeated from an offset. */
export function runLength(text: string, start: number): number {
  let end = start + 1;
  while (text[end] === text[start]) end += 1;
  return end - start;
}
