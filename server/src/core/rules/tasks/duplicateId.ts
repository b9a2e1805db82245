/**
 * # Two tasks have the same id
 *
 * An id names one task. With two tasks of one id, a board card, a dependency or a deferral that names it may mean either, and one of the
 * two is counted for both.
 *
 * ## Bad
 *
 * ```yaml
 * - id: T1-004
 *   title: Add the health endpoint
 * - id: T1-004
 *   title: Write the runbook
 * ```
 *
 * ## Good
 *
 * Give the second task the next free id.
 *
 * ## What it leaves alone
 *
 * The same task named in several documents (a register, a phase document, a board): that is one task.
 */
import type { Task } from '../../model.ts';
import { TaskNumbers } from '../../plan/taskIds.ts';
import type { Hit, PlanRule } from '../rule.ts';

export const duplicateId: PlanRule = {
  id: 'tasks/duplicate-id',
  scope: 'plan',
  severity: 'warning',
  summary: 'Two tasks in one document have the same id.',
  *check({ documents }): Iterable<Hit> {
    for (const document of documents) {
      const first = new Map<string, Task>();
      const taken = new TaskNumbers(document.tasks);
      for (const task of document.tasks) {
        if (task.id === null || task.form === 'item') continue;
        const key = `${task.form === 'yaml' ? '' : `${task.phase}/`}${task.id.toLowerCase()}`;
        const known = first.get(key);
        if (!known) first.set(key, task);
        else yield toHit(task, known, taken);
      }
    }
  },
};

function toHit(task: Task, known: Task, taken: TaskNumbers): Hit {
  const id = task.id ?? '';
  const at = task.idAt ?? task.at;
  const free = taken.nextFree(id);
  return {
    message: `The id ${id} is already taken by "${known.title}". Give this task an id of its own${free ? `, for example ${free}` : ''}.`,
    at: { path: task.at.path, start: at.start, end: at.end },
    related: [{ at: known.at, message: `The first task with the id ${id}` }],
    fixes:
      free && task.idAt
        ? [{ title: `Change the id to ${free}`, edits: [{ path: task.at.path, ...task.idAt, text: free }], preferred: true }]
        : [],
  };
}
