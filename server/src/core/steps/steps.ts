import type { CheckItem, Gate, GateItem, Phase, Plan } from '../model.ts';
import { isFinished } from '../plan/current.ts';
import type { Project } from '../project.ts';
import { freshnessOf } from '../proof/freshness.ts';
import { markOfOutcome } from '../proof/history.ts';
import { outcomeOfCommand } from '../record/severalCommands.ts';
import { namedCommands } from './conditionCommands.ts';
import { decidable, type Expectation, person } from './expectation.ts';
import { readExpectation } from './readExpectation.ts';
import { asksForProof, type Step, standingOf } from './step.ts';

/**
 * What there is to go through at the gate of a phase, in the order of the plan: its manual tests, the conditions of its gates, the same
 * of its stages, and the tests that hold for every phase. A condition that names several commands is a step for each of them.
 */
export function stepsOf(project: Project, plan: Plan, phase: Phase): readonly Step[] {
  const parts = [phase, ...phase.stages];
  const own = parts.flatMap((part) => [
    ...part.checklist.map((item) => fromTest(item)),
    ...part.gates.filter(asksForProof).flatMap((gate) => gate.items.flatMap((item) => fromCondition(gate, item, project))),
  ]);
  const context = { plan, settings: project.settings, history: project.history };
  return withKeys([...own, ...plan.checklist.map((item) => fromTest(item))], phase).map((step) => {
    const fresh = step.outcome && freshnessOf(markOfOutcome(step.outcome), phase, context);
    return { ...step, stale: fresh?.state === 'stale' ? { since: fresh.since, paths: fresh.paths } : null };
  });
}

/**
 * What a machine can decide again of the phases before this one that are finished: steps with a command and an expectation that needs no
 * person, unless they were skipped or waived.
 */
export function earlierSteps(project: Project, plan: Plan, phase: Phase): readonly Step[] {
  const before = plan.phases.slice(0, plan.phases.indexOf(phase)).filter((one) => isFinished(one) && isKept(one));
  return before.flatMap((one) => stepsOf(project, plan, one).filter((step) => step.phase !== null && runsAgain(step)));
}

function isKept({ derived }: Phase): boolean {
  return derived !== 'removed' && derived !== 'deferred';
}

function runsAgain(step: Step): boolean {
  const standing = standingOf(step);
  return step.command !== null && decidable(step.expectation) === 'all' && standing !== 'skip' && standing !== 'waived';
}

type Unnamed = Omit<Step, 'key' | 'stale'>;

function fromTest(item: CheckItem): Unnamed {
  const { id, title, command, expected, result, mark, at, phase, stage } = item;
  const expectation = expectationOf(item);
  return { kind: 'test', title, id, command, expected, expectation, outcome: result, mark, at, phase, stage, gate: null };
}

/** What a test expects; what one of several commands shows tells too little, and is for a person. */
function expectationOf({ command, several, expected, expectedMarkup }: CheckItem): Expectation {
  return several || expected === null ? person : readExpectation(expectedMarkup ?? expected, command);
}

function fromCondition(gate: Gate, { text, at, mark, result }: GateItem, project: Project): readonly Unnamed[] {
  const { phase, stage, label } = gate;
  const step = {
    kind: 'condition' as const,
    title: text,
    id: null,
    outcome: result ?? null,
    mark,
    at,
    phase,
    stage,
    gate: label,
  };
  const commands = namedCommands(text, commandNames(project));
  if (commands.length === 0) return [{ ...step, command: null, expected: null, expectation: person }];
  const all = commands.map(({ command }) => command);
  return commands.map(({ command, expectation }) => {
    const outcome = outcomeOfCommand(result, command, all);
    // What was recorded for another command settles nothing of this one, nor does the box that stands for both.
    const open = result !== undefined && outcome === null;
    return { ...step, command, expected: text, expectation, outcome, mark: open ? ('open' as const) : mark };
  });
}

const remembered = new WeakMap<Project['commands'], ReadonlySet<string>>();

/** Commands of the repository, as its files spell them. */
export function commandNames({ commands }: Project): ReadonlySet<string> {
  const names = remembered.get(commands) ?? new Set(commands.map(({ text }) => text));
  remembered.set(commands, names);
  return names;
}

/** Gives each step its key: the document, the phase, the name, and which one of that name it is. */
function withKeys(steps: readonly Unnamed[], phase: Phase): readonly Omit<Step, 'stale'>[] {
  const seen = new Map<string, number>();
  const places = new Set<string>();
  return steps.flatMap((step) => {
    // A test that two of the parts list is one test.
    const place = `${step.at.path}:${step.at.start}:${step.title}:${step.command}`;
    if (places.has(place)) return [];
    places.add(place);
    const name = `${step.at.path}#${step.phase === null ? '' : phase.id}#${step.id ?? step.title}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return [{ key: `${name}#${count}`, ...step }];
  });
}
