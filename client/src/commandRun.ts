import * as vscode from 'vscode';
import { printable } from './commandText.ts';
import { type ShellProcess, startShell } from './shellProcess.ts';
import { mayAct } from './trust.ts';

const { t } = vscode.l10n;

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
  const { Always } = vscode.TaskRevealKind;
  task.presentationOptions = {
    reveal: Always,
    focus: false,
    panel: vscode.TaskPanelKind.Shared,
    clear: true,
    showReuseMessage: false,
  };
  await vscode.tasks.executeTask(task);
  return { ended: terminal.ended, stop: () => terminal.close() };
}

class CommandTerminal implements vscode.Pseudoterminal {
  readonly #write = new vscode.EventEmitter<string>();
  readonly #close = new vscode.EventEmitter<number | undefined>();
  #process: ShellProcess | undefined;
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
      this.#finish(null, t('Not run: this workspace is not trusted.'));
      return;
    }
    const print = (text: string) => this.#print(text);
    this.#process = startShell(this.command, this.cwd, print, t('The rest of the output is not shown.'));
    void this.#process.ended.then((code) => {
      this.#finish(code, code === null ? t('Stopped.') : t('Ended with exit code {0}.', code));
    });
  }

  /** Called when the terminal is closed, and to stop the command. */
  close(): void {
    if (this.#process) this.#process.stop();
    // Closed before it was opened: nothing will ever start.
    else this.#end(null);
  }

  handleInput(data: string): void {
    if (data === '\x03') return void this.close();
    const text = data.replaceAll('\r', '\n');
    this.#process?.write(text);
    this.#print(printable(text));
  }

  #print(text: string): void {
    this.#write.fire(text.replaceAll('\n', '\r\n'));
  }

  #finish(code: number | null, how: string): void {
    this.#print(`\n${how}\n`);
    // Without a code the editor says nothing of its own about how it ended.
    this.#close.fire(code ?? undefined);
    this.#end(code);
  }
}
