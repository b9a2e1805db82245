import type { ReadReport } from '../../core/index.ts';
import { styled, type Terminal } from '../terminal.ts';
import { printable, printablePath } from './printable.ts';
import { count, statusWords } from './words.ts';

/**
 * What was understood of a document, for a person: one line per thing, with its line number in front, and what it lacks.
 * @param looked whether the document is one that is looked for
 */
export function readText(report: ReadReport, terminal: Terminal, looked: boolean): string {
  const rows: { line: number; text: string }[] = [];
  const add = (line: number, kind: string, text: string) => {
    rows.push({ line, text: `${styled(terminal, 'dim', kind.padEnd(10))} ${printable(text)}` });
  };
  for (const phase of report.phases) add(phase.line, 'phase', named(phase.id, phase.title, phase.status));
  for (const stage of report.stages) add(stage.line, 'stage', named(stage.id, stage.title, stage.status));
  for (const entry of report.scope.in) add(entry.line, 'scope', entry.glob ?? `${entry.text} (prose: not checkable)`);
  for (const entry of report.scope.out) add(entry.line, 'not scope', entry.glob ?? `${entry.text} (prose: not checkable)`);
  for (const gate of report.gates) add(gate.line, 'gate', `${gate.label} (${count(gate.items.length, 'condition')})`);
  for (const task of report.tasks.items) add(task.line, 'task', named(task.id, task.title, task.status));
  for (const item of report.checklist) add(item.line, 'checklist', item.title);
  for (const one of report.evidence) add(one.line, 'evidence', one.value);
  for (const one of report.attempts)
    add(one.line, 'attempt', [`${one.number} ${one.outcome}`, one.actor, one.date].filter(Boolean).join(' · '));
  for (const one of report.signoffs) add(one.line, 'sign-off', [one.outcome, one.actor, one.date].filter(Boolean).join(' · '));
  for (const one of report.deferred) add(one.line, 'deferred', one.text);
  for (const problem of report.problems) add(problem.line, 'problem', problem.message);
  rows.sort((a, b) => a.line - b.line);
  const kind = report.kind === 'none' ? 'nothing about phases, stages, gates or tasks' : report.kind;
  const head = `${printablePath(report.path)}: ${kind}`;
  const lacking = report.lacking === null ? [] : [`No phase: ${printable(report.lacking)}.`];
  const unnamed = looked
    ? []
    : ['It is not among the documents of the plan: name it in phasewise.yaml, under documents.include.'];
  const width = String(rows.at(-1)?.line ?? 0).length;
  const lines = rows.map(({ line, text }) => `${String(line).padStart(width)}  ${text}`);
  return `${[styled(terminal, 'bold', head), ...lines, ...lacking, ...unnamed].join('\n')}\n`;
}

function named(id: string | null, title: string | null, status: string): string {
  const name = [id, title].filter(Boolean).join(' ');
  return status === 'unknown' ? name : `${name} [${statusWords(status)}]`;
}
