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
 * reorder what is read, zero-width, tag and filler characters hide, a no-break space is not the space it looks like: a command with one
 * of them is shown with that character written out and is not run.
 */
export function commandText(command: string): CommandText {
  const shown = visible(command);
  if (command.trim() === '') return { shown, refused: 'empty' };
  if (shown !== command) return { shown, refused: 'hidden' };
  return { shown, refused: command.length > longest ? 'long' : null };
}

/**
 * Control, format, private, unassigned and lone surrogate characters; separators other than the plain space; and characters that
 * occupy no or blank space although they count as letters, marks or symbols (fillers, variation selectors, the blank Braille pattern).
 */
const hidden =
  /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}|\u034F|[\u115F\u1160]|[\u17B4\u17B5]|[\u180B-\u180F]|[\u2800\u3164\uFFA0]|[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu;

/** Text with every character that cannot be seen written as `\u{…}`. */
export function visible(text: string): string {
  return text.replace(hidden, (character, offset: number) =>
    character === '\uFE0F' && emojiBefore.test(text.slice(Math.max(0, offset - 2), offset)) ? character : escaped(character),
  );
}

/** The emoji variant selector is part of how an emoji is written; anywhere else it hides. */
const emojiBefore = /\p{Extended_Pictographic}$/u;

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}}`;
}

/** Output of a program as it may be shown in a terminal: printable characters, line feeds and tabs; nothing that steers the terminal. */
export function printable(output: string): string {
  return output
    .replace(/\u001B\[[0-?]{0,64}[ -/]{0,8}[@-~]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (one) => (one === '\n' || one === '\t' ? one : ''));
}
