import { allOf } from '../plan/allOf.ts';
import { capital } from '../scope.ts';
import { partsOf } from '../steps/expectation.ts';
import { type Step, type StepRun, standingOf } from '../steps/step.ts';
import { earlierSteps } from '../steps/steps.ts';
import { type Judged, plural, type Requirement, type RequirementItem } from './requirement.ts';

/** What the runs of this call say of a step; `none` where it was not run, or was ended although nothing is said of its end (a server). */
export function runOf(step: Step, runs: ReadonlyMap<string, StepRun>): 'pass' | 'fail' | 'person' | 'none' {
  const run = runs.get(step.key);
  // What ran must be what stands there now.
  if (!run || run.command !== step.command) return 'none';
  if (run.result !== 'timeout' && run.result !== 'stopped') return run.result;
  return partsOf(step.expectation).some(({ kind }) => kind === 'exit' || kind === 'failure') ? 'fail' : 'none';
}

/** Whether a step is passed: by a run of this call, else by what its document says, as long as that is fresh. */
export function isPassed(step: Step, runs: ReadonlyMap<string, StepRun>): boolean {
  const run = runOf(step, runs);
  const standing = standingOf(step);
  return run === 'pass' || (run !== 'fail' && !step.stale && (standing === 'pass' || standing === 'waived'));
}

/** How a run went, in a few words. */
export function saidOfRun({ result, exitCode }: StepRun): string {
  if (result === 'pass') return 'passed when it was run';
  if (result === 'timeout') return 'it did not end in time';
  if (result === 'stopped') return 'it was stopped';
  const code = exitCode === null ? 'it could not be run' : `exit code ${exitCode}`;
  return result === 'person' ? `${code}; a person judges what it shows` : code;
}

/** Why a record does not count any more, in a few words. */
export function saidOfStale({ since, paths }: NonNullable<Step['stale']>): string {
  const [first = ''] = paths;
  const what =
    paths.length === 1 ? `${first} changed` : `${first} and ${paths.length - 1} more ${plural(paths.length - 1, 'file')} changed`;
  return `its result is stale: ${what} since ${since}`;
}

/** The commands that the conditions of its gate name: each was run and passed, or has a record that it did. */
export function commandsRun({ steps, runs }: Judged): Requirement {
  const named = steps.filter(({ kind, command, mark }) => kind === 'condition' && command !== null && mark !== 'waived');
  const groups = new Map<string, readonly Step[]>();
  for (const step of named) groups.set(step.command ?? '', [...(groups.get(step.command ?? '') ?? []), step]);
  const count = groups.size;
  if (count === 0) return { id: 'commands', state: 'none', text: 'Its gate names no command', items: [] };
  const of = (wanted: 'fail' | 'person' | 'open') => named.filter((step) => stateOf(step, runs) === wanted);
  const [failed, judged, open] = [unique(of('fail')), unique(of('person')), unique(of('open'))];
  const items = [...failed, ...judged, ...open].map((step) => toItem(step, runs));
  if (failed.length > 0)
    return { id: 'commands', state: 'fail', text: `${failed.length} of ${count} ${plural(count, 'command')} failed`, items };
  if (open.length > 0) {
    const text = `${open.length} ${plural(open.length, 'command')} ${open.length === 1 ? 'was' : 'were'} not run`;
    return { id: 'commands', state: 'not-run', text, items };
  }
  if (judged.length > 0) {
    const text = `${judged.length} of ${count} ${plural(count, 'command')} ${judged.length === 1 ? 'waits' : 'wait'} for a person's judgement`;
    return { id: 'commands', state: 'fail', text, items };
  }
  return {
    id: 'commands',
    state: 'pass',
    text: count === 1 ? 'Its only command passes' : `${capital(allOf(count, 'commands'))} pass`,
    items: [],
  };
}

function stateOf(step: Step, runs: ReadonlyMap<string, StepRun>): 'pass' | 'fail' | 'person' | 'open' {
  const run = runOf(step, runs);
  if (run === 'pass' || run === 'fail') return run;
  const recorded = step.stale ? undefined : step.outcome?.outcome;
  if (recorded === 'pass' || recorded === 'fail') return recorded;
  // It ran well, and a person has ticked what only a person can see.
  if (run === 'person') return step.mark === 'done' && runs.get(step.key)?.exitCode === 0 ? 'pass' : 'person';
  return 'open';
}

function unique(steps: readonly Step[]): readonly Step[] {
  return [...new Map(steps.map((step) => [step.command, step])).values()];
}

function toItem(step: Step, runs: ReadonlyMap<string, StepRun>): RequirementItem {
  const run = runs.get(step.key);
  const said = run && runOf(step, runs) !== 'none' ? ` (${saidOfRun(run)})` : step.stale ? ` (${saidOfStale(step.stale)})` : '';
  return { text: `${step.command ?? step.title}${said}`, at: step.at };
}

/** What a machine can decide of the phases before it still passes. */
export function earlierRuns({ project, plan, phase, runs }: Judged): Requirement {
  const id = 'earlier-runs';
  const steps = earlierSteps(project, plan, phase);
  const of = (wanted: ReturnType<typeof runOf>) => steps.filter((step) => runOf(step, runs) === wanted);
  const [failed, judged, open] = [of('fail'), of('person'), of('none')];
  const items = [...failed, ...judged, ...open].map((step) => {
    const { text, at } = toItem(step, runs);
    return { text: `phase ${step.phase}: ${text}`, at };
  });
  if (steps.length === 0) return { id, state: 'none', text: 'No earlier phase has a command that could be run again', items };
  const working = `Previous phases work: ${of('pass').length}/${steps.length}`;
  if (items.length === 0) return { id, state: 'pass', text: working, items };
  if (open.length === steps.length || (failed.length === 0 && judged.length === 0)) {
    const text = `${open.length} ${plural(open.length, 'command')} of earlier phases ${open.length === 1 ? 'was' : 'were'} not run`;
    return { id, state: 'not-run', text, items };
  }
  return { id, state: 'fail', text: working, items };
}
