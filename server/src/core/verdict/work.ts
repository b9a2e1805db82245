import type { Gate, GateItem } from '../model.ts';
import { finished, tasksOf } from '../plan/current.ts';
import { asksForProof, type Step, standingOf } from '../steps/step.ts';
import { type Judged, plural, type Requirement } from './requirement.ts';
import { isPassed, runOf, saidOfRun } from './runs.ts';

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
      text: `${all.length === 1 ? 'Its only task is' : `All ${all.length} tasks are`} done`,
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
  const open = all.filter(({ gate, item }) => {
    const said = steps
      .filter(({ at }) => at.path === item.at.path && at.start === item.at.start)
      .map((step) => runOf(step, runs));
    if (said.includes('fail')) return true;
    return !(said.length > 0 && said.every((one) => one === 'pass')) && !isMet(gate, item);
  });
  const items = [
    ...failed.map(({ label, result }) => ({ text: `${label}: ${result?.text}`, at: result?.at ?? null })),
    ...open.map(({ item }) => ({ text: item.text, at: item.at })),
  ];
  if (items.length === 0)
    return {
      id: 'criteria',
      state: 'pass',
      text: `${all.length === 1 ? 'The condition of its gate is' : `All ${all.length} conditions of its gate are`} met`,
      items,
    };
  const bare = open.filter(({ item }) => item.mark === null).length;
  const [one, several] = bare === open.length ? ['has no result yet', 'have no result yet'] : ['is not ticked', 'are not ticked'];
  const text =
    open.length === 0 ? 'Its gate failed' : `${open.length} of ${all.length} conditions ${open.length === 1 ? one : several}`;
  return { id: 'criteria', state: 'fail', text, items };
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
      text: `${all.length === 1 ? 'Its manual test has' : `All ${all.length} manual tests have`} passed`,
      items,
    };
  return {
    id: 'checklist',
    state: 'fail',
    text: `${open.length} of ${all.length} manual tests ${open.length === 1 ? 'has' : 'have'} not passed`,
    items,
  };
}

function saidOf(step: Step, runs: Judged['runs']): string {
  const run = runs.get(step.key);
  if (run && runOf(step, runs) !== 'none') return saidOfRun(run);
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
