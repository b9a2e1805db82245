import type { LineReading } from '../../core/index.ts';
import { styled, type Terminal } from '../terminal.ts';
import { printable } from './printable.ts';

/** Longer lines are cut: what was read of them stands below. */
const longest = 100;

/** Every line of a document with what it was taken for, or why for nothing. */
export function explainText(lines: readonly LineReading[], terminal: Terminal): string {
  const width = String(lines.at(-1)?.line ?? 0).length;
  const rows = lines.map(({ line, text, taken, why }) => {
    const words = printable(text.length > longest ? `${text.slice(0, longest)}…` : text);
    const reading =
      taken === null ? styled(terminal, 'dim', `– ${printable(why)}`) : styled(terminal, 'green', `= ${printable(taken)}`);
    return `${String(line).padStart(width)}  ${words}\n${' '.repeat(width)}  ${reading}`;
  });
  return `${rows.join('\n')}\n`;
}
