import type { Phase, Plan, Stage, Task } from '../model.ts';
import { statusWords, tasksOf } from '../plan/current.ts';
import { keyOf } from '../read/unitName.ts';
import { type Asked, type Completion, into, type Slot, typedIn } from './completion.ts';

/** The phases of the plan by their ids. */
export function offerPhases(asked: Asked, slot: Slot): readonly Completion[] {
  const own = slot.about?.kind === 'phase' && slot.about.id !== null ? keyOf(slot.about.id) : undefined;
  return (asked.plan?.phases ?? [])
    .filter(({ id }) => keyOf(id) !== own)
    .map((phase) => ({
      label: slot.around ? slot.around[0] + phase.id : phase.id,
      kind: 'phase' as const,
      detail: describe(phase, phase.derived, phase.id === asked.plan?.current?.phase ? 'the current phase' : undefined),
      edit: into(slot, asked, phase.id),
    }));
}

/** The stages that may be meant at a place: those of its phase first, then those of no phase, else all. */
export function offerStages(asked: Asked, slot: Slot): readonly Completion[] {
  const { plan } = asked;
  const phase = slot.about?.phase ?? (slot.about?.kind === 'phase' ? slot.about.id : null);
  const home = phase === null ? undefined : plan?.phases.find((one) => keyOf(one.id) === keyOf(phase));
  const near = [...(home?.stages ?? []), ...(plan?.stages ?? [])];
  const all = near.length > 0 ? near : (plan?.phases ?? []).flatMap(({ stages }) => stages);
  const seen = new Set<string>();
  return all
    .filter(({ id }) => !seen.has(keyOf(id)) && seen.add(keyOf(id)))
    .map((stage) => ({
      label: stage.id,
      kind: 'stage' as const,
      detail: describe(stage, stage.status),
      edit: into(slot, asked, stage.id),
    }));
}

/** The tasks whose ids begin with what was written; those that wait for the task itself are left out. */
export function offerTasks(asked: Asked, slot: Slot): readonly Completion[] {
  const typed = typedIn(slot, asked).toLowerCase();
  const { about } = slot;
  const all = tasksOfPlan(asked.plan);
  const waiting = about?.kind === 'task' && about.id !== null ? waitingFor(about.id, all) : new Set<string>();
  const fits = all.filter(({ id }) => id.toLowerCase().startsWith(typed) && !waiting.has(id));
  const near = about?.phase ?? null;
  const ranked =
    near === null ? fits : [...fits.filter(({ phase }) => phase === near), ...fits.filter(({ phase }) => phase !== near)];
  return ranked.map((task) => ({
    label: task.id,
    kind: 'task' as const,
    detail: describe(task, task.status, task.phase === null ? undefined : `phase ${task.phase}`),
    edit: into(slot, asked, task.id),
  }));
}

function describe(
  { title }: { readonly title: string | null },
  status: Phase['status'] | Stage['status'],
  more?: string,
): string {
  return [title, status === 'unknown' ? null : statusWords[status], more].filter((part) => part != null).join(' · ');
}

export type NamedTask = Task & { readonly id: string };
const named = new WeakMap<Plan, readonly NamedTask[]>();

/** The tasks of a plan that have an id, each once, in the order of the phases. */
export function tasksOfPlan(plan: Plan | undefined): readonly NamedTask[] {
  if (!plan) return [];
  const known = named.get(plan);
  if (known) return known;
  const all = new Map<string, NamedTask>();
  for (const task of [...plan.phases.flatMap(tasksOf), ...plan.stages.flatMap(({ tasks }) => tasks), ...plan.tasks])
    if (task.id !== null && !all.has(task.id)) all.set(task.id, task as NamedTask);
  const list = [...all.values()];
  named.set(plan, list);
  return list;
}

/** The task itself and all that wait for it, directly or by others: waiting for one of them would never end. */
function waitingFor(id: string, tasks: readonly NamedTask[]): ReadonlySet<string> {
  const dependents = new Map<string, string[]>();
  for (const task of tasks)
    for (const { id: needed } of task.dependsOn) {
      const known = dependents.get(needed);
      if (known) known.push(task.id);
      else dependents.set(needed, [task.id]);
    }
  const found = new Set([id]);
  for (const one of found) for (const next of dependents.get(one) ?? []) found.add(next);
  return found;
}
