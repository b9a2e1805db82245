import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { constants } from 'node:os';
import { Harmless, Kept } from './output.ts';
import { endTree, endTreeAtOnce, runMark } from './processTree.ts';

/** A command line that was given to the system's shell. */
export interface ShellProcess {
  /**
   * Settles when it and everything that holds its output has ended: its exit code (128 and more when a signal ended it), or null when it
   * was ended by `stop` or could not start.
   */
  readonly ended: Promise<number | null>;
  /** Whether it could not start; meaningful once it has ended. */
  readonly failedToStart: boolean;
  /** Gives it input. */
  readonly write: (text: string) => void;
  /** Ends it and all it started: politely, and after a moment by force. It has ended within two seconds. */
  readonly stop: () => void;
  /** What was kept of its output so far: at most 64 KB, beginning and end, without anything that steers a terminal. */
  readonly output: () => { readonly text: string; readonly cut: boolean };
}

/** What is shown of a command's output, in UTF-16 units; a command that prints without end must not fill the memory. */
export const mostOutput = 256 * 1024;

/**
 * Starts a command, byte for byte as given, in a process group of its own. This is the only place where a process of a document's making
 * starts: whoever calls it has shown these characters to a person who agreed.
 *
 * @param print receives what it prints, without anything that steers a terminal, and at last `tooMuch` where it printed too much
 * @param input whether it can be given input; without it, it reads an empty one
 */
export function startShell(
  command: string,
  cwd: string,
  print: (text: string) => void,
  tooMuch: string,
  input = true,
): ShellProcess {
  const mark = randomBytes(12).toString('hex');
  const child = spawn(command, {
    cwd,
    shell: true,
    detached: process.platform !== 'win32',
    env: { ...environment(), [runMark]: mark },
    windowsHide: true,
    stdio: [input ? 'pipe' : 'ignore', 'pipe', 'pipe'],
  });
  const kept = new Kept();
  let printed = 0;
  const show = (output: string) => {
    if (output === '') return;
    kept.add(output);
    if (printed > mostOutput) return;
    print(output.slice(0, mostOutput - printed));
    printed += output.length;
    if (printed > mostOutput) print(`\n${tooMuch}\n`);
  };
  const streams = [child.stdout, child.stderr].map((stream) => ({ stream, harmless: new Harmless() }));
  for (const { stream, harmless } of streams) {
    stream?.setEncoding('utf8').on('data', (piece: string) => show(harmless.take(piece)));
  }
  // It may end before it has read its input.
  child.stdin?.on('error', () => {});

  let running = true;
  let failedToStart = false;
  let stopping = false;
  let settle: (code: number | null) => void = () => {};
  // The window was closed, the program ends: nobody would be left to end it.
  const leave = () => child.pid !== undefined && endTreeAtOnce(child.pid, mark);
  process.once('exit', leave);
  const ended = new Promise<number | null>((resolve) => {
    settle = (code) => {
      if (!running) return;
      running = false;
      process.off('exit', leave);
      for (const { harmless } of streams) show(harmless.end());
      resolve(code);
    };
  });
  child.on('error', (error) => {
    failedToStart = true;
    show(error.message);
    settle(null);
  });
  // Not `exit`: what it left running in the background still counts.
  child.on('close', (code, signal) => {
    if (!stopping) settle(code ?? 128 + (signal ? constants.signals[signal] : 0));
  });
  const stop = async () => {
    if (!running || stopping || child.pid === undefined) return;
    stopping = true;
    await endTree(child.pid, mark);
    // Whatever still holds the output is not waited for.
    for (const { stream } of streams) stream?.destroy();
    settle(null);
  };
  return {
    ended,
    get failedToStart() {
      return failedToStart;
    },
    stop: () => void stop(),
    write: (text) => child.stdin?.write(text),
    output: () => ({ text: kept.text, cut: kept.cut }),
  };
}

/** The environment without what is meant for an editor's own processes. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name)));
}
