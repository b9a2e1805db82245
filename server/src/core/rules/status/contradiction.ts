/**
 * # Two places say different things
 *
 * A phase or task is named in several documents (a register, a board, a tracker, the phase's own document), and they do not agree about
 * where it stands; or a Git tag says that its gate was passed, and the document says otherwise. Whoever looks at only one of them is
 * misled.
 *
 * The finding stands on the statement that weighs less and links the other one. For a phase a `Status:` in its own section weighs most,
 * then a progress table, the heading, a checkbox, a board column; for a task the register (`tasks.yaml`) weighs most. Tags are those that
 * the setting `tag` names (`phase-{n}-complete`).
 *
 * ## Bad
 *
 * ```markdown
 * <!-- docs/phase-board.md -->
 * ## Open
 * - T1-004 Health endpoint
 * ```
 *
 * ```yaml
 * # tasks/tasks.yaml
 * - id: T1-004
 *   status: done
 * ```
 *
 * ## What to do
 *
 * Bring the place that is out of date in line. If nobody needs the second place, take the status out of it.
 *
 * ## What it leaves alone
 *
 * Different words for the same thing ("done", "shipped", "signed off"; "in progress", "blocked"), and an unticked box beside "in progress".
 */
import type { Phase, Place, Task } from '../../model.ts';
import { disagree, standing } from '../../plan/agreement.ts';
import { statusWords } from '../../plan/current.ts';
import { capital, nameOf } from '../../scope.ts';
import type { Hit, PlanRule } from '../rule.ts';

export const contradiction: PlanRule = {
  id: 'status/contradiction',
  scope: 'plan',
  severity: 'warning',
  summary: 'Two documents say different things about where a phase or task stands.',
  *check({ plan, documents }): Iterable<Hit> {
    for (const phase of plan.phases) {
      yield* checkTag(phase);
      const [first, ...others] = phase.statements;
      for (const other of others) {
        if (!first || !disagree(first, other)) continue;
        yield {
          message: `${capital(nameOf(phase))} is "${other.text}" here, but "${first.text}" in ${first.at.path}. One of them is out of date.`,
          at: other.at,
          related: [{ at: first.at, message: `Here it is "${first.text}"` }],
        };
      }
    }
    yield* checkTasks(documents.flatMap((document) => document.tasks));
  },
};

/** Only the statement that counts: the others are held against that one. */
function* checkTag({ id, title, tag, statement }: Phase): Iterable<Hit> {
  if (tag === null || !statement || standing[statement.status] === 'finished' || statement.status === 'unknown') return;
  yield {
    message: `${capital(nameOf({ id, title }))} is "${statement.text}" here, but the Git tag ${tag} says that its gate was passed. One of them is out of date.`,
    at: statement.at,
  };
}

const weight: Readonly<Record<string, number>> = { yaml: 0, row: 1, item: 2, board: 3 };

function* checkTasks(tasks: readonly Task[]): Iterable<Hit> {
  const byId = new Map<string, Task[]>();
  for (const task of tasks) {
    // Numbers such as 1.1 name different tasks in different documents.
    if (task.id === null || !/[a-z]/i.test(task.id) || task.status === 'unknown') continue;
    const known = byId.get(task.id.toLowerCase());
    if (known) known.push(task);
    else byId.set(task.id.toLowerCase(), [task]);
  }
  for (const same of byId.values()) {
    if (same.length < 2) continue;
    const [first, ...others] = [...same].sort((a, b) => (weight[a.form] ?? 9) - (weight[b.form] ?? 9));
    for (const other of others) {
      if (!first || other.at.path === first.at.path || !tasksDisagree(first, other)) continue;
      yield {
        message: `${other.id} is ${said(other)} here, but ${said(first)} in ${first.at.path}. One of them is out of date.`,
        at: placeOf(other),
        related: [{ at: placeOf(first), message: `Here it is ${said(first)}` }],
      };
    }
  }
}

function tasksDisagree(a: Task, b: Task): boolean {
  const [left, right] = [standing[a.status], standing[b.status]];
  const unticked = [a, b].some((task) => task.form === 'item' && task.status === 'planned');
  return unticked ? (left === 'finished') !== (right === 'finished') : left !== right;
}

function said(task: Task): string {
  if (task.form === 'board') return `in the column "${task.statusText}"`;
  if (task.form === 'item')
    return task.status === 'done' ? 'ticked' : statusWords[task.status] === 'planned' ? 'not ticked' : statusWords[task.status];
  return `"${task.statusText ?? statusWords[task.status]}"`;
}

function placeOf(task: Task): Place {
  if (task.statusAt && task.form !== 'item') return { path: task.at.path, ...task.statusAt };
  return task.at;
}
