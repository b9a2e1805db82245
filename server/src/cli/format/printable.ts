/**
 * Text from a repository as it may be shown in a terminal or a CI log: what would move the cursor, change the reading order or hide
 * something is shown as an escape instead. Tabs stay.
 */
export function printable(text: string): string {
  return (
    text
      .replace(hidden, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`)
      // Some CI systems take `##[command]` or `##vso[command]` anywhere in a line for an order to themselves.
      .replace(/##(?=\w{0,20}\[)/g, '## ')
  );
}

/** A path at the start of a line: one that begins with `::` or `##` would be an order to some CI systems. */
export function printablePath(path: string): string {
  const shown = printable(path);
  return order.test(shown) ? `./${shown}` : shown;
}

/** Words at the start of a line, however far it is indented: the same, and what would be an order is quoted. */
export function printableStart(text: string): string {
  const shown = printable(text);
  return order.test(shown) ? `"${shown}"` : shown;
}

/** Spaces before it do not keep it from being one. */
const order = /^\s*(?:::|##)/;

/** Control characters, zero-width and bidirectional marks, tag characters, lone surrogates. Joiners inside emoji stay. */
const hidden =
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;
