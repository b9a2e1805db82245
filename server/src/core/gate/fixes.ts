import type { Span } from '../model.ts';
import type { Command, GateContext, GateFix } from '../rules/rule.ts';
import type { GateLine } from './gateLine.ts';

/** Replaces some words. What a person is to fill in stands between « and »: "returns «200»". */
export function replaceWords(title: string, span: Span, pattern: string): GateFix {
  return { title, start: span.start, end: span.end, ...filled(pattern) };
}

/** Puts words behind the condition, before its full stop. */
export function appendWords(title: string, line: GateLine, pattern: string): GateFix {
  const end = endOf(line);
  return { title, start: end, end, ...filled(pattern) };
}

/** Replaces the whole condition. */
export function replaceAll(title: string, line: GateLine, pattern: string): GateFix {
  return replaceWords(title, { start: line.body.start, end: endOf(line) }, pattern);
}

/** Takes words out, with one of the spaces beside them. */
export function removeWords(title: string, line: GateLine, span: Span): GateFix {
  let { start, end } = span;
  while (start > 0 && /[ ,(]/.test(line.text[start - 1] ?? '')) start--;
  if (line.text[end] === ')' && line.text[span.start - 1] === '(') end++;
  return { title, start, end, text: '' };
}

/** The commands of one purpose that the repository has, at most three. */
function commandsFor(context: GateContext, ...purposes: readonly Command['purpose'][]): readonly Command[] {
  return context.commands.filter((command) => purposes.includes(command.purpose)).slice(0, 3);
}

/** A fix per known command that replaces the condition by "`command` exits 0"; a skeleton where none is known. */
export function runFixes(
  line: GateLine,
  context: GateContext,
  fallback: string,
  ...purposes: readonly Command['purpose'][]
): readonly GateFix[] {
  const known = commandsFor(context, ...purposes);
  if (known.length === 0) return [replaceAll('Name the command that shows it', line, `\`«${fallback}»\` exits «0»`)];
  return known.map((command) => {
    const text = `\`${command.text}\` exits 0`;
    const end = endOf(line);
    const only = known.length === 1 ? { preferred: true } : {};
    return { title: `Name the command: ${text}`, start: line.body.start, end, text, ...only };
  });
}

/** A fix that keeps the words and says which command shows them; for each known command, else a skeleton. */
export function shownByFixes(
  line: GateLine,
  context: GateContext,
  fallback: string,
  ...purposes: readonly Command['purpose'][]
): readonly GateFix[] {
  const known = commandsFor(context, ...purposes);
  if (known.length === 0) return [appendWords('Say which command shows it', line, ` — \`«${fallback}»\` exits «0»`)];
  return known.map((command) =>
    appendWords(`Say what shows it: \`${command.text}\` exits 0`, line, ` — \`${command.text}\` exits 0`),
  );
}

/** The words of a span as a message quotes them. */
export function wordsAt(line: GateLine, span: Span): string {
  return line.text.slice(span.start, span.end).replaceAll(/[*_`]/g, '');
}

function endOf(line: GateLine): number {
  let end = line.body.end;
  while (end > line.body.start && /[\s.!]/.test(line.text[end - 1] ?? '')) end--;
  return end;
}

/** The text of a pattern, and which of its words are to be filled in. */
function filled(pattern: string): Pick<GateFix, 'text' | 'stops'> {
  const stops: Span[] = [];
  let text = '';
  for (const [index, part] of pattern.split(/[«»]/).entries()) {
    if (index % 2 === 1) stops.push({ start: text.length, end: text.length + part.length });
    text += part;
  }
  return stops.length > 0 ? { text, stops } : { text };
}
