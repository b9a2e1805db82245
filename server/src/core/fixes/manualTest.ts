import type { CheckItem, DocumentFacts, Edit, Finding, Fix } from '../model.ts';
import type { Project } from '../project.ts';
import { lineAt, lineSpan, type Source } from '../source.ts';
import type { Condition } from './conditionAt.ts';
import { hasDetails, linesBehind, lineText } from './lines.ts';
import { joined, type Wording, wording } from './wording.ts';

/** Rules whose findings a command and what it shows can settle. */
const settledByRunning: ReadonlySet<string> = new Set([
  'gate/unnamed-tests',
  'gate/vague-predicate',
  'gate/no-regression',
  'gate/mere-promise',
  'gate/bare-done',
  'gate/noun-phrase',
  'gate/subjective-quality',
]);

/** A condition of a list becomes a manual test: a command and what to expect stand below it, as those of other tests do. */
export function toManualTest(
  project: Project,
  finding: Finding,
  { item }: Condition,
  source: Source,
  facts: DocumentFacts,
): readonly Fix[] {
  const first = lineAt(source, item.at.start);
  const last = lineAt(source, item.at.end);
  const marker = /^([\s>]*)([-*+]|\d{1,3}[.)])(\s+)/.exec(lineText(source, first));
  if (!settledByRunning.has(finding.rule) || /\.ya?ml$/i.test(source.path) || !marker || hasDetails(source, last)) return [];
  const [, indent = '', bullet = '', gap = ''] = marker;
  const { command, expected } = labelsOf(facts, source);
  const below = `${indent}${' '.repeat(bullet.length + Math.min(gap.length, 4))}`;
  const test = project.commands.find(({ purpose }) => purpose === 'test')?.text ?? 'npm test';
  const lines = [
    joined(`${below}${command}\``, wording(test, 'all'), '`'),
    joined(`${below}${expected}`, wording('exit code 0', 'all')),
  ];
  return [{ title: 'Add a command and what to expect', edits: [linesBehind(source, last, lines)] }];
}

/** What a manual test expects, below its command or in the cell of its row. */
export function addExpected(_project: Project, { at }: Finding, source: Source, facts: DocumentFacts): readonly Fix[] {
  const test = facts.checklist.find(({ commandAt }) => commandAt?.start === at.start);
  if (!test?.commandAt) return [];
  const words = wording('exit code 0', 'all');
  const title = 'Add what to expect';
  if (test.expectedAt) return [{ title, edits: [filledIn(test.expectedAt.end, test.form === 'row', words, source)] }];
  const number = lineAt(source, test.commandAt.start);
  const line = lineSpan(source, number);
  const lead = /^([\s>]*(?:[-*+]\s+)?)(\*\*|__)?/.exec(source.text.slice(line.start, test.commandAt.start));
  const own = /\p{L}[^*_:：]{0,60}/u.exec(labelsOf(facts, source).expected)?.[0] ?? 'Expected';
  const label = lead?.[2] ? `${lead[2]}${own}:${lead[2]}` : `${own}:`;
  return [{ title, edits: [linesBehind(source, number, [joined(`${lead?.[1] ?? ''}${label} `, words)])] }];
}

/** Words in an empty cell, or behind a label without a value. */
function filledIn(end: number, isCell: boolean, words: Wording, source: Source): Edit {
  const { path, text } = source;
  if (isCell) return { path, start: text.lastIndexOf('|', end - 1) + 1, end, ...joined(' ', words, ' ') };
  return { path, start: end, end, ...joined(/\s$/.test(text.slice(0, end)) ? '' : ' ', words) };
}

/** How the manual tests of a document introduce their command and their expectation: `- **Command:** `. */
function labelsOf({ checklist }: DocumentFacts, source: Source): { readonly command: string; readonly expected: string } {
  const lead = (at: CheckItem['commandAt']) => {
    if (!at) return undefined;
    const { start } = lineSpan(source, lineAt(source, at.start));
    const before = source.text.slice(start, at.start).replace(/^[\s>]+/, '');
    return /^((?:[-*+] {1,4})?(?:\*\*|__)?\p{L}[^*_:：]{0,40}(?:[:：](?:\*\*|__)?|(?:\*\*|__)[:：]) ?)`?$/u.exec(before)?.[1];
  };
  const found = (read: (test: CheckItem) => string | undefined) =>
    checklist
      .filter(({ form }) => form === 'item')
      .map(read)
      .find((label) => label !== undefined);
  return {
    command: found(({ commandAt }) => lead(commandAt)) ?? '- Command: ',
    expected: found(({ expectedAt }) => lead(expectedAt)) ?? '- Expected: ',
  };
}
