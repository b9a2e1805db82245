import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { readSimple, type Simple } from './simpleInline.ts';
import { ownText } from './source.ts';

/**
 * Reads the inline markup of one piece of text: a heading, an item, a cell, a paragraph. This is the only file that knows remark.
 * Pieces are small and remembered by their text, because reading a whole repository file at once takes seconds.
 */
export interface Inline {
  /** The text without markup; what a reader sees. */
  readonly plain: string;
  readonly codes: readonly Marked[];
  readonly strongs: readonly Marked[];
  readonly links: readonly (Marked & { readonly url: string })[];
  /** The text is struck through, but for a remark behind it: `~~Bake twice~~ — not needed`. */
  readonly struck: boolean;
  /** It took remark to read it. */
  readonly rich?: boolean;
}

/** Marked words: `start` and `end` include the markup, as offsets into the piece. */
export interface Marked {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A longer piece is taken as plain text: hostile input can make inline markup slow. UTF-16 units. */
export const longestPiece = 8000;
const mostRemembered = 50_000;
/** So many texts are kept from one document to the next: the words of one that is read are asked for again and again. */
const mostKept = 2000;

/** So much text of one document is read by remark, which takes up to 15 µs for a character of hostile text. UTF-16 units. */
export const mostForRemark = 60_000;

const none: readonly never[] = [];

const parser = unified().use(remarkParse);
let remembered = new Map<string, Inline>();

/** What remark may still read for the document at hand; the same texts count however much is remembered from others. */
interface Budget {
  left: number;
  readonly seen: Set<string>;
  refused: string | undefined;
}
let budget: Budget | undefined;

/**
 * Runs the reading of one document within its limit; `refused` is the first text that was taken as it is written, `spent` how much text
 * remark was asked for.
 */
export function withinBudget<T>(read: () => T): {
  readonly result: T;
  readonly refused: string | undefined;
  readonly spent: number;
} {
  const own: Budget = { left: mostForRemark, seen: new Set(), refused: undefined };
  const outer = budget;
  budget = own;
  try {
    const result = read();
    return { result, refused: own.refused, spent: mostForRemark - own.left };
  } finally {
    budget = outer;
    if (remembered.size > mostKept && !outer) remembered = new Map();
  }
}

/** The inline reading of a text. */
export function readInline(words: string): Inline {
  if (!marks.test(words) || words.length > longestPiece) return plainInline(words);
  const known = remembered.get(words);
  if (known) return known.rich && !affords(words) ? plainInline(words) : known;
  const text = ownText(words);
  if (text.includes('\n') && nested.test(text)) return plainInline(words);
  const simple = readSimple(text);
  if (!simple && !affords(text)) return plainInline(text);
  const inline = simple ? withStrike(simple) : { ...withStrike(parseInline(text)), rich: true };
  if (remembered.size >= mostRemembered) remembered = new Map();
  remembered.set(text, inline);
  return inline;
}

/** A text without any of these has no markup. */
const marks = /[*_`[<\\&!~]/;

/** Lists in lists on a further line of a text: remark takes seconds for a few thousand of them. */
const nested = /\n[ \t]{0,9}(?:(?:[-+*>]|\d{1,9}[.)])[ \t]{1,9}){3}/;

/** Whether remark may read this text for the document at hand. */
function affords(text: string): boolean {
  if (!budget || budget.seen.has(text)) return true;
  if (budget.left >= text.length) {
    budget.left -= text.length;
    budget.seen.add(text);
    return true;
  }
  // Once is enough: what comes later is refused too, however short, so that the notice says where it begins.
  budget.left = -1;
  budget.refused ??= text;
  return false;
}

function plainInline(text: string): Inline {
  return { plain: text, codes: none, strongs: none, links: none, struck: false };
}

const struckThrough = /^~~[^~]+~~\s*(?:$|[—–→(:,;-])/u;

/** remark-parse alone leaves `~~` in the text. */
function withStrike(simple: Simple): Inline {
  const { plain, codes, strongs, links } = simple;
  // Written out: thousands are remembered, and what is spread and added to has a shape of its own in memory.
  if (!plain.includes('~~')) return { plain, codes, strongs, links, struck: false };
  const trimmed = plain.trim();
  const struck = struckThrough.test(trimmed) || (trimmed.startsWith('~~') && trimmed.indexOf('~~', 2) > trimmed.length * 0.6);
  return { plain: plain.replaceAll('~~', ''), codes, strongs, links, struck };
}

/** Stands before the text, so that nothing at its beginning reads as a heading, list or block of HTML. */
const guard = '.';

/** What remark reads in a text: the authority, which `readSimple` only anticipates. */
export function parseInline(text: string): Simple {
  const codes: Marked[] = [];
  const strongs: Marked[] = [];
  const links: (Marked & { url: string })[] = [];
  const visit = (node: Node): string => {
    if (node.type === 'html') return node.value === '<br>' || node.value === '<br/>' ? ' ' : '';
    if (node.type === 'break') return ' ';
    const value = node.value ?? (node.type === 'image' ? (node.alt ?? '') : (node.children ?? []).map(visit).join(''));
    const start = (node.position?.start.offset ?? 0) - guard.length;
    const end = (node.position?.end.offset ?? 0) - guard.length;
    if (node.type === 'inlineCode') codes.push({ value, start, end });
    else if (node.type === 'strong') strongs.push({ value, start, end });
    else if (node.type === 'link') links.push({ value, start, end, url: node.url ?? '' });
    return value;
  };
  const tree = parser.parse(guard + text) as unknown as Node;
  const plain = (tree.children ?? []).map(visit).join('\n').slice(guard.length);
  return { plain, codes, strongs, links };
}

/** What is used of a syntax tree node. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly alt?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } };
}
