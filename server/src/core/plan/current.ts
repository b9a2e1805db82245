import type { Current, Phase, Status } from '../model.ts';
import { keyOf } from '../read/unitName.ts';
import { allOf } from './allOf.ts';

/** Statuses after which nothing is left to do. */
export const finished: ReadonlySet<Status> = new Set<Status>(['done', 'signed_off', 'removed', 'deferred']);
const working = new Set<Status>(['in_progress', 'ready', 'blocked', 'partial']);

/** Whether a phase needs no more work. */
export function isFinished(phase: Phase): boolean {
  return finished.has(phase.derived);
}

/** Whether a phase was begun, as stated or as its tasks show, and is not finished. */
export function isUnderWay(phase: Phase): boolean {
  return working.has(phase.derived);
}

/**
 * The phase being worked on: the pinned one; else the first that is stated to be under way; else the first that is not finished. With
 * every phase finished, or nothing that tells, there is none.
 */
export function currentPhase(phases: readonly Phase[], pinned: string | null): Current | null {
  if (pinned !== null) {
    const phase = phases.find((one) => keyOf(one.id) === keyOf(pinned));
    return phase ? { phase: phase.id, reason: `phase ${phase.id} is pinned in phasewise.yaml`, pinned: true } : null;
  }
  const stated = phases.find((phase) => phase.statement && working.has(phase.status));
  const phase = stated ?? phases.find((one) => !isFinished(one));
  if (!phase) return null;
  const before = phases
    .slice(0, phases.indexOf(phase))
    .findLast((one) => one.derived !== 'removed' && one.derived !== 'deferred');
  const parts = [...(before && isFinished(before) ? [describe(before)] : []), describe(phase)];
  return { phase: phase.id, reason: parts.join(', '), pinned: false };
}

/** "phase 1 is signed off", "phase 2 has 3 of 5 tasks open". */
function describe(phase: Phase): string {
  const name = `phase ${phase.id}`;
  if (phase.statement) return `${name} is ${statusWords[phase.status]}`;
  if (phase.tag !== null) return `${name} has the tag ${phase.tag}`;
  const tasks = tasksOf(phase);
  const open = tasks.filter((task) => !finished.has(task.status)).length;
  if (tasks.length > 0) return `${name} has ${progress(open, tasks.length, 'task')}`;
  if (phase.stages.length > 0) {
    const left = phase.stages.filter((stage) => !finished.has(stage.status)).length;
    return `${name} has ${progress(left, phase.stages.length, 'stage')}`;
  }
  return `${name} is the first one that nothing says is finished`;
}

/** "all 3 tasks done", "both tasks done", "2 of 3 tasks open", "its only task open". */
function progress(open: number, all: number, noun: string): string {
  if (all === 1) return `its only ${noun} ${open === 0 ? 'done' : 'open'}`;
  return open === 0 ? `${allOf(all, `${noun}s`)} done` : `${open} of ${all} ${noun}s open`;
}

/** All tasks of a phase, those of its stages included. */
export function tasksOf(phase: Phase): Phase['tasks'] {
  return [...phase.tasks, ...phase.stages.flatMap((stage) => stage.tasks)];
}

/** Statuses as a person says them. */
export const statusWords: Readonly<Record<Status, string>> = {
  planned: 'planned',
  in_progress: 'in progress',
  blocked: 'blocked',
  ready: 'ready for sign-off',
  partial: 'partly done',
  done: 'done',
  signed_off: 'signed off',
  deferred: 'deferred',
  removed: 'removed',
  unknown: 'without a status',
};

/** What follows for a phase or stage from what is below it, where no status is stated. */
export function deriveStatus(statuses: readonly Status[]): Status {
  const known = statuses.filter((status) => status !== 'unknown' && status !== 'removed' && status !== 'deferred');
  if (known.length === 0) return statuses.length > 0 && statuses.every((status) => status !== 'unknown') ? 'done' : 'unknown';
  if (known.every((status) => finished.has(status))) return 'done';
  return known.some((status) => finished.has(status) || working.has(status)) ? 'in_progress' : 'planned';
}
