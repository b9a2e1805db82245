/** Something that is added to a text: from `start` to `end`, 0-based UTF-16 offsets, equal where it stands between two characters. */
export interface Added {
  readonly start: number;
  readonly end: number;
  /** What is said, in front of the words that it is about. */
  readonly words: string;
}

/** The lines of a text to which something is added, as a case writes them. */
export function drawnLines(text: string, added: readonly Added[]): readonly string[] {
  let drawn = '';
  let at = 0;
  for (const { start, end, words } of added) {
    drawn += `${text.slice(at, start)}‹${[words, text.slice(start, end)].filter(Boolean).join(' ')}›`;
    at = end;
  }
  return (drawn + text.slice(at)).split('\n').filter((line) => line.includes('‹'));
}
