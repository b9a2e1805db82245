import type { CheckResult, Outcome } from '../model.ts';

/**
 * A condition may name several commands ("`npm run lint` and `npm test` pass"), each a step of its own, and has one result. The note of the
 * result then begins with the commands it is about: `pass (2026-03-01): `npm run lint``. One without such a note is about all of them.
 */
export function outcomeOfCommand(
  result: CheckResult | undefined,
  command: string,
  commands: readonly string[],
): CheckResult | null {
  if (!result) return null;
  return commands.length < 2 || aboutAll(result, commands) || isNamed(result, command) ? result : null;
}

/** What to write when one of several commands came out: what passed before stays passed, and everything else is open again. */
export function recordOfCommand(
  outcome: Outcome,
  before: CheckResult | undefined,
  command: string,
  commands: readonly string[],
): { readonly outcome: Outcome; readonly isWhole: boolean } {
  if (commands.length < 2) return { outcome, isWhole: true };
  const passed = outcome.outcome === 'pass' && before?.outcome === 'pass' ? before : undefined;
  const about = commands.filter((one) => one === command || outcomeOfCommand(passed, one, commands) !== null);
  const names = about.map(quoted).join(', ');
  const note = outcome.note === null || outcome.note.trim() === '' ? names : `${names}: ${outcome.note}`;
  return { outcome: { ...outcome, note }, isWhole: about.length === commands.length };
}

function aboutAll(result: CheckResult, commands: readonly string[]): boolean {
  return !commands.some((command) => isNamed(result, command));
}

function isNamed({ note }: CheckResult, command: string): boolean {
  return note?.includes(quoted(command)) ?? false;
}

/** Blanks in a note count once. */
function quoted(command: string): string {
  return `\`${command.replace(/\s+/g, ' ').trim()}\``;
}
