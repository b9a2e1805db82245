import { dropEnd } from './text.ts';
import { plainSpaces } from './vocabulary.ts';

/** A phase, stage or the like as a heading, row or item names it. */
export interface UnitName {
  readonly kind: 'phase' | 'stage';
  /** `major`: phase and stage themselves. `minor`: sprint, milestone, epic; they count only where nothing major is named. */
  readonly rank: 'major' | 'minor';
  /** As written, without leading zeros: `2A`, `1.3`. */
  readonly id: string;
  /** The words after the separator, trailing status and duration included; null where there are none. */
  readonly tail: string | null;
  /**
   * `strong`: the name is followed by a separator or nothing, as in a definition. `weak`: by other words ("Phase 2 Exit Gate"), so it
   * may define the unit or only mention it.
   */
  readonly strength: 'strong' | 'weak';
  /** Words before the name ("Hire.io —"), without the separator. */
  readonly lead: string;
  /** A separator stands between those words and the name, or there are no such words. */
  readonly leads: boolean;
  /** The words of the name in the text that was handed in. */
  readonly words: string;
}

/** The words that phases, stages and lesser units go by, as alternatives of a regular expression. */
export const phaseWords =
  'phase|fase|phasen?|faza|fáze|fázis|fas|faz|aşama|tahap|giai đoạn|етап|фаза|этап|フェーズ|フェイズ|المرحلة';
export const stageWords = 'stage|step|track|wave|segment|workstream|slice|schritt|etapa|étape|ステージ|ステップ|шаг';
export const minorWords = 'sprint|milestone|iteration|increment|epic|meilenstein|hito|マイルストーン';
/** Numbers that people spell out; the index is the number. */
export const numberWords = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const chineseNumbers = '零一二三四五六七八九十';

// Four digits are a number unless they are a year.
export const digits = '(?:pre|post)-\\d{1,3}|(?:\\d{1,3}(?!\\d)|(?!19|20)\\d{4})(?:\\.\\d{1,3}){0,3}(?:[a-z](?:\\.\\d{1,2})?)?';
const letters = `[a-z](?!['’])|[ivx]{2,4}|${numberWords.slice(1).join('|')}`;
const unitWords = `${phaseWords}|${stageWords}|${minorWords}`;
const named = (words: string, letter: string, flags: string) =>
  new RegExp(`(?<![${letter}\\d.\`/_-])(${words})(?:(?:[ _-]{0,2}#?|: ?)(${digits})|[ _-](${letters}))(?![${letter}\\d])`, flags);
const western = named(unitWords, '\\p{L}', 'iu');
/** The same for text without other letters than those of ASCII, as most is, in a third of the time. */
const ascii = named(unitWords.split('|').filter(isAscii).join('|'), 'a-z', 'i');
const eastern = new RegExp(
  `第? ?(\\d{1,3}(?:\\.\\d{1,2})?[a-z]?|[${chineseNumbers}]{1,2}) ?(阶段|階段|段階|단계|フェーズ|步)|(阶段|階段|단계) ?(\\d{1,3}(?:\\.\\d{1,2})?[a-z]?|[${chineseNumbers}]{1,2})`,
  'iu',
);

const stageWord = new RegExp(`^(?:${stageWords}|步)$`, 'u');
const minorWord = new RegExp(`^(?:${minorWords})$`, 'u');

const unfinished = new RegExp(
  `(?<![\\p{L}\\d.\`/_-])(${phaseWords}|${stageWords}|${minorWords})[ _-]{1,2}#?([\\p{L}\\d.-]{0,12})$`,
  'iu',
);

/** The phase or stage whose number is being written at the end of a text: "starts after phase 1". @returns what stands of its id */
export function readUnfinishedName(text: string): { readonly kind: UnitName['kind']; readonly typed: string } | undefined {
  const found = unfinished.exec(plainSpaces(text.slice(-40)));
  if (!found) return undefined;
  return { kind: stageWord.test((found[1] ?? '').toLowerCase()) ? 'stage' : 'phase', typed: found[2] ?? '' };
}

/** What may follow a number when several are meant: `1-5`, `1 & 2`, `1+2`, `1 to 3`, `1/2`. */
const range =
  /^(?: ?[~〜+&,/] ?|[-–—] ?| ?(?:to|and|through|und|bis|から) ?)(?:phase |stage )?\d|^ [-–—] (?:phase |stage )?\d{1,3}[a-z]?(?:\.\d{1,2})? ?(?:$|[:：)(（,—–])/i;
