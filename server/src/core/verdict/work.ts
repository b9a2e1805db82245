import type { CheckItem, Gate, GateItem } from '../model.ts';
import { finished, tasksOf } from '../plan/current.ts';
import { namedCommands } from '../steps/conditionCommands.ts';
import { asksForProof } from '../steps/step.ts';
import { commandNames } from '../steps/steps.ts';
import { type Judged, plural, type Requirement } from './requirement.ts';

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

/** Every condition of its gates is ticked, struck through or covered by a recorded result. */
export function criteriaMet({ phase }: Judged): Requirement {
  const gates = [...phase.gates, ...phase.stages.flatMap((stage) => stage.gates)].filter(asksForProof);
  const all = gates.flatMap((gate) => gate.items.map((item) => ({ gate, item })));
  if (all.length === 0) return { id: 'criteria', state: 'none', text: 'No gate of it has a condition', items: [] };
  const failed = gates.filter((gate) => gate.result?.outcome === 'fail');
  const open = all.filter(({ gate, item }) => !isMet(gate, item));
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
  if (item.mark === 'done' || item.mark === 'waived') return true;
  return item.mark === null && gate.result?.outcome === 'pass';
}

/** Every manual test has passed. */
export function checklistPassed({ phase }: Judged): Requirement {
  const all = [...phase.checklist, ...phase.stages.flatMap((stage) => stage.checklist)];
  if (all.length === 0) return { id: 'checklist', state: 'none', text: 'It has no manual tests', items: [] };
  const open = all.filter((check) => !hasPassed(check));
  const items = open.map((check) => ({ text: `${check.title} (${saidOf(check)})`, at: check.at }));
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

function hasPassed({ result, mark }: CheckItem): boolean {
  return result ? result.outcome === 'pass' : mark === 'done' || mark === 'waived';
}

function saidOf({ result }: CheckItem): string {
  const words = { pass: 'passed', fail: 'failed', skip: 'skipped', blocked: 'blocked' } as const;
  return result ? words[result.outcome] : 'no result';
}

/** The commands that the conditions of its gate name, which only a run can answer. */
export function commandsRun({ project, phase }: Judged): Requirement {
  const gates = [...phase.gates, ...phase.stages.flatMap((stage) => stage.gates)].filter(asksForProof);
  const known = commandNames(project);
  const items = new Map<string, Requirement['items'][number]>();
  for (const { text, at } of gates.flatMap((gate) => gate.items))
    for (const { command } of namedCommands(text, known)) if (!items.has(command)) items.set(command, { text: command, at });
  if (items.size === 0) return { id: 'commands', state: 'none', text: 'Its gate names no command', items: [] };
  return {
    id: 'commands',
    state: 'not-run',
    text: `${items.size} ${plural(items.size, 'command')} ${items.size === 1 ? 'was' : 'were'} not run`,
    items: [...items.values()],
  };
}
