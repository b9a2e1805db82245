import type { Outcome } from '../model.ts';
import { isDetail } from '../outcomeText.ts';
import type { Refusal } from '../refusal.ts';

/** Longer notes belong into a file. UTF-16 units. */
const longest = { note: 2000, name: 120 } as const;

/**
 * An outcome as it can be written on one line and read back exactly: blanks are joined, hidden characters are shown by their code, and
 * what is no commit or exit code is left out.
 */
export function recordable(outcome: Outcome): Outcome | Refusal {
  const note = oneLine(outcome.note).replace(/\[output\]\(/g, '[output] (');
  if (note.length > longest.note)
    return {
      refused: `The note has ${note.length} characters. Up to ${longest.note} fit beside a result; put the rest into a file.`,
    };
  const date = outcome.date ?? '';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return { refused: 'An outcome needs its day, as in 2026-03-01.' };
  const actor = nameOf(outcome.actor);
  const exit = outcome.exitCode;
  return {
    outcome: outcome.outcome,
    note: note === '' ? null : note,
    date,
    actor: actor === '' ? null : actor,
    commit: /^[0-9a-f]{7,64}$/i.test(outcome.commit ?? '') ? outcome.commit : null,
    exitCode: exit !== null && Number.isSafeInteger(exit) && Math.abs(exit) < 2 ** 33 ? exit : null,
    artifact: outcome.artifact === null || outcome.artifact.trim() === '' ? null : oneLine(outcome.artifact),
  };
}

/** Words on one line, without anything that a reader would not see. */
export function oneLine(words: string | null): string {
  return hiddenShown((words ?? '').replace(/[\s\u0085\u2028\u2029]+/gu, ' ').trim());
}

/** A text in which hidden characters (controls but for line feeds and tabs, bidirectional and zero-width ones) are shown by their code. */
export function hiddenShown(text: string): string {
  return text.replace(
    /(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|(?![\n\t\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|[\u{e0000}-\u{e0fff}]/gu,
    shown,
  );
}

/** `\u202e`, as a person can read it. */
function shown(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** A name without signs that mean something in a table or in markup, and with parentheses only where they close. */
function nameOf(actor: string | null): string {
  const name = oneLine(actor).replace(/[|\\<>*`[\]]/g, '');
  const closed = isBalanced(name) ? name : name.replace(/[()]/g, '');
  const own = closed.split(', ').some(isDetail) ? closed.replaceAll(',', '') : closed;
  return own
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:by )+/, '')
    .slice(0, longest.name)
    .trim();
}

function isBalanced(name: string): boolean {
  let depth = 0;
  for (const char of name) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
