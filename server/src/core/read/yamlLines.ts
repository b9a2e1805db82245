/** The lines of a text that are neither blank nor a comment, by number. */
export interface Lines {
  readonly text: string;
  readonly count: number;
  /** Offset of the first character of the line. */
  readonly start: (line: number) => number;
  /** Offset of its first character that is not white space. */
  readonly words: (line: number) => number;
  /** Offset behind its last character; the line end does not belong to it. */
  readonly end: (line: number) => number;
  /** Spaces before the words; `tabbed` where there is a tab among them; -1 behind the last line. */
  readonly indent: (line: number) => number;
  /** Whether the line begins with `- ` or is a lone `-`. */
  readonly isItem: (line: number) => boolean;
}

/** The indent of a line that a tab indents: YAML forbids it for structure, so it is deeper than anything. */
export const tabbed = 1_000_000;

/** Undefined where the text is empty or more than one document: `---` may stand at its beginning only. */
export function toLines(text: string): Lines | undefined {
  const starts: number[] = [];
  const words: number[] = [];
  const ends: number[] = [];
  const indents: number[] = [];
  let next = 0;
  for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0; start < text.length; start = next) {
    const stop = text.indexOf('\n', start);
    next = stop < 0 ? text.length : stop + 1;
    const end = stop < 0 ? text.length : text[stop - 1] === '\r' && stop > start ? stop - 1 : stop;
    let at = start;
    while (at < end && text[at] === ' ') at += 1;
    const spaces = at - start;
    while (at < end && isBlank(text.charCodeAt(at))) at += 1;
    if (at === end || text[at] === '#') continue;
    if (at === start && isMarker(text, at, end)) {
      if (starts.length > 0 || text.slice(at, end).trimEnd() !== '---') return undefined;
      continue;
    }
    starts.push(start);
    words.push(at);
    ends.push(end);
    indents.push(at - start === spaces ? spaces : tabbed);
  }
  const count = starts.length;
  if (count === 0) return undefined;
  const at = (list: readonly number[]) => (line: number) => list[line] ?? text.length;
  return {
    text,
    count,
    start: at(starts),
    words: at(words),
    end: at(ends),
    indent: (line) => indents[line] ?? -1,
    isItem: (line) => {
      const word = words[line];
      return word !== undefined && text[word] === '-' && (word + 1 === ends[line] || text[word + 1] === ' ');
    },
  };
}

/** Whether a line at the left margin is a directive or separates documents. */
function isMarker(text: string, at: number, end: number): boolean {
  if (text[at] === '%') return true;
  return (text.startsWith('---', at) || text.startsWith('...', at)) && (at + 3 >= end || isBlank(text.charCodeAt(at + 3)));
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
