import * as vscode from 'vscode';
import type { Located } from '../../server/src/lsp/protocol.ts';
import type { App } from './app.ts';
import { commandsRunIn } from './commandsRun.ts';
import { agreesToAll } from './consent.ts';
import { deferWork } from './defer.ts';
import { askOverview } from './gateOverview.ts';
import { type GateRef, gateOf } from './gateRequest.ts';
import { type Answer, askNote, askPassed, askResult } from './gateRunView.ts';
import { isRunnable, needsRun, nextOpen, type Step, sourceOf } from './gateSteps.ts';
import type { GateRun } from './gateWatch.ts';
import { explainGone } from './phaseGone.ts';
import { recordStep } from './recordStep.ts';
import { reveal } from './reveal.ts';
import { runStep, startStep } from './stepRun.ts';
import { explainDistrust, mayAct } from './trust.ts';

const { t } = vscode.l10n;

/** Where and how to go through a gate. */
export interface GateVisit {
  /** Begins with the step that stands there. */
  readonly from?: Located | null | undefined;
  /** Ends with the result of that step. */
  readonly once?: boolean | undefined;
  /** Only the steps somebody chose, watched by them. */
  readonly run?: Partial<GateRun> | undefined;
}

/**
 * Goes through the steps of a phase's gate, one by one. What was recorded stands in the document and nowhere else; only the place where
 * a person stopped is remembered, so that the next run goes on there.
 */
