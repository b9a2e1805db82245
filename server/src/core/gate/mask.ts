import type { Span } from '../model.ts';
import { findQuotes, isEdge } from './quotes.ts';
import { CODE } from './stand.ts';

/** A gate line with its markup blanked out: `prose` is as long as the text, so every offset means the same in both. */
export interface Mask {
  readonly prose: string;
  /** Code spans, with their backticks. */
  readonly codes: readonly Span[];
  /** Quoted literals, with their quotes; quotes around the whole line are not literals. */
  readonly quotes: readonly Span[];
  /** Targets of links. */
  readonly links: readonly Span[];
  /** Bold words or a label before the condition: `**Tests pass** - `, `Security scan: `. Empty where there is none. */
  readonly lead: Span;
}

export { CODE, QUOTE } from './stand.ts';

/** Blanks what is markup: checkbox, id, status sign, emphasis, tags, links, quotes around the whole line. */
export function maskMarkup(text: string): Mask {
  const out = text.split('');
  const codes: Span[] = [];
  const quotes: Span[] = [];
  const links: Span[] = [];
  const blank: Blank = (start, end, by = ' ') => {
    out.fill(by, start, end);
  };
  findCodes(text, codes);
  for (const code of codes) blank(code.start, code.end, CODE);
  const begin = skipFront(text, 0);
  blank(0, begin.end);
  for (let i = begin.end; i < text.length; i++) {
    const c = out[i] ?? '';
    if (c === CODE) continue;
    if (c === '*' || (c === '~' && text[i + 1] === '~')) blank(i, i + 1);
    else if (c === '_' && (isEdge(text[i - 1]) || isEdge(text[i + 1]))) blank(i, i + 1);
    else if (c === '<') i = blankTag(text, i, blank);
    else if (c === ']' && text[i + 1] === '(') i = blankLink(text, i, blank, links);
    else if (c === '[' || c === ']') blank(i, i + 1);
    else if (isSign(text, i)) blank(i, i + 1);
  }
  const lead = findLead(text, out, begin.end, begin.bold);
  findQuotes(out, quotes, lead.end > lead.start ? lead.end : begin.end, lead.end > lead.start);
  return { prose: out.join(''), codes, quotes, links, lead };
}

const NO_SPAN: Span = { start: 0, end: 0 };
const ID =
  /^(?:(?:[A-Z]{1,6}|Gate|Criterion|Check|Step|Test|Phase|Stage|Item|Scenario|Req|Story|Case)[-. #]?\d+(?:[.-]\d+)*[a-z]?|[A-Z]{1,5}(?:-[A-Z]{1,8}){0,2}-\d+[a-z]?|\d{1,3}(?:\.\d+){1,3}|\d{1,3}[.)](?=\s)|[a-h]\)(?=\s))\s*[*_]{0,3}\s*(?:[:.)\]|–—]|-(?=\s)|\((?:P\d|[A-Z]{2,6}-\d+)\)\s*:?)?\s*[*_]{0,3}/;

interface Front {
  readonly end: number;
  /** Whether an id already stood in bold, so that what follows is not a lead. */
  readonly bold: boolean;
}

/** Skips list marker, checkbox, status signs and ids at the front, in any order and number. */
function skipFront(text: string, from: number): Front {
  let at = from;
  for (;;) {
    const rest = text.slice(at, at + 40);
    const skipped = /^\s+|^[-*+•]\s+|^\[[ xX~!/-]?\]\s*|^>\s*/.exec(rest)?.[0].length ?? 0;
    if (skipped > 0) at += skipped;
    else if (isSign(text, at)) at += 1;
    else {
      const marks = /^[*_]{1,3}/.exec(rest)?.[0].length ?? 0;
      const id = ID.exec(rest.slice(marks))?.[0] ?? '';
      if (!id || !isIdEnd(id, rest.slice(marks + id.length), marks > 0)) return { end: at, bold: false };
      at += marks + id.length;
    }
  }
}

/** An id ends in a separator, or it stands alone in bold; "3 users" and "P95 < 80" are no ids. */
function isIdEnd(id: string, rest: string, bold: boolean): boolean {
  return rest !== '' && (/[:.)\]|–—-]\s*[*_]*\s*$/.test(id) || (bold && /[*_]\s*$/.test(id)));
}

