import { isSpace, type Line } from './line.ts';

/** The level, words and place of an ATX heading (`## Words ##`), or undefined. */
export function headingOf(text: string, line: Line): { level: number; words: string; start: number } | undefined {
  let level = 0;
  while (level < 7 && text[line.start + level] === '#') level += 1;
  const next = text[line.start + level] ?? '\n';
  if (level > 6 || line.indent > 3) return undefined;
  if (line.start + level < line.end && next !== ' ' && next !== '\t' && next !== '\u00a0') return undefined;
  const all = text.slice(line.start + level, line.end);
  const closed = /(^|\s)#+$/.exec(all);
  const words = (closed ? all.slice(0, closed.index) : all).trim();
  return { level, words, start: line.start + level + (all.length - all.trimStart().length) };
}

/** The marker and info of an opening fence, or undefined. */
export function fenceOf(text: string, line: Line): { marker: string; info: string } | undefined {
  const first = text[line.start];
  if (first !== '`' && first !== '~') return undefined;
  const run = /^(`{3,}|~{3,})([^\n\r]*)/.exec(text.slice(line.start, Math.min(line.end, line.start + longestFence)));
  if (!run?.[1] || (first === '`' && run[2]?.includes('`'))) return undefined;
  return { marker: run[1], info: (run[2] ?? '').trim() };
}

/** Marker and info together; what follows is not looked at. */
const longestFence = 300;

/** Whether a line closes the fence that a marker opened. */
export function isClosingFence(text: string, line: Line, marker: string): boolean {
  return line.end - line.start >= marker.length && isRunOf(text, line, marker[0] ?? '');
}

/** A thematic break: `---`, `* * *`. */
export function isRule(text: string, line: Line): boolean {
  const mark = text[line.start];
  if ((mark !== '-' && mark !== '*' && mark !== '_') || line.indent > 3) return false;
  let count = 0;
  for (let at = line.start; at < line.end; at += 1) {
    if (text[at] === mark) count += 1;
    else if (!isSpace(text.charCodeAt(at))) return false;
  }
  return count >= 3;
}

/** Whether a line consists of one character only. */
export function isRunOf(text: string, line: Line, char: string): boolean {
  for (let at = line.start; at < line.end; at += 1) if (text[at] !== char) return false;
  return line.end > line.start;
}

const tags =
  /^<\/?(details|summary|div|p|table|center|section|br|hr|a|img|picture|h[1-6]|t[rdh]|thead|tbody|ul|ol|li|dl|blockquote)\b/;

/** What a line that begins with `<` opens: a block that ends with certain words, or one line of a tag; undefined for text. */
export function htmlOf(text: string, line: Line): { readonly until: string | null } | undefined {
  if (text[line.start] !== '<') return undefined;
  const begin = text.slice(line.start, Math.min(line.end, line.start + 12)).toLowerCase();
  if (begin.startsWith('<!--')) return { until: '-->' };
  const raw = /^<(pre|script|style|textarea)\b/.exec(begin)?.[1];
  if (raw) return { until: `</${raw}` };
  return tags.test(begin) ? { until: null } : undefined;
}
