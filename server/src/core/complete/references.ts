import type { Phase, Plan, Stage, Task } from '../model.ts';
import { oncePer } from '../once.ts';
import { statusWords, tasksOf } from '../plan/current.ts';
import { keyOf } from '../read/unitName.ts';
import { type Asked, type Completion, into, type Slot, typedIn } from './completion.ts';

/** The phases of the plan by their ids. */
export function* offerPhases(asked: Asked, slot: Slot): Iterable<Completion> {
  const own = slot.about?.kind === 'phase' && slot.about.id !== null ? keyOf(slot.about.id) : undefined;
  for (const phase of asked.plan?.phases ?? []) {
    if (own !== undefined && keyOf(phase.id) === own) continue;
    yield {
      label: slot.around ? slot.around[0] + phase.id : phase.id,
      kind: 'phase',
      detail: describe(phase, phase.derived, phase.id === asked.plan?.current?.phase ? 'the current phase' : undefined),
      edit: into(slot, asked, phase.id),
    };
  }
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
export function* offerTasks(asked: Asked, slot: Slot): Iterable<Completion> {
  const { about } = slot;
  const fits = tasksBeginningWith(asked.plan, typedIn(slot, asked));
  const waiting = about?.kind === 'task' && about.id !== null ? waitingFor(about.id, asked.plan) : none;
  const near = about?.phase ?? null;
  const isNear = ({ phase }: Task) => phase === near;
  const ranked = near === null ? fits : [...fits.filter(isNear), ...fits.filter((task) => !isNear(task))];
  for (const task of ranked) {
    if (waiting.has(task.id)) continue;
    yield {
      label: task.id,
      kind: 'task',
      detail: describe(task, task.status, task.phase === null ? undefined : `phase ${task.phase}`),
      edit: into(slot, asked, task.id),
    };
  }
}

const none: ReadonlySet<string> = new Set();

function describe(
  { title }: { readonly title: string | null },
  status: Phase['status'] | Stage['status'],
  more?: string,
): string {
  return [title, status === 'unknown' ? null : statusWords[status], more].filter((part) => part != null).join(' · ');
}

type NamedTask = Task & { readonly id: string };

/** The tasks with ids of one part of a plan: ids in small letters to look for, and who waits for whom. */
interface Named {
  readonly tasks: readonly NamedTask[];
  readonly small: readonly string[];
  readonly waits: readonly (readonly [id: string, needed: string])[];
}

function toNamed(all: readonly Task[]): Named {
  const tasks = all.filter((task): task is NamedTask => task.id !== null);
  return {
    tasks,
    small: tasks.map(({ id }) => id.toLowerCase()),
    waits: tasks.flatMap(({ id, dependsOn }) => dependsOn.map((needed) => [id, needed.id] as const)),
  };
}

const namedInPhase = oncePer((phase: Phase) => toNamed(tasksOf(phase)));
const namedBeside = oncePer((plan: Plan) => toNamed([...plan.stages.flatMap(({ tasks }) => tasks), ...plan.tasks]));

/** The parts of a plan: of most of them nothing changed since somebody asked last. */
function* partsOf(plan: Plan | undefined): Iterable<Named> {
  for (const phase of plan?.phases ?? []) yield namedInPhase(phase);
  if (plan) yield namedBeside(plan);
}

/** Whether some word begins the id of a task, in letters of any size. */
export function beginsATask(plan: Plan | undefined, word: string): boolean {
  const letters = word.toLowerCase();
  for (const { small } of partsOf(plan)) if (small.some((id) => id.startsWith(letters))) return true;
  return false;
}

/** The tasks of a plan by their ids in small letters, in the order of the phases. */
export const tasksById = oncePer((plan: Plan): ReadonlyMap<string, Task & { readonly id: string }> => {
  const all = new Map<string, NamedTask>();
  for (const { tasks, small } of partsOf(plan))
    for (const [index, id] of small.entries()) if (!all.has(id)) all.set(id, tasks[index] as NamedTask);
  return all;
});

/** The tasks of a plan whose ids begin so, each once, in the order of the phases. */
function tasksBeginningWith(plan: Plan | undefined, word: string): readonly NamedTask[] {
  const letters = word.toLowerCase();
  const found = new Map<string, NamedTask>();
  for (const { tasks, small } of partsOf(plan))
    for (const [index, task] of tasks.entries())
      if (small[index]?.startsWith(letters) && !found.has(task.id)) found.set(task.id, task);
  return [...found.values()];
}

/** The task itself and all that wait for it, directly or by others: waiting for one of them would never end. */
function waitingFor(task: string, plan: Plan | undefined): ReadonlySet<string> {
  const dependents = new Map<string, string[]>();
  for (const { waits } of partsOf(plan))
    for (const [id, needed] of waits) {
      const known = dependents.get(needed);
      if (known) known.push(id);
      else dependents.set(needed, [id]);
    }
  const found = new Set([task]);
  for (const one of found) for (const next of dependents.get(one) ?? []) found.add(next);
  return found;
}
