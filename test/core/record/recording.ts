import {
  applyEdits,
  defaultSettings,
  type Outcome,
  readDocument,
  recordOutcome,
  type Target,
  targetsOf,
  toSource,
} from '../../../server/src/core/index.ts';

/** An outcome with nothing but a date, to spread. */
export const result: Outcome = {
  outcome: 'pass',
  note: null,
  date: '2026-03-01',
  actor: null,
  commit: null,
  exitCode: null,
  artifact: null,
};

/** The text after recording an outcome for the test or condition with this title, or why there is none. */
export function record(path: string, text: string, title: string, outcome: Outcome): string {
  const source = toSource(path, text);
  const facts = readDocument(source, defaultSettings);
  const edits = recordOutcome(source, facts, find(path, text, title), outcome, defaultSettings);
  return 'refused' in edits ? edits.refused : applyEdits(path, text, edits);
}

/** What is recorded for the test or condition with this title. */
export function recorded(path: string, text: string, title: string): Outcome | undefined {
  const target = find(path, text, title);
  const found = target.kind === 'test' ? target.check.result : target.item.result;
  if (!found) return undefined;
  const { at: _, ...outcome } = found;
  return outcome;
}

function find(path: string, text: string, title: string): Target {
  const target = targetsOf(readDocument(toSource(path, text), defaultSettings)).find((one) => titleOf(one) === title);
  if (!target) throw new Error(`nothing is called "${title}" in\n${text}`);
  return target;
}

export function titleOf(target: Target): string {
  return target.kind === 'test' ? target.check.title : target.item.text;
}