/** Words that make the whole a template or a general remark. */
const template = /^[ :—–-]{0,3}(?:\[?<|\[name\]|\[description\]|\[title\])|\bpatterns?\b|\btemplates?\b|^ ?\+ ?\d/i;
const separator = /^(?: ?[:：—–.|·]| +[-–—] | ?-{2,} |\)|\]| ?[([【（]| *$| *[\p{Extended_Pictographic}✓✔☑☐])/u;

/**
 * The phase or stage that a text names, or undefined. Plurals, ranges and placeholders (`Phases 1-5`, `Phase 1+2`, `Phase N`) name none.
 * @param text plain text of a heading, cell or item
 */
export function readUnitName(text: string): UnitName | undefined {
  const plain = plainSpaces(text);
  const simple = isAscii(plain);
  const found = (simple ? ascii : western).exec(plain);
  const east = found || simple ? null : eastern.exec(plain);
  const match = found ?? east;
  if (!match) return undefined;
  const word = (found ? found[1] : (east?.[2] ?? east?.[3]))?.toLowerCase() ?? '';
  const rawId = (found ? (found[2] ?? found[3]) : (east?.[1] ?? east?.[4])) ?? '';
  // In parentheses a unit is only mentioned: "Next steps (Phase 1 preview)".
  if (/[(（]\s*$/.test(plain.slice(0, match.index))) return undefined;
  if (/^[ivx]+$/i.test(rawId) && rawId !== rawId.toUpperCase()) return undefined;
  // `Phase N` stands for any phase: a template.
  if (/^n$/i.test(rawId)) return undefined;
  // A single small letter after the word is prose ("phase a lot of"), but in `Phase a: …`.
  const after = plain.slice(match.index + match[0].length);
  if (/^[a-z]$/.test(rawId) && !/^ ?[:—–]/.test(after)) return undefined;
  if (range.test(after) || template.test(after)) return undefined;
  const strong = separator.test(after) || after === '';
  const before = plain.slice(0, match.index);
  if (/^[A-Z]$/.test(rawId) && !strong) return undefined;
  const tail = after.replace(/^[\s:：—–.|·)\]-]+/u, '').trim();
  return {
    kind: stageWord.test(word) ? 'stage' : 'phase',
    rank: minorWord.test(word) ? 'minor' : 'major',
    id: toId(rawId),
    tail: tail === '' ? null : tail,
    strength: strong ? 'strong' : 'weak',
    leads: /^[^\p{L}]*$/u.test(before) || /[:：—–|·/>\]-]\s*$/u.test(before) || /^\W*current $/i.test(before),
    lead: leadOf(before),
    words: text.slice(match.index, match.index + match[0].length),
  };
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

const coded = /^((?:\p{Extended_Pictographic}|\ufe0f| )*)(([PMS])(\d{1,3}(?:\.\d{1,2})?[a-z]?))(?: ?[:：—–]| - |\. ) ?(?=\S)/u;
/** `P1` is more often a priority than a phase. */
const priority =
  /^[\W_]*(?:critical|blockers?|blocking|high|medium|low|must|should|could|nice|urgent|highest|important|immediate|p\d|priority|bugs?|next|later|launch[- ]blocking)\b/iu;

/**
 * The phase that a heading names by a letter and a number: `P1 — Wood`, `M2: Oil`, `S30 — Wax`.
 * @param letters those that the document explains by a word (see `codeLetters`)
 */
export function readCodeName(text: string, letters: string): UnitName | undefined {
  if (letters === '') return undefined;
  const plain = plainSpaces(text);
  const found = coded.exec(plain);
  if (!found?.[2] || !found[3]) return undefined;
  const stage = found[3] === 'S' && letters.includes('s');
  if (!stage && !letters.includes(found[3])) return undefined;
  const tail = plain.slice(found[0].length).trim();
  if (priority.test(tail)) return undefined;
  const id = found[3] === 'P' ? toId(found[4] ?? '') : found[2];
  return { kind: stage ? 'stage' : 'phase', rank: 'minor', id, tail, strength: 'strong', lead: '', leads: true, words: found[2] };
}

/**
 * The letters that headings of a text number and its words explain: `P` where it speaks of phases, `M` of milestones, `S` of sprints;
 * `s` where `S` stands for slices or stages; none of these where it numbers phases by their word. `G` where it speaks of gates.
 */
