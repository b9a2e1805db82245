import * as vscode from 'vscode';
import type { Located } from '../../server/src/lsp/protocol.ts';
import type { App } from './app.ts';
import { agreesToAll } from './consent.ts';
import { type Check, checksOf, type GateRef, needsRun, nextOpen, phaseIn } from './gateItems.ts';
import { type Answer, askNote, askResult, askTest } from './gateRunView.ts';
import type { GateRun } from './gateWatch.ts';
import { recordStep } from './recordStep.ts';
import { reveal } from './reveal.ts';
import { runStep, type StepRun, startStep } from './stepRun.ts';
import { explainDistrust, mayAct } from './trust.ts';

const { t } = vscode.l10n;

/** Where and how to go through a gate. */
export interface GateVisit {
  /** Begins with the step that stands there. */
  readonly from?: Located | null | undefined;
  /** Only the steps somebody chose, watched by them. */
  readonly run?: GateRun | undefined;
}

/** How commands ended that were run in this session, by step. What counts is written in the documents; this helps to decide. */
const runs = new Map<string, StepRun>();

/**
 * Goes through the steps of a phase's gate, one by one. What was recorded stands in the document and nowhere else; only the place where
 * a person stopped is remembered, so that the next run goes on there.
 */
export async function runGate(app: App, folder: vscode.WorkspaceFolder, gate: GateRef, visit: GateVisit = {}): Promise<void> {
  const { phase } = gate;
  const { token, watch, keys = null } = visit.run ?? {};
  const place = `gate:${folder.uri}:${phase}`;
  const nameOf = (key: string) => `${folder.uri} ${key}`;
  if (!mayAct()) return explainDistrust();
  const context = { folder, timeout: 120, watch, token };
  let at = keys ? keys[0] : app.context.workspaceState.get<string>(place);
  let { from } = visit;
  let overview = false;
  // Where the run before stopped, unless that test has got a result since.
  let resuming = !keys;
  while (!token?.isCancellationRequested) {
    const outline = await app.plans.fresh(folder);
    const all = checksOf(outline, gate);
    const checks = keys ? all.filter(({ key }) => keys.includes(key)) : all;
    if (checks.length === 0) return explainNoTests(folder, phaseIn(outline, gate)?.phase);
    const asked = from && checks.find(({ path, line }) => path === from?.path && line === from?.line);
    const known = asked ?? checks.find((check) => check.key === at && !(resuming && check.result));
    resuming = false;
    from = undefined;
    const check: Check | undefined = overview ? undefined : (known ?? (keys ? undefined : nextOpen(checks)));
    if (!check) {
      if (keys) return;
      at = await askTest(phase, checks);
      overview = false;
      if (at === undefined) return;
      continue;
    }
    at = check.key;
    if (!keys) await app.context.workspaceState.update(place, at);
    const line = { folder: folder.uri, path: check.path, line: check.line };
    // Not waited for: opening the first document of a language may take seconds.
    void reveal(line);
    const answer = await askResult({ phase, checks, check, run: runs.get(nameOf(check.key)), token });
    if (answer === 'stop') return;
    if (answer === 'overview') overview = true;
    else if (answer === 'back') {
      const before = checks[checks.indexOf(check) - 1];
      if (before) at = before.key;
      else overview = !keys;
    } else if (answer === 'show') return reveal(line, { takeFocus: true });
    else if (answer === 'run') {
      const run = await runStep(check, context);
      if (run) runs.set(nameOf(check.key), run);
    } else if (answer === 'run-all') await runAll(checks.filter(needsRun));
    else if (await record(check, answer)) {
      const later: Check | undefined = keys
        ? checks[checks.indexOf(check) + 1]
        : nextOpen(checksOf(await app.plans.fresh(folder), gate), check.key);
      at = later?.key;
      overview = !later;
      if (!keys) await app.context.workspaceState.update(place, at);
    }
  }

  /** Runs what can be run, after one question about the whole list; a person decides about each afterwards. */
  async function runAll(steps: readonly Check[]): Promise<void> {
    if (!(await agreesToAll(steps, folder))) return;
    for (const [index, step] of steps.entries()) {
      const run = await startStep(step, context, `${index + 1}/${steps.length} `);
      runs.set(nameOf(step.key), run);
      if (run.ended === 'stopped' || token?.isCancellationRequested) return;
    }
  }

  async function record(check: Check, answer: Answer): Promise<boolean> {
    const outcome = answer === 'pass-note' ? 'pass' : (answer as 'pass' | 'fail' | 'skip' | 'blocked');
    const run = runs.get(nameOf(check.key));
    const note = answer === 'pass' ? '' : await askNote(outcome, check);
    if (note === undefined) return false;
    if (!(await recordStep(app, folder, gate, check, { outcome, note, run }))) return false;
    watch?.recorded(check.key, outcome, note || null, run?.milliseconds);
    return true;
  }
}

async function explainNoTests(
  folder: vscode.WorkspaceFolder,
  phase: { readonly id: string; readonly source: { path: string; line: number } } | undefined,
) {
  if (phase) await reveal({ folder: folder.uri, ...phase.source });
  const what = t('This phase has no manual tests. A test is a list item with “Command:” and “Expected:” below it.');
  void vscode.window.showWarningMessage(what);
}
