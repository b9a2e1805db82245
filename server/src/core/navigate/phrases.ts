import type { Span } from '../model.ts';
import { digits, keyOf, minorWords, numberWords, phaseWords, stageWords, toId } from '../read/unitName.ts';
import { plainSpaces } from '../read/vocabulary.ts';
import type { Source } from '../source.ts';
import { type Manner, type Regions, regionsOf } from './regions.ts';

/** Words of a text that name a phase or stage by a number; which of them mean one of the plan is for others to say. */
export interface Phrase extends Span {
  readonly kind: 'phase' | 'stage';
  /** The number as units carry it. */
  readonly id: string;
  /** The word before the number in small letters (`phase`), or the letter of a code (`P`). */
  readonly word: string;
  readonly manner: Manner;
  /** Nothing stands between the word and its number but a dash: `phase-2`. */
  readonly compact: boolean;
  /** The last part of the path that it is part of: `phase-2.md`. */
  readonly file: string | null;
}

const stageWord = new RegExp(`^(?:${stageWords}|步)$`, 'u');
const markup = '[*_`~]{0,3}';
const id = `(?:${digits})|[A-Za-z](?!['’])|[ivx]{2,4}|${numberWords.slice(1).join('|')}`;
const gap = `(?: ?${markup}(?: (?:number|no\\.?|id))?${markup} ?: ?${markup} ?|[ _-]{0,2}#?| ${markup}#?)`;
/** No letter or digit goes on; words of scripts without spaces may follow at once. */
const noWord = '(?!(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}])[\\p{L}\\d])';
const western = new RegExp(`(?<![\\p{L}\\d])(${phaseWords}|${stageWords}|${minorWords})(s?)(${gap})(${id})${noWord}`, 'giu');
const eastern =
  /第? ?(\d{1,3}(?:\.\d{1,2})?[a-z]?|[一二三四五六七八九十]{1,2}) ?(阶段|階段|段階|단계|步)|(阶段|階段|단계) ?(\d{1,3}(?:\.\d{1,2})?[a-z]?|[一二三四五六七八九十]{1,2})/giu;
const coded = /(?<![\p{L}\d_/.-])([PMS])(\d{1,3}(?:\.\d{1,2})?[a-z]?)(?![\p{L}\d_-])/gu;
/** What joins a further number to a name: `1–3`, `1, 2 and 5`. */
const joint = /^(?: ?[,、] ?(?:and |or |und )?| ?[&/+~–—〜-] ?| (?:to|and|or|through|until|und|bis|から) ?)(?=\d)/i;
const further = new RegExp(`^((?:${digits}))(?![\\p{L}\\d])`, 'iu');
/** What a number counts that is no name: `Phase 2, 3 days`. */
const counted =
  /^ ?(?:%|×|x\b|(?:working |business |calendar |more |other |new |old )?(?:day|hour|week|month|minute|min|sec|second|year|point|task|item|test|people|person|step|time|file|line|hr|pt|of)s?\b)/i;

/** What is looked up in a text without knowing of any plan; once per text. */
export interface Scan {
  readonly regions: Regions;
  readonly phrases: readonly Phrase[];
}

const remembered = new WeakMap<Source, Scan>();

export function scanOf(source: Source): Scan {
  let scan = remembered.get(source);
  if (!scan) {
    const regions = regionsOf(source);
    scan = { regions, phrases: readPhrases(source.text, regions) };
    remembered.set(source, scan);
  }
  return scan;
}

