import { closest, distance } from 'fastest-levenshtein';
import { type ExitCode, exitCode, Failure } from '../failure.ts';
import { toJson } from '../format/json.ts';
import { headingOf, type RulePages } from '../rulePages.ts';
import type { Terminal } from '../terminal.ts';

/** `phasewise explain [rule]`: the page of a rule, or the list of all. */
export async function explain(
  rule: string | undefined,
  options: ExplainOptions,
  terminal: Terminal,
  pages: RulePages,
): Promise<ExitCode> {
  const names = pages.names();
  if (names.length === 0)
    throw new Failure(`the pages of the rules are not installed beside the program (looked in ${pages.folder})`);
  if (rule === undefined) {
    const rules = names.map((name) => ({ rule: idOf(name), summary: headingOf(pages.tryRead(name) ?? '') }));
    const width = Math.max(...rules.map((one) => one.rule.length));
    const list = rules.map((one) => `${one.rule.padEnd(width)}  ${one.summary}\n`).join('');
    terminal.out(options.format === 'json' ? toJson({ version: 1, rules }) : list);
    return exitCode.fine;
  }
  const text = pages.tryRead(rule);
  if (text === undefined) {
    const nearest = closest(rule, names.map(idOf));
    const hint = distance(rule, nearest) <= Math.max(3, rule.length / 2) ? `; did you mean ${nearest}?` : '';
    throw new Failure(`there is no rule ${rule}${hint}`);
  }
  terminal.out(options.format === 'json' ? toJson({ version: 1, rule: idOf(rule), text }) : text.replace(/\n*$/, '\n'));
  return exitCode.fine;
}

export interface ExplainOptions {
  readonly format: 'text' | 'json';
}

/** The id of a rule from the name of its page: the group is the first word. */
function idOf(name: string): string {
  return name.includes('/') ? name : name.replace('-', '/');
}