export async function runGate(app: App, folder: vscode.WorkspaceFolder, gate: GateRef, visit: GateVisit = {}): Promise<void> {
  if (!mayAct()) return explainDistrust();
  const { runs } = app;
  const { token, watch, keys = null } = visit.run ?? {};
  const place = `gate:${folder.uri}:${gate.phase}`;
  const context = { folder, timeout: 0, watch, token };
  let chosen = keys;
  let at = chosen ? chosen[0] : app.context.workspaceState.get<string>(place);
  let { from } = visit;
  let overview = false;
  // Once chosen, for every step of this visit.
  let keep = false;
  // Where the run before stopped, unless that step has got a result since.
  let resuming = !chosen;
  while (!token?.isCancellationRequested) {
    const answer = await gateOf(app, folder, gate);
    if (!answer) return explainGone(gate);
    const placed = (step: Step): Step => (commandsRunIn(folder) ? step : { ...step, elsewhere: true });
    const [all, earlier] = [answer.steps.map(placed), answer.earlier.map(placed)];
    context.timeout = answer.timeout;
    const steps = chosen ? all.filter(({ key }) => chosen?.includes(key)) : all;
    if (steps.length === 0) return explainNothing(app, folder, gate);
    const asked = from && steps.find(({ path, line }) => path === from?.path && line === from?.line);
    const known = asked ?? steps.find(({ key, standing }) => key === at && !(resuming && standing !== 'open'));
    const step: Step | undefined = overview ? undefined : (known ?? (chosen ? undefined : nextOpen(steps)));
    resuming = false;
    from = undefined;
    if (step) {
      at = step.key;
      if (!chosen) await app.context.workspaceState.update(place, at);
      const said = await goThrough(step, steps);
      if (said === 'stop') return;
      if (said === 'overview') overview = true;
      else if (said !== 'again') {
        if (visit.once) return;
        at = said;
      }
      // What somebody else asked for is done.
      if (keys && (overview || !at)) return;
      overview ||= !at;
      if (!chosen) await app.context.workspaceState.update(place, at);
      continue;
    }
    if (keys) return;
    chosen = null;
    const next = await askOverview(gate.phase, all, earlier);
    if (next.kind === 'stop') return;
    if (next.kind === 'step') at = next.key;
    else if (next.kind === 'steps') [chosen, at] = [next.keys, next.keys[0]];
    else if (next.kind === 'run-all') await runAll(all.filter(needsRun), true);
    else if (next.kind === 'run-earlier') await runAll(earlier.filter(isRunnable), false);
    else {
      await vscode.commands.executeCommand(next.command, { folder, phase: gate.phase, document: gate.document });
      return;
    }
    overview = next.kind === 'run-earlier' || (next.kind === 'run-all' && nextOpen(all) === undefined);
  }

  /** Asks about one step. The answer is the key of the step to go to, or what to do instead; without a key there is no further one. */
  async function goThrough(step: Step, steps: readonly Step[]): Promise<string | 'stop' | 'overview' | 'again' | undefined> {
    const line = { folder: folder.uri, path: step.path, line: step.line };
    // Not waited for: opening the first document of a language may take seconds.
    void reveal(line);
    const answer = await askResult({ phase: gate.phase, steps, step, run: runs.of(folder, step), keep, token });
    if (answer === 'stop' || answer === 'overview') return answer;
    if (answer === 'back') return steps[steps.indexOf(step) - 1]?.key ?? 'overview';
    if (answer === 'show') {
      await reveal(line, { takeFocus: true });
      return 'stop';
    }
    if (answer === 'defer') {
      await deferWork(app, folder, gate, step.title);
      return 'again';
    }
    if (answer === 'keep') {
      keep = !keep;
      return 'again';
    }
    if (answer === 'run') {
      const run = await runStep(step, context);
      if (run) runs.add(folder, run);
      return 'again';
    }
    if (answer === 'run-all') {
      const recorded = await runAll(steps.filter(chosen ? isRunnable : needsRun), true);
      if (chosen) return steps.find(({ key }) => !recorded.includes(key))?.key;
      return nextOpen((await gateOf(app, folder, gate))?.steps ?? [])?.key;
    }
    if (!(await record(step, answer))) return 'again';
    if (chosen) return steps[steps.indexOf(step) + 1]?.key;
    return nextOpen((await gateOf(app, folder, gate))?.steps ?? [], step.key)?.key;
  }

  /** Runs what can be run, after one question about the whole list; what did as expected can be recorded at once. */
  async function runAll(steps: readonly Step[], recordable: boolean): Promise<readonly string[]> {
    if (!(await agreesToAll(steps, folder))) return [];
    for (const [index, step] of steps.entries()) {
      const run = await startStep(step, context, `${index + 1}/${steps.length} `);
      runs.add(folder, run);
      if (run.ended === 'stopped' || token?.isCancellationRequested) return [];
    }
    if (!recordable) return [];
    const recorded: string[] = [];
    const passed = steps.filter((step) => runs.of(folder, step)?.result === 'pass');
    for (const step of await askPassed(passed, steps.length)) {
      const said = { outcome: 'pass', note: null, run: runs.of(folder, step), keep } as const;
      if (!(await recordStep(app, folder, gate, step, said))) break;
      recorded.push(step.key);
      runs.settle(said.run);
      watch?.recorded(step.key, 'pass', null, said.run?.milliseconds);
    }
    return recorded;
  }

  async function record(step: Step, answer: Answer): Promise<boolean> {
    const outcome = answer === 'pass-note' ? 'pass' : (answer as 'pass' | 'fail' | 'skip' | 'blocked');
    const run = runs.of(folder, step);
    const note = answer === 'pass' ? '' : await askNote(outcome, step, run);
    if (note === undefined) return false;
    if (!(await recordStep(app, folder, gate, step, { outcome, note, run, keep }))) return false;
    runs.settle(run);
    watch?.recorded(step.key, outcome, note || null, run?.milliseconds);
    return true;
  }
}

async function explainNothing(app: App, folder: vscode.WorkspaceFolder, gate: GateRef): Promise<void> {
  const source = sourceOf(await app.plans.outline(folder), gate);
  if (source) await reveal({ folder: folder.uri, ...source });
  const what = t(
    'Phase {0} has nothing to go through: no condition, and no manual test. A test is a list item with “Command:” and “Expected:” below it.',
    gate.phase,
  );
  void vscode.window.showWarningMessage(what);
}
