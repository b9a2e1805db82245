/** A command from a document as it may be shown, and whether it may be run. */
export interface CommandText {
  /** Every character visible: what a reader could not see is written as `\u{…}`. */
  readonly shown: string;
  /** Why it is not runnable; null when it is. */
  readonly refused: 'hidden' | 'long' | 'empty' | null;
}

/** More than a person can check at a glance in a dialog. In UTF-16 units. */
const longest = 1000;

/**
 * Decides whether what a person sees of a command is all there is to it. Control characters are terminal input, bidirectional marks
 * reorder what is read, zero-width, tag and filler characters hide, a no-break space is not the space it looks like, and a long run of
 * spaces pushes the rest out of sight: a command with one of them is shown with that character written out and is not run.
 */
export function commandText(command: string): CommandText {
  const shown = visible(command);
  if (command.trim() === '') return { shown, refused: 'empty' };
  if (shown !== command) return { shown, refused: 'hidden' };
  return { shown, refused: command.length > longest ? 'long' : null };
}

/**
 * Control, format, private, unassigned and lone surrogate characters; separators other than the plain space; characters that occupy no
 * or blank space although they count as letters, marks or symbols (fillers, variation selectors, the blank Braille pattern, a note
 * without a head); and marks drawn around a character.
 */
const hidden = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Me}\u2800\u{1D159}]|(?! )\p{Zs}/gu;

/** Marks heaped upon a character, and spaces that run on; so many of each are left as they are. */
const heaps = [
  { run: /\p{Mn}{4,}/gu, shown: 3 },
  { run: / {33,}/g, shown: 32 },
] as const;

/** Text with every character that cannot be seen written as `\u{…}`. */
export function visible(text: string): string {
  const seen = text.replace(hidden, (character, offset: number) =>
    character === '\uFE0F' && emojiBefore.test(text.slice(Math.max(0, offset - 2), offset)) ? character : escaped(character),
  );
  return heaps.reduce(
    (all, { run, shown }) => all.replace(run, (heap) => heap.slice(0, shown) + [...heap.slice(shown)].map(escaped).join('')),
    seen,
  );
}

/** The emoji variant selector is part of how an emoji is written; anywhere else it hides. */
const emojiBefore = /\p{Extended_Pictographic}$/u;

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}}`;
}
