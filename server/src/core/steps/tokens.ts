/** A piece of an expected result: words, words of the output, a regular expression, or the end of a statement. */
export type Token =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'regexp'; readonly source: string; readonly flags: string }
  | { readonly kind: 'end' };

/** Cuts a text into pieces: code spans and quotations are words of the output, `/…/` is a regular expression. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let words = '';
  const flush = () => {
    if (words !== '') tokens.push({ kind: 'words', text: words.replace(/\*{1,3}|__/g, '') });
    words = '';
  };
  for (let at = 0; at < text.length; ) {
    const found = codeAt(text, at) ?? quotedAt(text, at) ?? regexpAt(text, at, words);
    if (found) {
      flush();
      tokens.push(found.token);
      at = found.end;
    } else if (isEnd(text, at)) {
      flush();
      tokens.push({ kind: 'end' });
      at += 1;
    } else {
      words += text[at];
      at += 1;
    }
  }
  flush();
  return tokens;
}

interface Found {
  readonly token: Token;
  readonly end: number;
}

function codeAt(text: string, at: number): Found | undefined {
  if (text[at] !== '`') return undefined;
  let ticks = 1;
  while (text[at + ticks] === '`') ticks += 1;
  const close = closing(text, at + ticks, ticks);
  if (close === undefined) return undefined;
  const inside = text.slice(at + ticks, close);
  const value = /^ .* $/s.test(inside) && inside.trim() !== '' ? inside.slice(1, -1) : inside;
  const end = close + ticks;
  const regexp = wholeRegexp(value);
  return { token: regexp && looksMeant(regexp.source) ? regexp : { kind: 'literal', text: value }, end };
}

/** Where a run of exactly so many backticks stands. */
function closing(text: string, from: number, ticks: number): number | undefined {
  for (let at = text.indexOf('`', from); at >= 0; at = text.indexOf('`', at)) {
    let length = 1;
    while (text[at + length] === '`') length += 1;
    if (length === ticks) return at;
    at += length;
  }
  return undefined;
}

const quotes: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»', '「': '」', "'": "'", '‘': '’' };

function quotedAt(text: string, at: number): Found | undefined {
  const close = quotes[text[at] ?? ''];
  // An apostrophe stands inside a word or behind one.
  if (close === undefined || /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return undefined;
  const line = text.indexOf('\n', at);
  const end = text.indexOf(close, at + 1);
  if (end < at + 2 || (line >= 0 && line < end)) return undefined;
  if (/[\p{L}\p{N}]/u.test(text[end + 1] ?? '')) return undefined;
  const value = text.slice(at + 1, end);
  return { token: { kind: 'literal', text: value }, end: end + 1 };
}

/** `/listening on \d+/i` among other words. */
function regexpAt(text: string, at: number, before: string): Found | undefined {
  if (text[at] !== '/' || !/(?:^|[\s(:])$/.test(before.slice(-1))) return undefined;
  const end = regexpEnd(text, at);
  if (end === undefined) return undefined;
  const flags = /^[a-z]{0,8}/.exec(text.slice(end + 1, end + 9))?.[0] ?? '';
  if (/[\w/-]/.test(text[end + 1 + flags.length] ?? '')) return undefined;
  const regexp = wholeRegexp(text.slice(at, end + 1 + flags.length));
  // A path looks like one too: it is meant where it has signs of one, or where something is said to match it.
  const meant =
    regexp && (looksMeant(regexp.source) || /\b(?:match\w{0,3}|regex(?:p|es)?|pattern)\W{0,3}$/i.test(before.slice(-20)));
  return regexp && meant ? { token: regexp, end: end + 1 + flags.length } : undefined;
}

function wholeRegexp(text: string): Extract<Token, { kind: 'regexp' }> | undefined {
  if (text[0] !== '/') return undefined;
  const end = regexpEnd(text, 0);
  const flags = end === undefined ? '' : text.slice(end + 1);
  return end === undefined || end === 1 || !/^[dgimsuvy]{0,8}$/.test(flags)
    ? undefined
    : { kind: 'regexp', source: text.slice(1, end), flags };
}

/** Where the slash stands that ends the expression begun at `at`, on the same line. */
function regexpEnd(text: string, at: number): number | undefined {
  let inClass = false;
  for (let end = at + 1; end < text.length && text[end] !== '\n'; end += 1) {
    if (text[end] === '\\') end += 1;
    else if (text[end] === '[') inClass = true;
    else if (text[end] === ']') inClass = false;
    else if (text[end] === '/' && !inClass) return end;
  }
  return undefined;
}

function looksMeant(source: string): boolean {
  return /[\\^$*+?()[\]{}|]/.test(source);
}

/** A line end, a semicolon, a bullet, or a full stop before a space. */
function isEnd(text: string, at: number): boolean {
  const char = text[at];
  return char === '\n' || char === ';' || char === '•' || (char === '.' && /^\s/.test(text.slice(at + 1, at + 2)));
}
