import type { GateItem, Place, Span } from '../model.ts';

/** Words as they are written. */
export interface Written {
  readonly text: string;
  /** The place of an offset into the words. */
  readonly place: (offset: number) => number;
}

/** Gives the words at a place. */
export type WordsAt = (at: Place) => Written | undefined;

/**
 * Where words of a condition stand in its document. A condition on several lines is read as one line, so its words are looked up where the
 * lines begin. Undefined where the words were written in another way than they are read (escapes of YAML, a comment in their midst).
 * @param words offsets into `item.text`
 * @param wordsAt only asked where the condition has several lines
 */
export function placeInItem(words: Span, item: GateItem, wordsAt: WordsAt): Span | undefined {
  const { text, textAt, at } = item;
  if (textAt.end - textAt.start === text.length) return { start: textAt.start + words.start, end: textAt.start + words.end };
  const raw = wordsAt({ path: at.path, ...textAt });
  const offsets = raw && offsetsIn(raw.text, text);
  if (!offsets) return undefined;
  const after = (offset: number) => (offset === 0 ? (offsets[0] ?? 0) : (offsets[offset - 1] ?? 0) + 1);
  const start = words.start === words.end ? after(words.start) : (offsets[words.start] ?? 0);
  return { start: raw.place(start), end: raw.place(after(words.end)) };
}

/** For each character of a text on one line, where it stands in the text on several; a break between lines is one blank. */
function offsetsIn(raw: string, text: string): readonly number[] | undefined {
  const offsets: number[] = [];
  let at = 0;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index];
    if (raw[at] === char) offsets.push(at++);
    else if (char === ' ' && isBreak(raw[at])) {
      offsets.push(at);
      while (isBreak(raw[at]) || raw[at] === '>') at += 1;
    } else return undefined;
  }
  return offsets;
}

function isBreak(char: string | undefined): boolean {
  return char !== undefined && /\s/.test(char);
}
