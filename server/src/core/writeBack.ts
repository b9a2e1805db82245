import type { CheckItem, Edit } from './model.ts';
import { lineEndOf, type Source } from './source.ts';

export { pinPhase } from './pinPhase.ts';

/** What a person says about one manual test. */
export interface Outcome {
  readonly outcome: 'pass' | 'fail' | 'skip' | 'blocked';
  readonly note: string | null;
  /** ISO date (`2026-03-01`), from the surface's clock: the core has none. */
  readonly date: string;
  readonly actor: string | null;
}

/** Why nothing can be written. */
export interface Refusal {
  readonly refused: string;
}

/**
 * The smallest edits that record the outcome of a manual test in its document, in the form the document uses: the box is ticked for a
 * pass (and only then), and a `Result:` stands below the item, after the steps of its section or in the Result column of its row.
 * Recording again replaces the earlier result. Outside the edits not a byte changes.
 * @param source the text in which `item` was read; the caller reads it again when it changed
 */
export function recordOutcome(source: Source, item: CheckItem, outcome: Outcome): readonly Edit[] | Refusal {
  const text = resultText(outcome);
  if (item.form === 'row') return recordInRow(source, item, text.replaceAll('|', '\\|'));
  return [...tick(source, item, outcome), resultEdit(source, item, text)];
}

/** `pass (2026-03-01, Ada): took 3 s`, on one line whatever the note holds. */
function resultText({ outcome, note, date, actor }: Outcome): string {
  const by = [date, actor].filter((part) => part !== null && part.trim() !== '').join(', ');
  const words = (note ?? '').replace(/\s+/g, ' ').trim();
  return `${outcome} (${by})${words === '' ? '' : `: ${words}`}`;
}

function tick(source: Source, item: CheckItem, { outcome }: Outcome): readonly Edit[] {
  if (!item.markAt) return [];
  const mark = source.text.slice(item.markAt.start, item.markAt.end);
  const wanted = outcome === 'pass' ? 'x' : ' ';
  // A ballot box (`☐`) is one character without brackets around it.
  const ballot = /^[☐☑☒⬜]$/u.test(mark);
  const text = ballot ? (outcome === 'pass' ? '☑' : '☐') : wanted;
  const ticked = /^[xX☑☒✓✔✅]$/u.test(mark.trim());
  return ticked === (outcome === 'pass') ? [] : [{ path: source.path, ...item.markAt, text }];
}

function resultEdit(source: Source, item: CheckItem, text: string): Edit {
  if (item.resultAt) {
    const { start, end } = item.resultAt;
    const glued = start === end && !/\s/.test(source.text[start - 1] ?? ' ');
    return { path: source.path, start, end, text: glued ? ` ${text}` : text };
  }
  const { prefix, label } = detailStyle(source, item);
  const at = item.extent.end;
  return { path: source.path, start: at, end: at, text: `${lineEndOf(source)}${prefix}${label} ${text}` };
}

/** How a detail line of this item looks: the marker, indentation and emphasis of the last one there is, else one level below the item. */
function detailStyle(source: Source, item: CheckItem): { prefix: string; label: string } {
  const lines = source.text.slice(item.at.start, item.extent.end).split(/\r\n|\n|\r/);
  const own = /^((?:\s|>)*)([-*+]|\d{1,9}[.)]|[☐☑☒⬜])?/u.exec(lines[0] ?? '');
  for (const line of lines.slice(1).reverse()) {
    const detail =
      /^((?:\s|>)*(?:[-*+]\s+)?)(?:\[[^\]]?\]\s+)?(\*\*)?(?:command|run|expected(?: \w+)?|note|steps?|input)(?:\*\*)?\s*:/iu.exec(
        line,
      );
    if (detail) return { prefix: detail[1] ?? '', label: detail[2] ? '**Result:**' : 'Result:' };
  }
  if (item.form === 'section') return { prefix: `${own?.[1] ?? ''}- `, label: 'Result:' };
  const indent = (own?.[1] ?? '') + ' '.repeat((own?.[2] ?? '-').length + 1);
  return { prefix: `${indent}- `, label: 'Result:' };
}

function recordInRow(source: Source, item: CheckItem, text: string): readonly Edit[] | Refusal {
  if (!item.resultAt) return { refused: 'This table has no Result column. Add one, then the result can be written into it.' };
  const { start, end } = item.resultAt;
  if (start < end) return [{ path: source.path, start, end, text }];
  const from = source.text.lastIndexOf('|', start - 1) + 1;
  return [{ path: source.path, start: Math.max(from, item.at.start), end: start, text: ` ${text} ` }];
}
