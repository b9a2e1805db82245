import { type ChildProcess, spawn } from 'node:child_process';
import * as vscode from 'vscode';
import { printable } from './commandText.ts';
import { mayAct } from './trust.ts';

/** A command that was started. */
export interface Running {
  /** Settles when it has ended, with its exit code; null when it was stopped or could not start. */
  readonly ended: Promise<number | null>;
  /** Ends it and everything it started. */
  readonly stop: () => void;
}

/**
 * Runs a command of a document as a task in the terminal panel. The caller has shown these exact characters and a person has agreed.
 *
 * The process is our own and not a shell task's: a task's command line goes through variable substitution first (`${command:…}` would
 * run an editor command), so what runs would not be what was shown.
 */
export async function runCommand(command: string, title: string, folder: vscode.WorkspaceFolder): Promise<Running> {
  const terminal = new CommandTerminal(command, folder.uri.fsPath);
  const execution = new vscode.CustomExecution(async () => terminal);
  const task = new vscode.Task({ type: 'phasewise' }, folder, title, 'Phasewise', execution);
  task.presentationOptions = {
    reveal: vscode.TaskRevealKind.Always,
    focus: false,
    panel: vscode.TaskPanelKind.Shared,
    clear: true,
    showReuseMessage: false,
  };
  await vscode.tasks.executeTask(task);
  return { ended: terminal.ended, stop: () => terminal.close() };
}

/** What is shown of a command's output, in UTF-16 units; a command that prints without end must not fill the memory. */
const mostOutput = 256 * 1024;

class CommandTerminal implements vscode.Pseudoterminal {
  readonly #write = new vscode.EventEmitter<string>();
  readonly #close = new vscode.EventEmitter<number | undefined>();
  #child: ChildProcess | undefined;
  #printed = 0;
  #end: (code: number | null) => void = () => {};

  constructor(
    private readonly command: string,
    private readonly cwd: string,
  ) {}

  readonly onDidWrite = this.#write.event;
  readonly onDidClose = this.#close.event;
  readonly ended = new Promise<number | null>((resolve) => {
    this.#end = resolve;
  });

  open(): void {
    this.#print(`${this.command}\n\n`);
    // The last moment before the process starts: nothing that happened since the question counts.
    if (!mayAct()) {
      this.#finish(null, vscode.l10n.t('Not run: this workspace is not trusted.'));
      return;
    }
    const child = spawn(this.command, { cwd: this.cwd, shell: true, detached: process.platform !== 'win32', env: environment() });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => this.#show(text));
    child.on('error', (error) => this.#finish(null, error.message));
    child.on('close', (code) => {
      const how = code === null ? vscode.l10n.t('Stopped.') : vscode.l10n.t('Ended with exit code {0}.', code);
      this.#finish(code, `\n${how}`);
    });
  }

  /** Called when the terminal is closed, and to stop the command. */
  close(): void {
    const child = this.#child;
    const pid = child?.pid;
    if (pid === undefined) return;
    const runs = () => child?.exitCode === null && child.signalCode === null;
    if (runs()) end(pid, 'SIGTERM');
    setTimeout(() => runs() && end(pid, 'SIGKILL'), 1500);
  }

  handleInput(data: string): void {
    if (data === '\x03') this.close();
    else this.#type(data);
  }

  #type(data: string): void {
    this.#child?.stdin?.write(data === '\r' ? '\n' : data);
    this.#print(data === '\r' ? '\n' : printable(data));
  }

  #show(output: string): void {
    if (this.#printed > mostOutput) return;
    this.#printed += output.length;
    this.#print(printable(output).slice(0, mostOutput));
    if (this.#printed > mostOutput) this.#print(`\n${vscode.l10n.t('The rest of the output is not shown.')}\n`);
  }

  #print(text: string): void {
    this.#write.fire(text.replaceAll('\n', '\r\n'));
  }

  #finish(code: number | null, message: string): void {
    this.#print(`${printable(message)}\n`);
    // Without a code the editor says nothing of its own about how it ended.
    this.#close.fire(code ?? undefined);
    this.#end(code);
  }
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