export function codeLetters(text: string): string {
  const numbers = new Map<string, Set<string>>();
  for (const [, letter, number] of text.matchAll(codeHeadings)) {
    const known = numbers.get(letter ?? '') ?? new Set<string>();
    numbers.set(letter ?? '', known.add(number ?? ''));
  }
  if (numbers.size === 0) return '';
  // One number alone is a priority or a name.
  const explained = (letter: string, word: RegExp) => (numbers.get(letter)?.size ?? 0) > 1 && word.test(text);
  const gates = explained('G', /^#{1,6} .{0,60}\b(?:gates?|puertas?|portões|portes?)\b/im) ? 'G' : '';
  if (/^#{1,6} .{0,40}\b(?:phase|fase|stage|sprint|slice) \d/im.test(text)) return gates;
  const sprints = explained('S', /\bsprints?\b/i) ? 'S' : explained('S', /\b(?:slices?|stages?)\b/i) ? 's' : '';
  return `${explained('P', /\bphases?\b/i) ? 'P' : ''}${explained('M', /\bmilestones?\b/i) ? 'M' : ''}${sprints}${gates}`;
}

const codeHeadings = /^#{1,6} {1,3}(?:[^\w\n]{1,6} )?([PMSG])(\d{1,3})/gm;

/** Whether a heading names a gate by its number, `G2 — May we sell it?`, in a document that explains the letter. */
export function isGateCode(text: string, letters: string): boolean {
  return letters.includes('G') && /^[^\p{L}\d]{0,6}G\d{1,3}(?=$|[ :：.—–-])/u.test(text);
}

/** Whether a heading of a text begins with a letter and a number; else it has no `codeLetters`. */
export function hasCodeHeadings(text: string): boolean {
  return text.search(codeHeadings) >= 0;
}

/** The words before a name, without glyphs, the number of their section, a remark in brackets and the separator. */
function leadOf(before: string): string {
  const words = before
    .replace(/\p{Extended_Pictographic}|\ufe0f|\u200d/gu, '')
    .replace(/^\s*(?:\d{1,3}(?:\.\d{1,3}){0,9}[.)]|[A-Z][.)])\s+/, '')
    .trimEnd();
  const open = words.endsWith(']') ? words.indexOf('[', words.lastIndexOf(']', words.length - 2) + 1) : -1;
  return dropEnd(open >= 0 && words.length - open <= 32 ? words.slice(0, open) : words, /[\s:：—–|·([-]/u).trim();
}

/** The id of a table's first cell under a header that names the unit: `3`, `P3`, `03`, `3. Title`, `2A — Title`, `post-11`. */
export function readBareId(cell: string): { id: string; tail: string | null } | undefined {
  const plain = plainSpaces(cell)
    .replace(/[*`~]/g, '')
    .replace(/^(?:\p{Extended_Pictographic}|\ufe0f|\s)+/u, '')
    .trim();
  const match =
    /^(?:[Pp]|#)?((?:pre|post)-\d{1,3}|[SsMm]?(?:\d{1,3}(?!\d)|(?!19|20)\d{4})(?:\.\d{1,3}){0,3}(?:[A-Za-z](?:\.\d{1,2})?)?|[A-Z])(?:$|(?=[\s:.)—–(-]))/u.exec(
      plain,
    );
  if (!match?.[1]) return undefined;
  const after = plain.slice(match[0].length);
  if (range.test(after)) return undefined;
  if (/^[A-Z]$/.test(match[1]) && !/^$|^[:.)]/.test(after.trim())) return undefined;
  const tail = after.replace(/^[\s:.)—–-]+/u, '').trim();
  return { id: toId(match[1]), tail: tail === '' ? null : tail };
}

/** The form in which ids are compared: `Phase 05`, `phase-5` and `P5` are one. */
export function keyOf(id: string): string {
  return plainSpaces(id)
    .trim()
    .toLowerCase()
    .replace(/^(?:phase|stage|step|sprint|milestone|[psm])[\s_-]*(?=\d)/, '')
    .replace(/^0+(?=\d)/, '');
}

/** The id as units carry it: `02`, `two` and `二` are `2`. */
export function toId(raw: string): string {
  const word = numberWords.indexOf(raw.toLowerCase());
  if (word >= 0) return String(word);
  if (/^[零一二三四五六七八九十]+$/.test(raw)) return String(fromChinese(raw));
  return raw.replace(/^0+(?=\d)/, '');
}

function fromChinese(raw: string): number {
  if (raw.length === 2 && raw[0] === '十') return 10 + chineseNumbers.indexOf(raw[1] ?? '');
  return chineseNumbers.indexOf(raw[0] ?? '');
}
