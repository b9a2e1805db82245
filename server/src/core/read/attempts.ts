import { readInline } from '../markdown.ts';
import type { Attempt } from '../model.ts';
import type { Item } from './blockTypes.ts';
import { oneLine } from './gates.ts';
import type { Outline } from './outline.ts';
import type { Reading } from './reading.ts';

/**
 * The tries to pass a gate: items below "Gate attempts", each with what failed and how it was mended.
 *
 * ```markdown
 * - Attempt 1: fail (2026-03-01, Ada, commit 1a2b3c4): took two hours
 *   - Failed: Health check — 500 instead of 200
 *   - Fix: the port is free again
 * ```
 */
export function readAttempts(outline: Outline, reading: Reading): readonly Attempt[] {
  return outline.passages.flatMap(({ block, announced, phase }) => {
    if (announced?.topic.role !== 'attempts' || block.type !== 'item') return [];
    const head = readAttemptHead(readInline(oneLine(block.text)).plain);
    if (!head) return [];
    const below = outline.passagesBelow(block).flatMap(({ block: inner }) => (inner.type === 'item' ? [inner] : []));
    const { failed, fix } = detailsOf(below);
    const end = block.text.lines[0]?.end ?? block.end;
    return [{ ...head, failed, fix, at: reading.place({ start: block.start, end }), phase }];
  });
}

/** `Attempt 2: fail (2026-03-01, Ada, commit 1a2b3c4): note` in words. Undefined for other words. */
export function readAttemptHead(text: string): Omit<Attempt, 'failed' | 'fix' | 'at' | 'phase'> | undefined {
  const head = /^(?:gate )?attempt #?(\d{1,4}) ?[:—–-] ?(pass|fail)(?:ed)?(?![\p{L}\d])/iu.exec(text.trimStart().slice(0, 80));
  if (!head) return undefined;
  const rest = text.trimStart().slice(head[0].length).trimStart();
  const close = rest.startsWith('(') ? rest.indexOf(')') : -1;
  const said = close < 0 ? [] : rest.slice(1, close).split(/, /);
  const note = (close < 0 ? rest : rest.slice(close + 1))
    .replace(/^[:—–-]\s/, '')
    .replace(/^:/, '')
    .trim();
  const date = said.find((part) => /^\d{4}-\d{2}-\d{2}$/.test(part)) ?? null;
  const commit = said.find((part) => part.startsWith('commit '))?.slice(7) ?? null;
  const actor = said.filter((part) => part !== date && !part.startsWith('commit ')).join(', ') || null;
  const outcome = head[2]?.toLowerCase() === 'pass' ? 'pass' : 'fail';
  return { number: Number(head[1]), outcome, date, actor, commit, note: note || null };
}

function detailsOf(items: readonly Item[]): Pick<Attempt, 'failed' | 'fix'> {
  const failed: Attempt['failed'][number][] = [];
  let fix: string | null = null;
  for (const item of items.slice(0, mostDetails)) {
    const words = readInline(oneLine(item.text)).plain.trim();
    const [, label, rest = ''] = /^(fix(?:ed)?|fail(?:ed|ing)?): ?(.*)$/is.exec(words) ?? [];
    if (label && /^fix/i.test(label)) fix ??= rest || null;
    else failed.push(stepOf(label ? rest : words));
  }
  return { failed, fix };
}

/** More than these are no list of what failed. */
const mostDetails = 500;

/** `Health check — 500 instead of 200` */
function stepOf(words: string): Attempt['failed'][number] {
  const dash = words.lastIndexOf(' — ');
  return dash < 0 ? { step: words, note: null } : { step: words.slice(0, dash), note: words.slice(dash + 3) || null };
}
