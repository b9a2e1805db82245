import { realpathSync } from 'node:fs';
import { earlierSteps, lineAt, type Project, type RunReport, type Step, type StepRun, stepsOf } from '../core/index.ts';
import { judge } from '../run/judge.ts';
import { runStep, type StepEnd } from '../run/runStep.ts';
import { printablePath } from './format/printable.ts';
import { runEnd, runHead, runOutput } from './format/runText.ts';
import { agrees, type Runnable, refusalOf, shownCommand } from './gateConsent.ts';
import { type Scene, whyNotNow } from './gateScene.ts';
import type { Terminal } from './terminal.ts';

export interface RunOptions {
  /** Whether the command line itself agrees to run what the plan holds. */
  readonly agreed: boolean;
  /** For each command, in seconds. */
  readonly timeout: number;
}

/** What was run, for the verdict and for the report; null when it was interrupted. */
export type Ran = { readonly runs: readonly StepRun[]; readonly reports: readonly RunReport[] } | null;

/**
 * Runs the commands of a gate after they were shown and agreed to: those of the phase, then those of earlier phases that a machine can
 * judge again. Right before each one starts, its document is read again: what is not there any more as it was shown does not run.
 */
export async function runGate(scene: Scene, options: RunOptions, terminal: Terminal): Promise<Ran> {
  const { project, plan, phase, root } = scene;
  const own = stepsOf(project, plan, phase).filter(({ mark }) => mark !== 'waived');
  const all = [
    ...own.map((step) => placed(step, false, project)),
    ...earlierSteps(project, plan, phase).map((step) => placed(step, true, project)),
  ];
  const named = all.flatMap((one) => (one.step.command === null ? [] : [one as Runnable]));
  const runnable = named.filter(({ step }) => refusalOf(step.command) === null);
  const refused = named.filter(({ step }) => refusalOf(step.command) !== null);
  const reports: RunReport[] = refused.map((one) => notRun(one, refusalOf(one.step.command) ?? ''));
  for (const { path, line, why, command } of reports)
    terminal.err(`Not run, because ${why}:\n     ${shownCommand(command)}\n     ${printablePath(path)}:${line}\n`);
  if (runnable.length === 0) {
    terminal.err('There is no command to run.\n');
    return { runs: [], reports };
  }
  const folder = realpathSync(root.folder);
  if (!(await agrees(runnable, folder, options, terminal))) return { runs: [], reports };
  const controller = new AbortController();
  const unlisten = terminal.onInterrupt(() => controller.abort());
  try {
    const runs: StepRun[] = [];
    const known = new Map<string, StepEnd>();
    for (const [index, one] of runnable.entries()) {
      const { step } = one;
      terminal.err(runHead(one, `${index + 1}/${runnable.length}`, terminal));
      // The same question has the same answer in one call; a manual test may ask it twice on purpose.
      const question = JSON.stringify([step.command, step.expectation]);
      const before = step.kind === 'test' && !one.earlier ? undefined : known.get(question);
      const why = before ? null : await whyNotNow(step, folder, scene);
      if (why !== null) {
        reports.push(notRun(one, why));
        terminal.err(`  not run: ${why}\n`);
        continue;
      }
      const show = runOutput(terminal);
      const end =
        before ??
        (await runStep(step.command, folder, { timeout: options.timeout, signal: controller.signal, onOutput: show.add }));
      show.end();
      known.set(question, end);
      if (controller.signal.aborted) return null;
      const judgement = judge(step.expectation, end);
      const run = { key: step.key, command: step.command, exitCode: end.exitCode, result: judgement.result, output: end.output };
      runs.push(run);
      reports.push({ ...notRun(one, null), ...run, failed: judgement.failed, milliseconds: end.milliseconds, cut: end.cut });
      terminal.err(runEnd(judgement, end, before !== undefined, options.timeout, terminal));
    }
    return { runs, reports };
  } finally {
    unlisten();
  }
}

function placed(step: Step, earlier: boolean, { sources }: Project) {
  const source = sources.get(step.at.path);
  return { step, earlier, line: source ? lineAt(source, step.at.start) + 1 : 1 };
}

function notRun({ step, earlier, line }: Runnable, why: string | null): RunReport {
  const { key, kind, title, command, phase } = step;
  const nothing = { result: 'not-run', why, failed: [], exitCode: null, milliseconds: 0, output: '', cut: false } as const;
  return { key, kind, title, command, phase, earlier, path: step.at.path, line, ...nothing };
}
