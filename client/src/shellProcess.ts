import { spawn } from 'node:child_process';
import { printable } from './commandText.ts';

/** A command line that was given to the system's shell. */
export interface ShellProcess {
  /** Settles when it and everything that holds its output has ended: its exit code, or null when it was ended or could not start. */
  readonly ended: Promise<number | null>;
  /** Gives it input. */
  readonly write: (text: string) => void;
  /** Ends it and all it started: politely, and after a moment by force. */
  readonly stop: () => void;
}

/** What is shown of a command's output, in UTF-16 units; a command that prints without end must not fill the memory. */
export const mostOutput = 256 * 1024;

/** How long a process has to end by itself after it was asked to, in milliseconds. */
const patience = 1500;

/**
 * Starts a command, byte for byte as given, in a process group of its own.
 *
 * @param print receives what it prints, without anything that steers a terminal, and at last `tooMuch` where it printed too much
 */
export function startShell(command: string, cwd: string, print: (text: string) => void, tooMuch: string): ShellProcess {
  const child = spawn(command, {
    cwd,
    shell: true,
    detached: process.platform !== 'win32',
    env: environment(),
    windowsHide: true,
  });
  let printed = 0;
  const show = (output: string) => {
    if (printed > mostOutput) return;
    print(printable(output.slice(0, mostOutput - printed)));
    printed += output.length;
    if (printed > mostOutput) print(`\n${tooMuch}\n`);
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', show);
  // It may end before it has read its input.
  child.stdin.on('error', () => {});

  let running = true;
  const ended = new Promise<number | null>((resolve) => {
    const finish = (code: number | null) => {
      running = false;
      resolve(code);
    };
    child.on('error', (error) => {
      show(error.message);
      finish(null);
    });
    // Not `exit`: what it left running in the background still counts.
    child.on('close', finish);
  });
  const stop = () => {
    if (!running || child.pid === undefined) return;
    end(child.pid, 'SIGTERM');
    setTimeout(() => running && child.pid !== undefined && end(child.pid, 'SIGKILL'), patience);
  };
  return { ended, stop, write: (text) => child.stdin.write(text) };
}

/** Ends a process and all it started: on POSIX its process group, on Windows its tree. */
function end(pid: number, signal: NodeJS.Signals): void {
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** The environment of the editor without what is meant for the editor's own processes. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name)));
}
