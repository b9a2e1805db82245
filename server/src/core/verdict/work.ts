import type { Gate, GateItem, Place } from '../model.ts';
import { allOf } from '../plan/allOf.ts';
import { finished, tasksOf } from '../plan/current.ts';
import { capital } from '../scope.ts';
import { asksForProof, type Step, standingOf } from '../steps/step.ts';
import { type Judged, plural, type Requirement } from './requirement.ts';
import { isPassed, runOf, saidOfRun, saidOfStale } from './runs.ts';

/** Every task is done, deferred or taken out. */
export function tasksDone({ phase }: Judged): Requirement {
  const all = tasksOf(phase);
  const open = all.filter((task) => !finished.has(task.status));
  const items = open.map(({ id, title, at }) => ({ text: id === null ? title : `${id} ${title}`, at }));
  if (all.length === 0) return { id: 'tasks', state: 'none', text: 'The plan lists no tasks for it', items: [] };
  if (open.length === 0)
    return {
      id: 'tasks',
      state: 'pass',
      text: `${all.length === 1 ? 'Its only task is' : `${capital(allOf(all.length, 'tasks'))} are`} done`,
      items,
    };
  return {
    id: 'tasks',
    state: 'fail',
    text: `${open.length} of ${all.length} ${plural(all.length, 'task')} ${open.length === 1 ? 'is' : 'are'} open`,
    items,
  };
}

/** Every condition of its gates is ticked, struck through, covered by a recorded result or by a run of all its commands. */
export function criteriaMet({ phase, steps, runs }: Judged): Requirement {
  const gates = [...phase.gates, ...phase.stages.flatMap((stage) => stage.gates)].filter(asksForProof);
  const all = gates.flatMap((gate) => gate.items.map((item) => ({ gate, item })));
  if (all.length === 0) return { id: 'criteria', state: 'none', text: 'No gate of it has a condition', items: [] };
  const failed = gates.filter((gate) => gate.result?.outcome === 'fail');
  const at = (place: Place) => `${place.path}:${place.start}`;
  const stepsAt = new Map<string, Step[]>();
  for (const step of steps) stepsAt.set(at(step.at), [...(stepsAt.get(at(step.at)) ?? []), step]);
  const open = all.flatMap(({ gate, item }) => {
    const why = whyOpen(gate, item, stepsAt.get(at(item.at)) ?? [], runs);
    return why === undefined ? [] : [{ item, why }];
  });
  const items = [
    ...failed.map(({ label, result }) => ({ text: `${label}: ${result?.text}`, at: result?.at ?? null })),
    ...open.map(({ item, why }) => ({ text: why === '' ? item.text : `${item.text} (${why})`, at: item.at })),
  ];
  if (items.length === 0)
    return {
      id: 'criteria',
      state: 'pass',
      text: `${all.length === 1 ? 'The condition of its gate is' : `${capital(allOf(all.length, 'conditions of its gate'))} are`} met`,
      items,
    };
  const [one, several] = open.some(({ why }) => why !== '')
    ? ['is not met', 'are not met']
    : open.every(({ item }) => item.mark === null)
      ? ['has no result yet', 'have no result yet']
      : ['is not ticked', 'are not ticked'];
  const text =
    open.length === 0 ? 'Its gate failed' : `${open.length} of ${all.length} conditions ${open.length === 1 ? one : several}`;
  return { id: 'criteria', state: 'fail', text, items };
}

/** Why a condition is open, in a few words, or none where there is nothing to say; undefined where it is met. */
function whyOpen(gate: Gate, item: GateItem, own: readonly Step[], runs: Judged['runs']): string | undefined {
  const failed = own.find((step) => runOf(step, runs) === 'fail');
  if (failed) return saidOf(failed, runs);
  if (own.length > 0 && own.every((step) => runOf(step, runs) === 'pass')) return undefined;
  const stale = own.find((step) => step.stale);
  if (stale?.stale) return saidOfStale(stale.stale);
  return isMet(gate, item) ? undefined : item.result ? saidOf(own[0], runs) : '';
}

function isMet(gate: Gate, item: GateItem): boolean {
  if (item.mark === 'waived') return true;
  // What was recorded weighs more than a tick.
  if (item.result) return item.result.outcome === 'pass';
  if (item.mark === 'done') return true;
  return item.mark === null && gate.result?.outcome === 'pass';
}

/** Every manual test of it has passed. */
export function checklistPassed({ steps, runs }: Judged): Requirement {
  const all = steps.filter(({ kind, phase }) => kind === 'test' && phase !== null);
  if (all.length === 0) return { id: 'checklist', state: 'none', text: 'It has no manual tests', items: [] };
  const open = all.filter((step) => !isPassed(step, runs));
  const items = open.map((step) => ({ text: `${step.title} (${saidOf(step, runs)})`, at: step.at }));
  if (open.length === 0)
    return {
      id: 'checklist',
      state: 'pass',
      text: `${all.length === 1 ? 'Its manual test has' : `${capital(allOf(all.length, 'manual tests'))} have`} passed`,
      items,
    };
  return {
    id: 'checklist',
    state: 'fail',
    text: `${open.length} of ${all.length} manual tests ${open.length === 1 ? 'has' : 'have'} not passed`,
    items,
  };
}

function saidOf(step: Step | undefined, runs: Judged['runs']): string {
  if (!step) return '';
  const run = runs.get(step.key);
  if (run && runOf(step, runs) !== 'none') return saidOfRun(run);
  if (step.stale) return saidOfStale(step.stale);
  const words = {
    pass: 'passed',
    fail: 'failed',
    skip: 'skipped',
    blocked: 'blocked',
    waived: 'waived',
    open: 'no result',
  } as const;
  return words[standingOf(step)];
}
