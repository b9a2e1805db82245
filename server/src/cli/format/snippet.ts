import { type FindingReport, lineSpan, type Source } from '../../core/index.ts';
import { styled, type Terminal } from '../terminal.ts';
import { printable } from './printable.ts';

/** So much of a long line is shown around the words. */
const context = 60;

/** The line of a finding with carets under its words; nothing where there are no words. */
export function snippet(finding: FindingReport, source: Source, terminal: Terminal): string[] {
  const span = lineSpan(source, finding.line - 1);
  const line = source.text.slice(span.start, span.end);
  const start = Math.min(finding.column - 1, line.length);
  const end = finding.endLine === finding.line ? Math.min(finding.endColumn - 1, line.length) : line.length;
  if (end <= start) return [];
  const from = start > context ? start - context / 2 : 0;
  const before = (from > 0 ? '…' : '') + printable(line.slice(from, start)).replaceAll('\t', ' ');
  const words = printable(line.slice(start, end)).replaceAll('\t', ' ');
  const after = printable(line.slice(end, end + context)).replaceAll('\t', ' ') + (line.length > end + context ? '…' : '');
  const carets = styled(terminal, 'red', '^'.repeat(Math.max(1, widthOf(words))));
  return [`    ${before}${words}${after}`, `    ${' '.repeat(widthOf(before))}${carets}`];
}

/** Columns a text takes in a terminal: East Asian wide characters and emoji take two, marks above letters none. */
function widthOf(text: string): number {
  let width = 0;
  for (const char of text) {
    if (/\p{Mn}/u.test(char) || char === '\u200d') continue;
    width += wide.test(char) ? 2 : 1;
  }
  return width;
}

const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;
