import type { Outcome } from './model.ts';

/**
 * The one text form of an outcome, written and read here:
 * `pass (2026-03-01, Ada, commit 1a2b3c4, exit 0): took 3 s — [output](../evidence/phase-2/t-1.txt)`.
 * Word and day are always there. Results that people write by hand (`✅ **passed** on the second try`) are read as well as can be.
 */
export function outcomeText({ outcome, date, actor, commit, exitCode, note, artifact }: Outcome, form: TextForm): string {
  const details = [
    date,
    actor !== null && isDetail(actor) ? `by ${actor}` : actor,
    commit === null ? null : `commit ${commit}`,
    exitCode === null ? null : `exit ${exitCode}`,
  ].filter((detail) => detail !== null);
  const about = details.length === 0 ? '' : ` (${details.join(', ')})`;
  const words = note === null ? '' : `: ${escaped(note, form)}`;
  const link = artifact === null ? '' : ` — [output](${linkTarget(artifact)})`;
  return `${outcome}${about}${words}${link}`;
}

/** Where the text stands: it decides which signs of a note would mean something else there. YAML quotes the whole value itself. */
export type TextForm = 'markdown' | 'cell' | 'yaml';

/**
 * The outcome that some words state, or null where they state none (`pass / fail` is a template).
 * @param written the words as they stand in the document
 * @param plain the same without markup, for results written by hand
 */
export function readOutcome(words: string, plain: string, form: TextForm): Outcome | null {
  const written = withoutRemark(words);
  const head = /^[^\p{L}\d]{0,12}(pass(?:ed)?|ok|fail(?:ed)?|skip(?:ped)?|blocked)\b(?!\s*[/|])/iu;
  const word = head.exec(plain)?.[1]?.toLowerCase();
  if (word === undefined) return null;
  const outcome = outcomeOf(word);
  const own = head.exec(written);
  const about = own && detailsOf(written, own[0].length);
  if (about && /^(?:: |\s{0,3}$| — \[output\]\()/.test(written.slice(about.end))) {
    const rest = written.slice(about.end).trimEnd();
    const from = rest.lastIndexOf(linked);
    const link = from < 0 ? undefined : /^([^()\s]{1,1000})\)$/.exec(rest.slice(from + linked.length))?.[1];
    const words = (link === undefined ? rest : rest.slice(0, from)).replace(/^: /, '');
    const { date, actor, commit, exitCode } = about.details;
    const note = words === '' ? null : unescaped(words, form);
    return { outcome, date, actor, commit, exitCode, note, artifact: link === undefined ? null : plainTarget(link) };
  }
  const said = detailsOf(plain, head.exec(plain)?.[0].length ?? 0);
  const rest = plain.slice(said?.end ?? head.exec(plain)?.[0].length);
  const note = rest.replace(/^[^\p{L}\d]{1,40}/u, '').trim();
  const { date, actor, commit, exitCode } = said?.details ?? nothingElse;
  return { outcome, date, actor, commit, exitCode, note: note === '' ? null : note, artifact: null };
}

/** Without a comment at the end: it may hide a finding of the line. */
function withoutRemark(words: string): string {
  const text = words.trimEnd();
  const start = text.endsWith('-->') ? text.lastIndexOf('<!--') : -1;
  return start < 0 ? words : text.slice(0, start).trimEnd();
}

/** Stands before the file that keeps the output. */
const linked = ' — [output](';

const nothingElse = { date: null, actor: null, commit: null, exitCode: null };

function outcomeOf(word: string): Outcome['outcome'] {
  if (word.startsWith('fail')) return 'fail';
  if (word.startsWith('skip')) return 'skip';
  return word === 'blocked' ? 'blocked' : 'pass';
}

/** `(2026-03-01, Ada, commit 1a2b3c4, exit 0)` behind the word; other words in parentheses belong to the note. */
function detailsOf(text: string, from: number) {
  const open = /^[*_`\s]{0,4}\(/.exec(text.slice(from, from + 8));
  if (!open) return undefined;
  const start = from + open[0].length;
  const end = closing(text, start);
  if (end < 0) return undefined;
  const parts = text.slice(start, end).split(', ');
  if (!parts.some(isDetail)) return undefined;
  const date = isDate(parts[0] ?? '') ? (parts.shift() ?? null) : null;
  const exit = /^exit (-?\d{1,10})$/.exec(parts.at(-1) ?? '');
  if (exit) parts.pop();
  const commit = /^commit ([0-9a-f]{7,64})$/i.exec(parts.at(-1) ?? '');
  if (commit) parts.pop();
  const actor = parts.join(', ').replace(/^by /, '').trim();
  return {
    end: end + 1,
    details: { date, actor: actor === '' ? null : actor, commit: commit?.[1] ?? null, exitCode: exit ? Number(exit[1]) : null },
  };
}

/** Details are not longer. UTF-16 units. */
const longestDetails = 400;

/** The parenthesis that closes the one before an offset, or -1. */
function closing(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length && at < start + longestDetails; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** Whether some words between the parentheses say something else than a name. */
export function isDetail(part: string): boolean {
  return isDate(part) || /^(?:commit [0-9a-f]{7,64}|exit -?\d{1,10}|by .{1,200})$/i.test(part);
}

function isDate(part: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(part);
}

/** Signs that would end a cell, begin a comment or a further label get a backslash, and are read without it. */
function escaped(note: string, form: TextForm): string {
  if (form === 'yaml') return note;
  const marked = note.replace(/\\(?=[\\<|*_])/g, '\\\\').replace(/<(?=[!/?A-Za-z])|\*(?=\*)|(?<=\*)\*|_(?=_)|(?<=_)_/g, '\\$&');
  return form === 'cell' ? marked.replaceAll('|', '\\|') : marked;
}

function unescaped(words: string, form: TextForm): string {
  return form === 'yaml' ? words : words.replace(/\\([\\<|*_])/g, '$1');
}

/** Signs that end a link, percent-encoded. */
export function linkTarget(target: string): string {
  return target.replace(/[\s()<>\\|%]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

function plainTarget(target: string): string {
  return target.replace(/%([2-7][0-9A-F])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
