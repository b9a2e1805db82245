import type { Deferral, Plan, Task } from '../model.ts';
import { tasksOf } from '../plan/current.ts';
import { keyOf } from '../read/unitName.ts';
import { phaseOf } from '../scope.ts';
import { type Judged, plural, type Requirement } from './requirement.ts';

/**
 * Work that was put off says why, and somebody follows it up: the phase that it goes to exists, and where the work has an id, a task or a
 * condition there names that id. A task that is only marked as deferred has to say as much in its status.
 */
export function deferralsExplained({ plan, phase }: Judged): Requirement {
  const entries = phase.deferred;
  const marked = tasksOf(phase).filter((task) => task.status === 'deferred' && !entries.some(({ text }) => tells(text, task)));
  const all: readonly PutOff[] = [...entries.map((one) => ({ ...one, why: one.text })), ...marked.map(toPutOff)];
  if (all.length === 0) return { id: 'deferrals', state: 'none', text: 'Nothing was deferred', items: [] };
  const tasks = tasksOfPlan(plan);
  const items = all.flatMap((one) => {
    const missing = missingIn(one, plan, tasks);
    return missing.length > 0 ? [{ text: `${one.text} (${missing.join(' ')})`, at: one.at }] : [];
  });
  const counted = `${all.length} ${plural(all.length, 'deferral')}`;
  if (items.length === 0) return { id: 'deferrals', state: 'pass', text: `${counted} with a reason and a follow-up`, items };
  const text = `${items.length} of ${counted} ${items.length === 1 ? 'lacks' : 'lack'} a reason or a follow-up`;
  return { id: 'deferrals', state: 'fail', text, items };
}

/** Work that was put off, and the words that may say why. */
interface PutOff extends Deferral {
  readonly why: string;
}

/** What a deferral leaves open, as questions and sentences. */
function missingIn({ text, why, to, phase }: PutOff, plan: Plan, tasks: readonly Task[]): readonly string[] {
  const missing: string[] = [];
  if (!hasReason(why)) missing.push('why?');
  const ids = idsIn(text, tasks);
  const own = ids.filter((id) => tasks.some((task) => task.id === id && isSamePhase(task.phase, phase)));
  // The task that took over, by its own id or because it names the one that was put off.
  const followers = tasks.filter(
    (task) =>
      !isSamePhase(task.phase, phase) &&
      (ids.includes(task.id ?? '') || own.some((id) => hasWord(task.title, id) || task.dependsOn.some((one) => one.id === id))),
  );
  const target = to === null ? undefined : phaseOf(plan, to);
  if (to === null && followers.length === 0) missing.push('to which phase?');
  else if (to !== null && !target) missing.push(`there is no phase ${to}.`);
  else if (
    target &&
    followers.length === 0 &&
    own.length > 0 &&
    !target.gates.some(({ items }) => items.some((item) => own.some((id) => hasWord(item.text, id))))
  )
    missing.push(`no task of phase ${target.id} names ${own.join(' or ')}.`);
  return missing;
}

/** Words behind a colon, a dash or in parentheses that are more than the phase it goes to. */
function hasReason(text: string): boolean {
  const reason = /(?:: | [—–-] |\bbecause\b|\()(?!(?:to |→ ?)?phase\b)(?<words>[^)]{3,200})/i.exec(text)?.groups?.words ?? '';
  return /\p{L}{3}/u.test(reason.replace(/why later/, ''));
}

function toPutOff({ id, title, statusText, at, phase }: Task): PutOff {
  const to = /\bphase\s{1,3}([\w.-]{1,20})/i.exec(statusText ?? '')?.[1]?.replace(/[.-]$/, '') ?? null;
  const why = (statusText ?? '').replace(/^\W*\p{L}+/u, '');
  return { why, text: [id, title, statusText && `— ${statusText}`].filter(Boolean).join(' '), to, at, phase };
}

function tells(text: string, { id, title }: Task): boolean {
  return (id !== null && hasWord(text, id)) || (title !== '' && text.includes(title));
}

function tasksOfPlan(plan: Plan): readonly Task[] {
  return [...plan.phases.flatMap(tasksOf), ...plan.tasks, ...plan.stages.flatMap((stage) => stage.tasks)];
}

/** Ids of tasks that some words name. */
function idsIn(text: string, tasks: readonly Task[]): readonly string[] {
  return [...new Set(tasks.flatMap(({ id }) => (id !== null && hasWord(text, id) ? [id] : [])))];
}

/** Whether some words stand in a text by themselves: `T1-004`, not a part of `T1-0041`. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.slice(at + word.length, at + word.length + 2)];
    if (!/[\w.-]/.test(before) && !/^(?:\w|[.-]\w)/.test(after)) return true;
  }
  return false;
}

function isSamePhase(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && keyOf(a) === keyOf(b);
}
