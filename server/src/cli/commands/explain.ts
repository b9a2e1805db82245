import { closest, distance } from 'fastest-levenshtein';
import { docsOf, rules } from '../../core/index.ts';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import { toJson } from '../format/json.ts';
import type { RulePages } from '../rulePages.ts';
import type { Terminal } from '../terminal.ts';

/** `phasewise explain [rule]`: the page of a rule, or the list of all. */
export async function explain(
  id: string | undefined,
  { format }: ExplainOptions,
  terminal: Terminal,
  pages: RulePages,
): Promise<ExitCode> {
  if (id === undefined) {
    terminal.out(format === 'json' ? toJson({ version: 1, rules: rules.map(toReport) }) : listText());
    return exitCode.fine;
  }
  // Only an id from the table ever becomes the name of a file.
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw new Failure(`there is no rule ${id}${suggestionFor(id)}; \`phasewise explain\` lists them`);
  const text = pages.tryRead(rule.id);
  if (text === undefined) throw new Failure(`the page of ${id} is not installed: ${pages.pathOf(id)} is missing`);
  terminal.out(format === 'json' ? toJson({ version: 1, ...toReport(rule), text }) : text.replace(/\n*$/, '\n'));
  return exitCode.fine;
}

export interface ExplainOptions {
  readonly format: 'text' | 'json';
}

function toReport({ id, summary, severity }: (typeof rules)[number]) {
  return { rule: id, severity, summary, docs: docsOf(id) };
}

function listText(): string {
  const width = Math.max(...rules.map((rule) => rule.id.length));
  return rules
    .map((rule) => `${rule.id.padEnd(width)}  ${rule.severity.padEnd('information'.length)}  ${rule.summary}\n`)
    .join('');
}

function suggestionFor(id: string): string {
  const nearest = closest(
    id,
    rules.map((rule) => rule.id),
  );
  return distance(id, nearest) <= Math.max(3, id.length / 2) ? `; did you mean ${nearest}?` : '';
}
