import type { Span } from '../model.ts';
import { idWithin } from '../navigate/phrases.ts';
import type { NewPhase } from './newPhase.ts';
import { writtenLike } from './numbering.ts';

/**
 * The line that names a phase, naming a new one: its number and title are replaced, and what follows the title (a status, a duration) is
 * left out.
 * @param title the title in the line; null where only the number is to be replaced
 */
export function freshLine(line: string, title: string | null, phase: NewPhase): string {
  const number = idWithin(line, { start: 0, end: line.length }, phase.like);
  if (!number) return title === null ? line : replaced(line, title, phase.title);
  const raw = line.slice(number.start, number.end);
  const head = withoutGlyph(line.slice(0, number.start)) + writtenLike(raw, phase.id);
  const rest = line.slice(number.end);
  if (title === null) return head + rest;
  const at = rest.indexOf(title);
  if (at < 0)
    return `${head}${/^\s*[:.|)—–-]/.test(rest) ? (/^[^\p{L}\p{N}]{0,6}/u.exec(rest)?.[0] ?? ': ') : ': '}${phase.title}`;
  const close = /^[*_`~]{1,3}/.exec(rest.slice(at + title.length))?.[0] ?? '';
  return head + rest.slice(0, at) + phase.title + close;
}

function replaced(line: string, old: string, now: string): string {
  const at = line.indexOf(old);
  return at < 0 ? line : line.slice(0, at) + now;
}

/** Without the picture of a status before the name. */
function withoutGlyph(head: string): string {
  return head.replace(/[✅✔☑🟢✓🚧🔄🟡⛔🔴⬜☐⏳⏸❌]\ufe0f?[ \t]?/gu, '').replace(/\[[^\]]\](?=[ \t])/, '[ ]');
}

/** A row of a table for a new phase: number, title and status in their cells, all others empty as the table's empty cells are. */
export function freshRow(
  text: string,
  row: { readonly cells: readonly { readonly lines: readonly Span[] }[] } & Span,
  { title, status }: { readonly title: string | null; readonly status: { readonly at: Span; readonly text: string } | null },
  phase: NewPhase,
): string {
  const empty = /\|\s*—\s*\|/.test(text.slice(Math.max(0, row.start - 2000), row.end + 2000)) ? '—' : '';
  let at = row.start;
  let line = '';
  for (const [index, cell] of row.cells.entries()) {
    const span = cell.lines[0];
    if (!span) continue;
    const words = text.slice(span.start, span.end);
    const named = idWithin(text, span, phase.like) !== undefined && (index < 2 || words.includes(title ?? '\0'));
    const stated = status && span.start <= status.at.start && status.at.end <= span.end;
    const value = named
      ? freshLine(words, title !== null && words.includes(title) ? title : null, phase)
      : title !== null && words === title
        ? phase.title
        : stated
          ? status.text
          : empty;
    line += text.slice(at, span.start) + value;
    at = span.end;
  }
  return line + text.slice(at, row.end);
}
