import type { YamlNode, YamlScalar } from '../yaml.ts';

/**
 * The value that stands on one line, where it is of the ordinary kind: a plain or simply quoted scalar, `[a, b]`, `[]`, `{}`, with or
 * without a comment behind it. Undefined for everything else (escapes, anchors, nested flow): that is for the library.
 * @param words the line from its first character of the value to its end
 * @param base offset of the first character
 */
export function readInline(words: string, base: number): YamlNode | undefined {
  const first = words[0];
  if (first === '"' || first === "'") {
    const scalar = quoted(words, 0, base);
    return scalar && isOver(words, scalar.whole.end - base) ? scalar : undefined;
  }
  if (first === '[') return flowList(words, base);
  if (first === '{') {
    if (words[1] !== '}' || !isOver(words, 2)) return undefined;
    return { kind: 'map', span: { start: base, end: base + 2 }, entries: [] };
  }
  return plain(words.slice(0, wordsEnd(words)), base);
}

/** Where the words of a line end: before a comment and the white space before it. */
export function wordsEnd(words: string): number {
  let end = words.length;
  for (let hash = words.indexOf('#'); hash >= 0; hash = words.indexOf('#', hash + 1)) {
    if (hash === 0 || isBlank(words[hash - 1])) {
      end = hash;
      break;
    }
  }
  while (end > 0 && isBlank(words[end - 1])) end -= 1;
  return end;
}

/** Where the `:` behind the key of an entry stands, or -1 where the words are no ordinary entry. */
export function keyEnd(words: string): number {
  const quote = words[0] === '"' || words[0] === "'" ? words[0] : undefined;
  if (quote) {
    const close = words.indexOf(quote, 1);
    return close > 1 && words[close + 1] === ':' && isBreak(words[close + 2]) && !words.slice(0, close).includes('\\')
      ? close + 1
      : -1;
  }
  if (/^[-?:,[\]{}#&*!|>%@`]/.test(words) && !/^[-?:][^\s]/.test(words)) return -1;
  let colon = words.indexOf(':');
  while (colon >= 0 && !isBreak(words[colon + 1])) colon = words.indexOf(':', colon + 1);
  return colon > 0 && colon < 1000 && wordsEnd(words.slice(0, colon)) > 0 && !/\s#|\t/.test(words.slice(0, colon)) ? colon : -1;
}

/** An ordinary key; `null` and `~` are none. */
export function readKey(words: string, base: number): YamlScalar | undefined {
  const key = words[0] === '"' || words[0] === "'" ? quoted(words, 0, base) : plain(words.trimEnd(), base);
  return key?.kind === 'scalar' ? key : undefined;
}

function plain(words: string, base: number): YamlNode | undefined {
  if (words === '' || /^[&*!|>%@`,\]{}[#"']|^[-?:](?:\s|$)|[\t\n]|:(?:\s|$)/.test(words)) return undefined;
  const span = { start: base, end: base + words.length };
  if (/^(?:~|null|Null|NULL)$/.test(words)) return { kind: 'null', span };
  return { kind: 'scalar', text: words, span, whole: span, style: 'plain' };
}

function quoted(words: string, at: number, base: number): YamlScalar | undefined {
  const double = words[at] === '"';
  const close = double ? closingQuote(words, at) : words.indexOf("'", at + 1);
  if (close < 0 || (!double && words[close + 1] === "'")) return undefined;
  const text = double ? unescaped(words.slice(at + 1, close)) : words.slice(at + 1, close);
  if (text === undefined) return undefined;
  const span = { start: base + at + 1, end: base + close };
  return { kind: 'scalar', text, span, whole: { start: base + at, end: base + close + 1 }, style: 'quoted' };
}

function closingQuote(words: string, at: number): number {
  for (let index = at + 1; index < words.length; index += 1) {
    if (words[index] === '\\') index += 1;
    else if (words[index] === '"') return index;
  }
  return -1;
}

/** The escapes that JSON has too; others are for the library. */
function unescaped(words: string): string | undefined {
  if (!words.includes('\\')) return words;
  if (/\\(?:u(?![\da-fA-F]{4})|[^"\\/bfnrtu]|$)|[\0-\x1f]/.test(words.replaceAll('\\\\', ''))) return undefined;
  return String(JSON.parse(`"${words}"`));
}

/** `[a, "b", c]` on one line, without nesting. */
function flowList(words: string, base: number): YamlNode | undefined {
  const items: YamlNode[] = [];
  let at = 1;
  for (;;) {
    while (words[at] === ' ') at += 1;
    if (words[at] === ']') break;
    const item = words[at] === '"' || words[at] === "'" ? quoted(words, at, base) : flowPlain(words, at, base);
    if (!item) return undefined;
    items.push(item);
    at = (item.kind === 'scalar' ? item.whole.end : item.span.end) - base;
    while (words[at] === ' ') at += 1;
    if (words[at] === ',') at += 1;
    else if (words[at] !== ']') return undefined;
  }
  return isOver(words, at + 1) ? { kind: 'list', span: { start: base, end: base + at + 1 }, items } : undefined;
}

function flowPlain(words: string, start: number, base: number): YamlNode | undefined {
  let stop = start;
  while (stop < words.length && !'[]{},:#"\''.includes(words[stop] ?? '')) stop += 1;
  if (words[stop] !== ',' && words[stop] !== ']') return undefined;
  return plain(words.slice(start, stop).trimEnd(), base + start);
}

/** Whether nothing but white space and a comment stands from an offset on. */
function isOver(words: string, from: number): boolean {
  return from >= words.length || (isBlank(words[from]) && wordsEnd(words.slice(from)) === 0);
}

function isBreak(char: string | undefined): boolean {
  return char === undefined || isBlank(char);
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t';
}
