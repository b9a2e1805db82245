/**
 * Small scans that take time in proportion to the text. The regular expressions they stand for (`\s+$`, `\s*\([^)]*\)$`) try every
 * blank of a long run anew, so that one heading with a million blanks would hold up the editor.
 */

/** A text without the characters at its end that fit, each one looked at alone. */
export function dropEnd(text: string, fits: RegExp): string {
  let end = text.length;
  while (end > 0 && fits.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}

/** A text without the characters at both ends that fit. */
export function dropAround(text: string, fits: RegExp): string {
  const rest = dropEnd(text, fits);
  let start = 0;
  while (start < rest.length && fits.test(rest[start] ?? '')) start += 1;
  return rest.slice(start);
}

/** A text without the parentheses at its very end and one blank before them: `Scope (phase 1)` → `Scope`. */
export function withoutQualifier(text: string): string {
  if (!text.endsWith(')')) return text;
  const open = text.indexOf('(', text.lastIndexOf(')', text.length - 2) + 1);
  if (open < 0) return text;
  return text.slice(0, text[open - 1] === ' ' ? open - 1 : open);
}

/** Several lines as one, the way a reader sees them: a line end and the blanks around it are one blank. */
export function onOneLine(text: string): string {
  if (!text.includes('\n')) return text;
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

/** Whether each pattern is found behind what the one before it found: `pass` … `/` … `fail`. */
export function inOrder(text: string, ...patterns: readonly RegExp[]): boolean {
  let rest = text;
  for (const pattern of patterns) {
    const found = pattern.exec(rest);
    if (!found) return false;
    rest = rest.slice(found.index + found[0].length);
  }
  return true;
}

/** A text whose HTML comments are blank and whose end is trimmed; offsets stay. */
export function withoutComments(text: string): string {
  let rest = '';
  let from = 0;
  let close = -1;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', Math.max(from, open + 4))) {
    if (close < open + 4) close = text.indexOf('>', open + 4);
    if (close < 0) break;
    if (close < open + 6 || text.slice(close - 2, close) !== '--') continue;
    rest += text.slice(from, open) + ' '.repeat(close + 1 - open);
    from = close + 1;
  }
  return from === 0 ? text : (rest + text.slice(from)).trimEnd();
}

/** What stands in brackets at the end of a text (blanks behind them do not count), and where they open. */
export interface Bracketed {
  readonly inside: string;
  readonly index: number;
}

/** Characters between brackets, at most. */
const longestBracket = 80;
const opens = '([【（';
const closes = ')]】）';
/** No bracket of these stands inside another. */
const plainBrackets = '()[]（）';

/** The brackets at the end of a title: `Storage (2 days)`, `Storage [DONE]`, `保存【完了】`. */
export function trailingBracket(text: string): Bracketed | undefined {
  const close = text.trimEnd().length - 1;
  if (close < 1 || !closes.includes(text[close] ?? '')) return undefined;
  let index = -1;
  for (let at = close - 1; at >= 0 && at >= close - longestBracket - 1; at -= 1) {
    const char = text[at] ?? '';
    if (opens.includes(char) && at < close - 1) index = at;
    if (plainBrackets.includes(char)) break;
  }
  return index < 0 ? undefined : { inside: text.slice(index + 1, close), index };
}
