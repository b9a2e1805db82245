import { pairUp, type Run, runLength, toRun } from './emphasis.ts';
import type { Marked } from './markdown.ts';

/** Text without markup, and what was marked in it. */
export interface Simple {
  readonly plain: string;
  readonly codes: readonly Marked[];
  readonly strongs: readonly Marked[];
  readonly links: readonly (Marked & { readonly url: string })[];
}

/** More runs of `*` and `_` than this stand in no honest line, and pairing them takes time. */
const mostRuns = 400;

/**
 * Reads code spans, emphasis, escapes, plain links and plain tags, exactly as remark does and a hundred times as fast: nearly every
 * item of a plan has nothing else. Undefined where something calls for remark: an entity, markup in a link, a line that begins a list.
 */
export function readSimple(piece: string): Simple | undefined {
  const text = withoutTrailingBlanks(piece);
  if (/[\r\0]|[\s\\]\n|\n(?!\p{L}|\d+[^\d.)]|\(|\[|`{1,2}[^`]|\*{1,2}[^\s*]|_{1,2}[^\s_])/u.test(text)) return undefined;
  const codes: Marked[] = [];
  const links: (Marked & { url: string })[] = [];
  /** Literal words and runs of delimiters, in turn. */
  const parts: (string | Run)[] = [];
  const runs: Run[] = [];
  const ticks = new Ticks(text);
  let bracket = false;
  let from = 0;
  /** Puts what stands instead of `text.slice(start, end)` behind the words before it. */
  const put = (start: number, end: number, part: string | Run) => {
    if (start > from) parts.push(text.slice(from, start));
    parts.push(part);
    from = end;
  };
  for (let at = 0; at < text.length; at = Math.max(at + 1, from)) {
    const char = text[at] as string;
    if (char === '\\') {
      if (/^[!-/:-@[-`{-~]$/.test(text[at + 1] ?? '')) put(at, at + 2, text[at + 1] as string);
    } else if (char === '`') {
      const length = runLength(text, at);
      const close = ticks.after(at + length, length);
      if (close === undefined) {
        put(at, at + length, text.slice(at, at + length));
        continue;
      }
      const value = codeText(text.slice(at + length, close));
      codes.push({ value, start: at, end: close + length });
      put(at, close + length, value);
    } else if (char === '*' || char === '_') {
      const run = toRun(text, at, runLength(text, at));
      if (runs.push(run) > mostRuns) return undefined;
      put(at, run.end, run);
    } else if (char === '[') {
      const link = text[at - 1] === '!' ? undefined : linkAt(text, at);
      if (link) {
        links.push(link);
        put(at, link.end, link.value);
      } else bracket = true;
    } else if (char === ']') {
      if (bracket && text[at + 1] === '(') return undefined;
    } else if (char === '<') {
      const tag = tagAt(text, at);
      if (tag) put(at, at + tag.length, tag === '<br>' || tag === '<br/>' ? ' ' : '');
      else if (/^[a-z/!?]$/i.test(text[at + 1] ?? '')) return undefined;
    } else if (char === '&') {
      if (/^&(?:#x?[\da-f]{1,7}|[a-z\d]{1,31});/i.test(text.slice(at, at + 34))) return undefined;
    }
  }
  put(text.length, text.length, '');
  const pairs = pairUp(runs);
  const plain = join(parts);
  const strongs = pairs.map(({ open, close, start, end }) => ({ value: plain.slice(open.after, close.before), start, end }));
  return { plain, codes, strongs, links };
}

/** Blanks at the end of a paragraph are no text. */
function withoutTrailingBlanks(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ' || text[end - 1] === '\t') end -= 1;
  return text.slice(0, end);
}

/** Longer links are left to remark. */
const longestLink = 400;

/** A link of plain words to a plain address: `[migration run](docs/evidence.md)`. */
function linkAt(text: string, start: number): (Marked & { url: string }) | undefined {
  const link = /^\[([^[\]\\`<&!*_\n\r\0]{1,200})\]\(([^\s()<>\\&\0-\x1f\x7f]{1,200})\)/.exec(
    text.slice(start, start + longestLink),
  );
  return link ? { value: link[1] as string, url: link[2] as string, start, end: start + link[0].length } : undefined;
}

/** A tag without attributes: `<br>`, `</b>`, `<name>`. */
function tagAt(text: string, start: number): string | undefined {
  return /^<(?:[a-z][a-z\d-]{0,30} ?\/?|\/[a-z][a-z\d-]{0,30})>/i.exec(text.slice(start, start + 36))?.[0];
}

function join(parts: readonly (string | Run)[]): string {
  let plain = '';
  for (const part of parts) {
    if (typeof part === 'string') plain += part;
    else {
      part.before = plain.length;
      plain += part.char.repeat(part.end - part.start);
      part.after = plain.length;
    }
  }
  return plain;
}

/** One blank at both ends is padding, unless there is nothing else. */
function codeText(inside: string): string {
  const padded = inside.length > 1 && /^[ \n]/.test(inside) && /[ \n]$/.test(inside) && /[^ \n]/.test(inside);
  return padded ? inside.slice(1, -1) : inside;
}

/** Finds closing backticks; every run is looked at once. */
class Ticks {
  private starts: Map<number, number[]> | undefined;

  constructor(private readonly text: string) {}

  /** Where the first run of a length begins at or behind an offset; asked from left to right. */
  after(offset: number, length: number): number | undefined {
    this.starts ??= this.index();
    const starts = this.starts.get(length);
    while (starts && (starts.at(-1) ?? offset) < offset) starts.pop();
    return starts?.at(-1);
  }

  /** The starts of all runs by their length, last first. */
  private index(): Map<number, number[]> {
    const starts = new Map<number, number[]>();
    for (let at = this.text.indexOf('`'); at >= 0; at = this.text.indexOf('`', at)) {
      const length = runLength(this.text, at);
      const known = starts.get(length);
      if (known) known.push(at);
      else starts.set(length, [at]);
      at += length;
    }
    for (const list of starts.values()) list.reverse();
    return starts;
  }
}
