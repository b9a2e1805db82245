import { type ShellProcess, startShell } from './shellProcess.ts';

/** How the command of a step ended. */
export interface StepEnd {
  /** Null where it was ended from outside or could not start. */
  readonly exitCode: number | null;
  /** At most 64 KB of what it printed, without anything that steers a terminal. */
  readonly output: string;
  /** Whether something of the output was left out. */
  readonly cut: boolean;
  readonly ended: 'exit' | 'timeout' | 'stopped' | 'failed-to-start';
  readonly milliseconds: number;
}

export interface StepLimits {
  /** In seconds. */
  readonly timeout: number;
  /** Ends it, and all it started. */
  readonly signal?: AbortSignal;
  /** Receives what it prints while it runs, without anything that steers a terminal, up to a limit. */
  readonly onOutput?: (text: string) => void;
}

/**
 * Runs the command of a step to its end: byte for byte as given, without input, in a folder. Whoever calls it has shown these characters
 * to a person who agreed, and has looked that the document still says the same.
 */
export async function runStep(command: string, cwd: string, { timeout, signal, onOutput }: StepLimits): Promise<StepEnd> {
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  if (signal?.aborted) return { exitCode: null, output: '', cut: false, ended: 'stopped', milliseconds: 0 };
  const shell = startShell(command, cwd, onOutput ?? (() => {}), '(the rest of the output is not shown)', false);
  let ended: StepEnd['ended'] = 'exit';
  const stop = (why: 'timeout' | 'stopped') => {
    if (ended === 'exit') ended = why;
    shell.stop();
  };
  const timer = setTimeout(() => stop('timeout'), Math.min(timeout * 1000, longestTimer));
  const cancel = () => stop('stopped');
  signal?.addEventListener('abort', cancel);
  const exitCode = await shell.ended;
  clearTimeout(timer);
  signal?.removeEventListener('abort', cancel);
  return { exitCode, ...outputOf(shell), ended: shell.failedToStart ? 'failed-to-start' : ended, milliseconds: took() };
}

/** More than a timer can count. */
const longestTimer = 2 ** 31 - 1;

function outputOf(shell: ShellProcess): { output: string; cut: boolean } {
  const { text, cut } = shell.output();
  return { output: text, cut };
}
