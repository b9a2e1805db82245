/** Longer quotations are cut. UTF-16 units. */
const longest = 120;

/**
 * Text of a repository, quoted for somebody who might take it for an order: on one line, in double quotes that it cannot close, what does
 * not print or hides shown as an escape, and cut where it is long.
 */
export function quoted(text: string): string {
  const shown = text
    .slice(0, longest + 1)
    .replace(unseen, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`)
    .replaceAll('"', "'");
  return `"${shown.length > longest ? `${shown.slice(0, longest)}…` : shown}"`;
}

/** Whether a text reads as it is. */
export function isPlain(text: string): boolean {
  return text.search(unseen) < 0;
}

/** Everything but letters, marks that show, digits, punctuation, symbols and the blank. */
const unseen = /(?! )[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu;
