import { printable } from './printable.ts';

/**
 * One annotation of GitHub Actions, on one line.
 * Escapes as in https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts; everything else that does not print is shown
 * as an escape, so that no text of a document can give an order of its own.
 */
export function workflowCommand(
  name: 'error' | 'warning' | 'notice',
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${name} ${list.join(',')}::${data(message)}\n`;
}

function data(text: string): string {
  // Line ends keep their meaning; they are escaped before the rest, because `printable` would show them.
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => printable(line).replaceAll('%', '%25'))
    .join('%0A');
}

function property(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
}