function findCodes(text: string, codes: Span[]): void {
  for (let i = text.indexOf('`'); i >= 0; i = text.indexOf('`', i)) {
    let open = i;
    while (text[open] === '`') open++;
    const fence = text.slice(i, open);
    let close = text.indexOf(fence, open);
    while (close >= 0 && text[close + fence.length] === '`') close = text.indexOf(fence, close + fence.length + 1);
    if (close < 0) i = open;
    else {
      codes.push({ start: i, end: close + fence.length });
      i = close + fence.length;
    }
  }
}

/** Status signs, dingbats and pictures; arrows and comparison signs are words and stay. */
function isSign(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  return (
    (c >= 0x2600 && c <= 0x27bf && c !== 0x2794 && c !== 0x279c && c !== 0x279e && c !== 0x27a1) ||
    (c >= 0xd800 && c <= 0xdfff) ||
    c === 0xfe0f ||
    c === 0x200d ||
    (c >= 0x2b00 && c <= 0x2bff) ||
    (c >= 0x23e9 && c <= 0x23fa) ||
    c === 0x231a ||
    c === 0x231b ||
    c === 0x25cf ||
    c === 0x25cb
  );
}

type Blank = (start: number, end: number, by?: string) => void;

/** `<br>` and its like; `<= 15`, `<1ms` and `<command>` stay. */
function blankTag(text: string, at: number, blank: Blank): number {
  const tag =
    /^<(?:!--.{0,300}?--|\/?(?:br|b|i|em|strong|code|kbd|sub|sup|p|span|a|details|summary|del|s|u)(?:\s[^<>]{0,200})?\/?)>/i.exec(
      text.slice(at, at + 310),
    )?.[0];
  if (!tag) return at;
  blank(at, at + tag.length);
  return at + tag.length - 1;
}

function blankLink(text: string, at: number, blank: Blank, links: Span[]): number {
  const end = text.indexOf(')', at);
  if (end < 0) {
    blank(at, at + 1);
    return at;
  }
  links.push({ start: at + 2, end });
  blank(at, end + 1);
  return end;
}

const LEAD_LIMIT = 60;

/** `**Bold words** - condition` or `Label: condition`; a label without a condition after it is the condition itself. */
function findLead(text: string, out: string[], from: number, idWasBold: boolean): Span {
  const bold = idWasBold ? undefined : /^\*\*[^*]{1,90}\*\*/.exec(text.slice(from, from + 100))?.[0];
  if (bold) {
    const end = from + bold.length;
    const gap = /^\s*(?:\([^)]{0,40}\)\s*)?(?:[:–—|]|-+(?=\s)|→)\s*/.exec(text.slice(end, end + 60))?.[0];
    const inside = /[:.]\s*\*\*$/.test(bold);
    if ((gap !== undefined || inside) && hasWords(text, end + (gap?.length ?? 0))) {
      const stop = end + (gap?.trimEnd().length ?? 0);
      return { start: from, end: stop };
    }
    return NO_SPAN;
  }
  const colon = out.indexOf(':', from);
  if (colon < 0 || colon - from > LEAD_LIMIT || (text[colon + 1] !== ' ' && out[colon + 1] !== ' ')) return NO_SPAN;
  const label = out.slice(from, colon).join('');
  if (/[.;,!?(]|\uE000/.test(label) || label.trim().split(/\s+/).length > 6 || !hasWords(text, colon + 1)) return NO_SPAN;
  return { start: from, end: colon + 1 };
}

function hasWords(text: string, from: number): boolean {
  return /[\p{L}\p{N}`]/u.test(text.slice(from, from + 80));
}
