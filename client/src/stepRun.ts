import type * as vscode from 'vscode';
import { type RunEnd, runCommand } from './commandRun.ts';
import { agreesTo } from './consent.ts';
import { askWhileRunning } from './gateRunView.ts';
import type { Step } from './gateSteps.ts';
import type { GateWatch } from './gateWatch.ts';
import { plain } from './words.ts';

/** What a command did that was run for a step in this session. */
export interface StepRun extends Omit<RunEnd, 'ended'> {
  readonly key: string;
  /** The exact characters that ran; the text of the step may be another one by now. */
  readonly command: string;
  /** `running`: a person went on while it runs, as with a server. */
  readonly ended: RunEnd['ended'] | 'running';
}

/** What a run needs to know of the checklist it belongs to. */
export interface RunContext {
  readonly folder: vscode.WorkspaceFolder;
  /** In seconds. */
  readonly timeout: number;
  readonly watch: GateWatch | undefined;
  readonly token: vscode.CancellationToken | undefined;
}

/** Runs the command of a step if it is runnable, the workspace is trusted and a person agrees to exactly these characters. */
export async function runStep(step: Step, context: RunContext): Promise<StepRun | undefined> {
  return (await agreesTo(step, context.folder)) ? startStep(step, context, '') : undefined;
}

/**
 * Runs a command that a person has agreed to, and waits for its end, for somebody who stops it, or for somebody who goes on.
 *
 * @param progress stands before the title: "2/5 "
 */
export async function startStep(step: Step, { folder, timeout, watch, token }: RunContext, progress: string): Promise<StepRun> {
  const { key, command, title, expectation } = { ...step, command: step.command ?? '' };
  watch?.started(key);
  const print = watch && ((text: string) => watch.printed(key, text));
  const running = await runCommand(command, plain(title), folder, { expectation, timeout, print });
  const cancelled = token?.onCancellationRequested(() => running.stop());
  const answer = await askWhileRunning(`${progress}${plain(title)}`, running.ended, token);
  if (answer === 'stop') running.stop();
  if (answer === 'on' && !token?.isCancellationRequested) {
    running.leave();
    return { key, command, ...running.soFar(), ended: 'running' };
  }
  const end = await running.ended;
  cancelled?.dispose();
  return { key, command, ...end };
}