function readPhrases(text: string, regions: Regions): readonly Phrase[] {
  const plain = plainSpaces(text);
  const mannerAt = mannersOf(regions);
  const found: Phrase[] = [];
  const put = (word: string, raw: string, start: number, compact: boolean, from: number) => {
    const manner = mannerAt(start);
    if (!manner) return;
    const kind = stageWord.test(word) ? 'stage' : 'phase';
    const file = compact ? fileAround(plain, from, start + raw.length) : null;
    found.push({ kind, id: toId(raw), word, manner, compact, file, start, end: start + raw.length });
  };
  for (const match of plain.matchAll(western)) {
    const [whole, word = '', plural = '', between = '', raw = ''] = match;
    const start = match.index + whole.length - raw.length;
    // A small letter after the word is prose: "phase a lot of".
    if (/^[a-z]$/.test(raw) && !/^ ?[:—–]/.test(plain.slice(start + 1, start + 3))) continue;
    if (/^[ivx]+$/.test(raw) || (plural !== '' && between === '')) continue;
    if (between.includes(':') && counted.test(plain.slice(start + raw.length, start + raw.length + 24))) continue;
    const compact = /^[_-]{0,2}#?$/.test(between);
    put(word.toLowerCase(), raw, start, compact, match.index);
    const many = plural !== '' || /^phasen$/i.test(word);
    if (/^\d/.test(raw))
      for (const one of furtherNumbers(plain, start, raw, many)) put(word.toLowerCase(), one.raw, one.start, false, one.start);
  }
  for (const match of /阶段|階段|段階|단계|步/.test(plain) ? plain.matchAll(eastern) : []) {
    const word = match[2] ?? match[3] ?? '';
    const raw = match[1] ?? match[4] ?? '';
    const start = match.index + match[0].indexOf(raw, match[3] ? match[3].length : 0);
    put(word, raw, start, false, match.index);
  }
  for (const match of /[PMS]\d/.test(plain) ? plain.matchAll(coded) : [])
    put(match[1] ?? '', match[2] ?? '', match.index + 1, false, match.index);
  return withoutTwice(found);
}

/** The numbers that follow a name in a list or range: after "phases 1" in "phases 1, 2 and 5". */
function* furtherNumbers(plain: string, start: number, raw: string, many: boolean) {
  let at = start + raw.length;
  let last = Number.parseInt(raw, 10);
  for (let count = 0; count < 30; count += 1) {
    const join = joint.exec(plain.slice(at, at + 12))?.[0];
    if (join === undefined) return;
    const next = further.exec(plain.slice(at + join.length, at + join.length + 12))?.[1];
    if (!next) return;
    const after = plain.slice(at + join.length + next.length, at + join.length + next.length + 24);
    if (counted.test(after) || /^[-/.]\d/.test(after)) return;
    const number = Number.parseInt(next, 10);
    // One phase "2/6" is the second of six, "Phase 2 - 40" and "Phase 2, 1" say something else.
    const plain2 = many || (number > last && (!/[/]/.test(join) || number === last + 1) && endsList(after));
    if (!plain2) return;
    yield { raw: next, start: at + join.length };
    at += join.length + next.length;
    last = number;
  }
}

/** Whether nothing that a number could count stands behind it. */
function endsList(after: string): boolean {
  return /^(?:$|[\n\r)\]|.:;,&–—*`"'_-]| [–—|·(-]| (?:and|or|to|are|is|were|was|has|have|done|complete))/i.test(after);
}

/** The ids of a value that is nothing but ids, or begins with one: `2`, `1, 3`, `P2`, `2A — Oven`. */
export function bareIds(text: string, offset: number): readonly (Span & { readonly id: string })[] {
  const plain = plainSpaces(text);
  const head = /^[\s*_`~]{0,9}(?:[Pp]|#)?(?=\d|(?:pre|post)-|[A-Z](?![\p{L}\d]))/u.exec(plain);
  const first =
    head &&
    /^(?:(?:pre|post)-\d{1,3}|\d{1,4}(?:\.\d{1,3}){0,3}(?:[A-Za-z](?:\.\d{1,2})?)?|[A-Z])(?![\p{L}\d-])/u.exec(
      plain.slice(head[0].length),
    )?.[0];
  if (!head || !first) return [];
  const start = head[0].length;
  const all = [{ raw: first, start }, ...furtherNumbers(plain, start, first, true)];
  const last = all.at(-1) ?? { raw: first, start };
  const rest = plain.slice(last.start + last.raw.length);
  if (all.length > 1 ? !/^[\s*_`~.]*$/.test(rest) : !/^$|^[\s:.)—–(*_`~-]/.test(rest) || counted.test(rest)) return [];
  return all.map(({ raw, start: at }) => ({ id: toId(raw), start: offset + at, end: offset + at + raw.length }));
}

