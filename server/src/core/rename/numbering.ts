import { keyOf, numberWords } from '../read/unitName.ts';

/** What becomes of the id of a phase; undefined where it stays as it is. */
export type Numbering = (id: string) => string | undefined;

/** An id in its parts: `post-11` is before `post-`, number 11; `2A` and `2.1` have something behind the number. */
interface Parts {
  readonly before: string;
  readonly number: number;
  readonly behind: string;
  readonly letter: boolean;
}

function partsOf(id: string): Parts | undefined {
  const numbered = /^((?:pre|post)-|[MSms](?=\d))?(\d{1,4})((?:\.\d{1,3}){0,3}(?:[A-Za-z](?:\.\d{1,2})?)?)$/.exec(id);
  if (numbered) return { before: numbered[1] ?? '', number: Number(numbered[2]), behind: numbered[3] ?? '', letter: false };
  return /^[A-Za-z]$/.test(id)
    ? { before: '', number: id.toUpperCase().charCodeAt(0) - 64, behind: '', letter: true }
    : undefined;
}

/** The number that orders an id, parts and letters left aside: 2 of `2A` and `2.1`; undefined for a name. */
export function majorOf(id: string): number | undefined {
  return partsOf(id)?.number;
}

/** An id with another number, all else as it is; undefined where there is no such id (behind `Z`). */
export function withMajor(id: string, number: number): string | undefined {
  const parts = partsOf(id);
  if (!parts || number < 0) return undefined;
  if (!parts.letter) return `${parts.before}${number}${parts.behind}`;
  const letter = number < 1 || number > 26 ? undefined : String.fromCharCode(64 + number);
  return letter && (id === id.toLowerCase() ? letter.toLowerCase() : letter);
}

function byMajor(like: string, majorFor: (number: number) => number): Numbering {
  const kind = partsOf(like);
  return (id) => {
    const parts = partsOf(id);
    if (!parts || parts.letter !== kind?.letter) return undefined;
    const number = majorFor(parts.number);
    return number === parts.number ? undefined : withMajor(id, number);
  };
}

/** Makes room: every phase from this number on moves up by one. @param like an id of the plan, to tell numbers from letters */
export function makingRoom(like: string, from: number): Numbering {
  return byMajor(like, (number) => (number >= from ? number + 1 : number));
}

/**
 * Gives a phase another number, with its sub-phases. Where that number is taken, the phases between move up or down by one, as the rows
 * of a list do when one is put elsewhere.
 * @param taken the numbers in use
 */
export function moving(like: string, from: number, to: number, taken: ReadonlySet<number>): Numbering {
  return byMajor(like, (number) => {
    if (number === from) return to;
    if (!taken.has(to)) return number;
    if (from < number && number <= to) return number - 1;
    return to <= number && number < from ? number + 1 : number;
  });
}

/** Gives one phase another id and leaves all others. */
export function renaming(from: string, to: string): Numbering {
  return (id) => (keyOf(id) === keyOf(from) ? to : undefined);
}

const chinese = '零一二三四五六七八九十';

/** A number written as the words in its place were: with the leading zero of `02`, as `two`, as `二`. */
export function writtenLike(raw: string, id: string): string {
  const number = /^\d{1,2}$/.test(id) ? Number(id) : undefined;
  if (/^0\d/.test(raw) && /^\d/.test(id)) {
    const digits = /^\d+/.exec(id)?.[0] ?? '';
    return digits.padStart(/^\d+/.exec(raw)?.[0].length ?? 0, '0') + id.slice(digits.length);
  }
  if (number === undefined || /\d/.test(raw)) return id;
  if (chinese.includes(raw[0] ?? ' '))
    return number <= 10 ? (chinese[number] ?? id) : number < 20 ? `十${chinese[number - 10]}` : id;
  const word = numberWords.includes(raw.toLowerCase()) ? numberWords[number] : undefined;
  if (word === undefined) return id;
  return raw === raw.toLowerCase() ? word : (word[0]?.toUpperCase() ?? '') + word.slice(1);
}
