import type { DocumentFacts, Edit, Phase, Plan, Task } from '../model.ts';
import { finished, isFinished, tasksOf } from '../plan/current.ts';
import { taskKey } from '../plan/taskRegister.ts';
import type { Project } from '../project.ts';
import { keyOf } from '../read/unitName.ts';
import { isRefused, type Refusal } from '../refusal.ts';
import { capital, nameOf, phaseOf } from '../scope.ts';
import { oneLine } from '../signoff/record.ts';
import { statusWordFor } from '../signoff/statusWord.ts';
import { lineAt } from '../source.ts';
import { defer, laterPhase } from './defer.ts';
import { deferInYaml } from './deferInYaml.ts';
import { fillIn } from './fillIn.ts';
import { lineText } from './lines.ts';

/** Work of a phase that moves to a later one. */
export interface Put {
  /** Id or title of a task, or the title of a step of the gate. */
  readonly what: string;
  /** The id of the phase it goes to; null for the next one that is not finished. */
  readonly to: string | null;
  /** Why later. Null leaves it to be filled in in the text. */
  readonly why: string | null;
}

/**
 * The edits that put off an unfinished task or an open step: an entry with the reason under "Deferred" of the phase it leaves, a new task
 * in the phase it goes to, both naming each other, and the old task marked as deferred wherever it stands.
 */
export function deferWork(project: Project, plan: Plan, from: Phase, { what, to, why }: Put): readonly Edit[] | Refusal {
  const task = taskOf(from, what);
  if (task && finished.has(task.status)) return { refused: `${name(task)} is finished: there is nothing to put off.` };
  const target = targetOf(plan, from, to);
  if (isRefused(target)) return target;
  const words = oneLine(task?.title ?? what);
  if (words === '') return { refused: 'Say what is put off.' };
  const reason = oneLine(why ?? '');
  const work = { what: words, task: task ?? null, from, to: target };
  const edits = defer(project, plan, work) ?? deferInYaml(project, plan, work, reason);
  if (!edits) return { refused: `The plan has no place where ${nameOf(from)} and ${nameOf(target)} can both say so.` };
  const filled = reason === '' ? edits : fillIn(edits, [reason]);
  return [...filled, ...marks(project, plan, task, target)].sort((a, b) =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : a.start - b.start || a.end - b.end,
  );
}

function taskOf(from: Phase, what: string): Task | undefined {
  const all = tasksOf(from);
  return all.find(({ id }) => id !== null && keyOf(id) === keyOf(what)) ?? all.find(({ title }) => title === what);
}

function targetOf(plan: Plan, from: Phase, id: string | null): Phase | Refusal {
  const later = plan.phases.slice(plan.phases.indexOf(from) + 1);
  const found = id === null ? laterPhase(plan, from, null) : phaseOf(plan, id);
  if (!found)
    return { refused: id === null ? `No phase comes after ${nameOf(from)}: add one first.` : `There is no phase ${id}.` };
  if (!later.includes(found)) return { refused: `${capital(nameOf(found))} does not come after ${nameOf(from)}.` };
  return isFinished(found) ? { refused: `${capital(nameOf(found))} is finished: nothing is put off to it.` } : found;
}

/** Says of every place of a task that it is deferred, in the words of the place. */
function marks(project: Project, plan: Plan, task: Task | undefined, to: Phase): readonly Edit[] {
  if (!task) return [];
  return plan.documents.flatMap((path) =>
    (project.facts(path)?.tasks ?? []).filter((one) => isSame(one, task)).flatMap((one) => mark(project, plan, one, to)),
  );
}

function isSame(one: DocumentFacts['tasks'][number], task: Task): boolean {
  return task.id === null ? one.at.path === task.at.path && one.at.start === task.at.start : taskKey(one) === taskKey(task);
}

function mark(project: Project, plan: Plan, { form, at, statusAt, statusText, status }: Task, to: Phase): readonly Edit[] {
  const { path } = at;
  const source = project.sources.get(path);
  if (!source || form === 'board') return [];
  if (statusAt && statusText !== null && form !== 'item') {
    const like = { status, text: statusText, at: { path, ...statusAt }, form };
    return [{ path, ...statusAt, text: statusWordFor(plan, like, 'deferred') }];
  }
  if (form !== 'item') return [];
  const line = lineAt(source, at.start);
  const end = (source.lineStarts[line] ?? 0) + lineText(source, line).trimEnd().length;
  return [{ path, start: end, end, text: ` — deferred to phase ${to.id}` }];
}

function name({ id, title }: Task): string {
  return id === null ? `“${title}”` : id;
}