/** The word a name is written with, in small letters: `phase`, or the letter of a code; undefined for a bare number. */
export function wordOf(text: string): string | undefined {
  const plain = plainSpaces(text);
  const [named] = plain.matchAll(western);
  const [code] = plain.matchAll(coded);
  const word = named?.[1]?.toLowerCase() ?? code?.[1];
  return word === 'phasen' ? 'phase' : word;
}

/** Where the number of a unit stands in some words that name it: `2` in "Phase 2: Oven" or in a row. */
export function idWithin(text: string, within: Span, named: string): Span | undefined {
  const words = text.slice(within.start, Math.min(within.end, within.start + longestName));
  const plain = plainSpaces(words);
  const key = keyOf(named);
  const place = (start: number, length: number) => ({ start: within.start + start, end: within.start + start + length });
  for (const pattern of [western, eastern]) {
    for (const match of plain.matchAll(pattern)) {
      const raw = (pattern === western ? match[4] : (match[1] ?? match[4])) ?? '';
      if (keyOf(toId(raw)) === key) return place(match.index + match[0].lastIndexOf(raw), raw.length);
    }
  }
  for (let at = words.indexOf(named); at >= 0; at = words.indexOf(named, at + 1)) {
    let start = at;
    while (/\d/.test(named[0] ?? '') && words[start - 1] === '0') start -= 1;
    if (!/[\p{L}\d.]/u.test(words[start - 1] ?? '') || /^[\s*_`~|]{0,9}[PMS]$/.test(words.slice(0, start).slice(-10)))
      if (!/^(?:[\p{L}\d]|\.\d)/u.test(words.slice(at + named.length, at + named.length + 2)))
        return place(start, at + named.length - start);
  }
  return undefined;
}

/** A name stands at the beginning of the words that define it. UTF-16 units. */
const longestName = 1000;

/** How the stretch is meant that holds an offset; asked for places in any order. */
export function mannersOf({ stretches }: Regions): (at: number) => Manner | undefined {
  return (at) => {
    let [low, high] = [0, stretches.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const one = stretches[middle];
      if (!one) return undefined;
      if (one.end <= at) low = middle + 1;
      else if (one.start > at) high = middle - 1;
      else return one.manner;
    }
    return undefined;
  };
}

/** The last part of the path that some words are part of, or null where they stand for themselves. */
function fileAround(plain: string, from: number, to: number): string | null {
  let start = from;
  while (start > 0 && from - start < 80 && /[\w.-]/.test(plain[start - 1] ?? '')) start -= 1;
  const head = plain.slice(start, from);
  const tail = /^[\w-]{0,80}(?:\.[\w-]{1,20}){0,4}/.exec(plain.slice(to, to + 120))?.[0] ?? '';
  const before = plain[start - 1] ?? '';
  const after = plain[to + tail.length] ?? '';
  const name = head + plain.slice(from, to) + tail;
  // A full stop at the end of a sentence is no ending of a file.
  return /\.\w/.test(tail) || before === '/' || before === '\\' || after === '/' || after === '\\' || head !== '' ? name : null;
}

function withoutTwice(found: Phrase[]): readonly Phrase[] {
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  return found.filter((one, index) => one.start !== found[index - 1]?.start);
}

/** The key of a phrase: what it is compared by. */
export function keyOfPhrase({ id: named, word }: Phrase): string {
  return keyOf(word === 'M' || word === 'S' ? `${word}${named}` : named);
}
