import { readInline } from '../markdown.ts';
import type { EvidenceTarget, Span } from '../model.ts';
import type { Source } from '../source.ts';
import { endsLikeFile, looksLikePath, pathsIn } from './paths.ts';

/**
 * What some words point to, in their order: links, files in code spans or at the front, commits, addresses. Commands, routes and prose
 * point to nothing that could be looked for.
 * @param value the words as written, markup kept
 * @param within where they stand
 */
export function targetsIn(value: string, within: Span, { text }: Source): readonly EvidenceTarget[] {
  if (!mayPoint.test(value)) return [];
  const { plain, links, codes } = readInline(value);
  const found: EvidenceTarget[] = [];
  let from = within.start;
  const add = (written: string, target: Omit<EvidenceTarget, 'at' | 'form'> | undefined, form: EvidenceTarget['form']) => {
    if (!target) return;
    // The same words may stand there twice: each counts once. Words that markup hides are somewhere in the line.
    const start = indexIn(text, written, from, within.end) ?? indexIn(text, written, within.start, within.end);
    const at = start === undefined ? within : { start, end: start + written.length };
    if (start !== undefined) from = at.end;
    const { kind, value, part } = target;
    found.push({ kind, value, part, form, at: { start: at.start, end: at.end } });
  };
  for (const { url } of links) add(url, linkTarget(url), 'link');
  const linked = links.map(({ value: words }) => words);
  for (const { value: words } of codes) if (!linked.includes(words)) add(words, wordTarget(words), 'words');
  if (found.length === 0) for (const { path } of pathsIn(value)) add(path, wordTarget(path), 'words');
  for (const url of addressesIn(plain)) if (!found.some((one) => one.value === url)) add(url, urlTarget(url), 'words');
  for (const hash of commitsIn(plain))
    if (!found.some((one) => one.value === hash)) add(hash, { kind: 'commit', value: hash, part: null }, 'words');
  return found;
}

function indexIn(text: string, words: string, start: number, end: number): number | undefined {
  const at = text.slice(start, end).indexOf(words);
  return at < 0 ? undefined : start + at;
}

/** Most words have nothing that could point anywhere. */
const mayPoint = /[`[/\\:.#]|[\da-f]{7}/i;

/** What the address of a link points to; undefined for what is no file and no page. @param at its words */
export function targetOfLink(url: string, at: Span): EvidenceTarget | undefined {
  const target = linkTarget(url);
  return target && { ...target, form: 'link', at: { start: at.start, end: at.end } };
}

/** Where a link leads; undefined for what is no file and no page: `mailto:…`. */
function linkTarget(url: string): Omit<EvidenceTarget, 'at' | 'form'> | undefined {
  if (/^https?:/i.test(url)) {
    const commit = /\/commits?\/([\da-f]{7,40})(?:$|[/?#])/i.exec(url)?.[1];
    return commit ? { kind: 'commit', value: commit.toLowerCase(), part: null } : urlTarget(url);
  }
  // `file:` and `C:` name files, and are said to lead out of the folder.
  if (/^[a-z][a-z\d+.-]+:/i.test(url) && !/^file:/i.test(url) && !/^[^:/]*\.\w+:/.test(url)) return undefined;
  const [path = '', ...behind] = url.split('#');
  const section = behind.join('#');
  const value = decoded(path.replace(/\?.*$/s, ''));
  return value === '' && section === '' ? undefined : { kind: 'file', value, part: partOf(decoded(section)) };
}

/** What a code span or a word names: a file, perhaps with a line or a test in it, or a commit. */
function wordTarget(words: string): Omit<EvidenceTarget, 'at' | 'form'> | undefined {
  if (/^https?:/i.test(words)) return urlTarget(words);
  if (isHash(words)) return { kind: 'commit', value: words.toLowerCase(), part: null };
  if (leadsAway.test(words)) return { kind: 'file', value: words, part: null };
  const { path, part } = inFile(words);
  // "Sharp/libvips" are two names; a file has an ending, a folder a slash behind it.
  const named = endsLikeFile.test(path) || /[/\\*]$|\*\.\w+$|(?:^|\/)(?:Dockerfile|Makefile|LICENSE|README)$/.test(path);
  if (!named || !looksLikePath(path.replaceAll('\\', '/'))) return undefined;
  return { kind: 'file', value: path, part };
}

/** Words that name a file on somebody's own machine: `C:\out.txt`, `\\share\out`, `/tmp/out.txt`, `~/out.txt`. */
const leadsAway = /^(?:[a-z]:[\\/]|\\\\\w|file:|~\/|\/(?:home|Users|tmp|etc|var|private|root|mnt|opt|proc|dev)\/)/i;

/** `a.test.ts::name`, `a.test.ts > name`, `a.ts:12`, `a.md#results`. */
function inFile(words: string): { readonly path: string; readonly part: EvidenceTarget['part'] } {
  const match = /::| > |#|:(?=\d{1,7}(?:[:-]\d{1,7})?$)/.exec(words);
  if (!match) return { path: words, part: null };
  const [path, behind] = [words.slice(0, match.index), words.slice(match.index + match[0].length)];
  if (match[0] === '#') return { path, part: partOf(behind) };
  return { path, part: { kind: match[0] === ':' ? 'line' : 'test', value: match[0] === ':' ? `L${behind}` : behind } };
}

function partOf(section: string): EvidenceTarget['part'] {
  if (section === '') return null;
  return { kind: /^L\d{1,7}(?:C\d{1,5})?(?:-L\d{1,7}(?:C\d{1,5})?)?$/.test(section) ? 'line' : 'section', value: section };
}

function urlTarget(url: string): Omit<EvidenceTarget, 'at' | 'form'> {
  return { kind: 'url', value: url, part: null };
}

/** Addresses that stand in the words as they are; brackets and full stops around them belong to the sentence. */
function addressesIn(plain: string): readonly string[] {
  return [...plain.matchAll(/\bhttps?:[^\s<>"`]{1,2000}/gi)].map(([url]) => {
    const bare = url.replace(/[.,;:!?]$/, '');
    return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare;
  });
}

/** Hashes behind "commit" or at the front, and those that a list goes on with: `commits 4f2a9c1, 77d0e3b`. */
function commitsIn(plain: string): readonly string[] {
  const found: string[] = [];
  let mayFollow = true;
  let said = false;
  for (const word of plain.split(/[\s,;()[\]]+/)) {
    if (word === '') continue;
    const named = /^(?:commits?|sha|revision|@)[:：]?$/i.test(word);
    said ||= named;
    if (mayFollow && /^[\da-f]{7,40}$/i.test(word) && /\d/.test(word) && (said || isHash(word))) found.push(word.toLowerCase());
    else mayFollow = named || (mayFollow && /^(?:and|&|\+|–|-)$/.test(word));
  }
  return found;
}

/** A short hash without letters may be any number. */
function isHash(words: string): boolean {
  return /^[\da-f]{7,40}$/i.test(words) && /\d/.test(words) && (/[a-f]/i.test(words) || words.length === 40);
}

/** The text of a link's address; an address with a stray `%` is taken as it is written. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
