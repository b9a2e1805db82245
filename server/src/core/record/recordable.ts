import type { Outcome } from '../model.ts';
import type { Refusal } from '../refusal.ts';

/** Longer notes belong into a file. UTF-16 units. */
const longest = { note: 2000, name: 120 } as const;

/**
 * An outcome as it can be written on one line and read back exactly: blanks are joined, hidden characters are shown by their code, and
 * what is no date, commit or exit code is left out.
 */
export function recordable(outcome: Outcome): Outcome | Refusal {
  const note = oneLine(outcome.note).replace(/\[output\]\(/g, '[output] (');
  if (note.length > longest.note)
    return {
      refused: `The note has ${note.length} characters. Up to ${longest.note} fit beside a result; put the rest into a file.`,
    };
  const actor = balanced(oneLine(outcome.actor))
    .replace(/^(?:by )+/, '')
    .slice(0, longest.name)
    .trim();
  const exit = outcome.exitCode;
  return {
    outcome: outcome.outcome,
    note: note === '' ? null : note,
    date: /^\d{4}-\d{2}-\d{2}$/.test(outcome.date ?? '') ? outcome.date : null,
    actor: actor === '' ? null : actor,
    commit: /^[0-9a-f]{7,64}$/i.test(outcome.commit ?? '') ? outcome.commit : null,
    exitCode: exit !== null && Number.isSafeInteger(exit) && Math.abs(exit) < 2 ** 33 ? exit : null,
    artifact: outcome.artifact === null || outcome.artifact.trim() === '' ? null : oneLine(outcome.artifact),
  };
}

/** Words on one line, without anything that a reader would not see. */
export function oneLine(words: string | null): string {
  return (words ?? '')
    .replace(/[\s\u0085\u2028\u2029]+/gu, ' ')
    .trim()
    .replace(/(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|[\p{Cc}\p{Cs}\u{e0000}-\u{e0fff}]|(?!\u200d)\p{Cf}/gu, shown);
}

/** `\u202e`, as a person can read it. */
function shown(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** A name whose parentheses close: else it would end the details around it. Commas that look like details go too. */
function balanced(name: string): string {
  let depth = 0;
  for (const char of name) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth < 0) break;
  }
  return depth === 0 ? name : name.replace(/[()]/g, '');
}
