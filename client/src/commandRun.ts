import * as vscode from 'vscode';
import type { Expectation } from '../../server/src/lsp/protocol.ts';
import { type Judgement, judge } from '../../server/src/run/judge.ts';
import { printable } from '../../server/src/run/output.ts';
import { type ShellProcess, startShell } from '../../server/src/run/shellProcess.ts';
import { mayAct } from './trust.ts';

const { t } = vscode.l10n;

/** How a command ended, and what of it was expected. */
export interface RunEnd extends Judgement {
  /** Null when it did not end by itself. */
  readonly exitCode: number | null;
  /** At most 64 KB of what it printed, its beginning and its end, without anything that steers a terminal. */
  readonly output: string;
  /** Whether something of the output was left out. */
  readonly cut: boolean;
  readonly ended: 'exit' | 'timeout' | 'stopped' | 'failed-to-start';
  readonly milliseconds: number;
}

/** A command that was started. */
export interface Running {
  /** Settles when it and everything it started has ended. */
  readonly ended: Promise<RunEnd>;
  /** What it has printed so far, and for how long it has run. */
  readonly soFar: () => RunEnd;
  /** Ends it and everything it started. */
  readonly stop: () => void;
  /** Lets it run as long as it likes, as a server does. */
  readonly leave: () => void;
}

/** How a command is run. */
export interface RunOptions {
  /** What the run is compared with. */
  readonly expectation: Expectation;
  /** In seconds; then it is ended. */
  readonly timeout: number;
  /** Receives what it prints. */
  readonly print?: ((text: string) => void) | undefined;
}

/**
 * Runs a command of a document as a task in the terminal panel. The caller has shown these exact characters and a person has agreed.
 *
 * The process is our own and not a shell task's: a task's command line goes through variable substitution first (`${command:…}` would
 * run an editor command), so what runs would not be what was shown.
 */
export async function runCommand(
  command: string,
  title: string,
  folder: vscode.WorkspaceFolder,
  options: RunOptions,
): Promise<Running> {
  const terminal = new CommandTerminal(command, folder.uri.fsPath, options);
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
  return terminal;
}

class CommandTerminal implements vscode.Pseudoterminal, Running {
  readonly #write = new vscode.EventEmitter<string>();
  readonly #close = new vscode.EventEmitter<number | undefined>();
  readonly #began = Date.now();
  #process: ShellProcess | undefined;
  #timer: NodeJS.Timeout | undefined;
  #how: RunEnd['ended'] = 'stopped';
  #end: (end: RunEnd) => void = () => {};

  constructor(
    private readonly command: string,
    private readonly cwd: string,
    private readonly options: RunOptions,
  ) {}

  readonly onDidWrite = this.#write.event;
  readonly onDidClose = this.#close.event;
  readonly ended = new Promise<RunEnd>((resolve) => {
    this.#end = resolve;
  });

  open(): void {
    this.#print(`${this.command}\n\n`);
    // The last moment before the process starts: nothing that happened since the question counts.
    if (!mayAct()) {
      this.#finish(null, 'failed-to-start');
      return;
    }
    const print = (text: string) => {
      this.options.print?.(text);
      this.#print(text);
    };
    this.#process = startShell(this.command, this.cwd, print, t('The rest of the output is not shown.'));
    void this.#process.ended.then((code) =>
      this.#finish(code, code !== null ? 'exit' : this.#process?.failedToStart ? 'failed-to-start' : this.#how),
    );
    this.#timer = setTimeout(() => {
      this.#how = 'timeout';
      this.#process?.stop();
    }, this.options.timeout * 1000);
  }

  /** Called when the terminal is closed. */
  close(): void {
    this.stop();
  }

  stop(): void {
    if (this.#process) this.#process.stop();
    // Closed before it was opened: nothing will ever start.
    else this.#end(this.#judged({ exitCode: null, output: '', cut: false, ended: 'stopped' }));
  }

  leave(): void {
    clearTimeout(this.#timer);
  }

  soFar(): RunEnd {
    const { text: output, cut } = this.#process?.output() ?? { text: '', cut: false };
    return this.#judged({ exitCode: null, output, cut, ended: 'exit' });
  }

  handleInput(data: string): void {
    if (data === '\x03') {
      this.stop();
      return;
    }
    const text = data.replaceAll('\r', '\n');
    this.#process?.write(text);
    this.#print(printable(text));
  }

  #print(text: string): void {
    this.#write.fire(text.replaceAll('\n', '\r\n'));
  }

  #finish(exitCode: number | null, ended: RunEnd['ended']): void {
    clearTimeout(this.#timer);
    const { text: output, cut } = this.#process?.output() ?? { text: '', cut: false };
    const end = this.#judged({ exitCode, output, cut, ended });
    this.#print(`\n${this.#wordsOf(end)}\n`);
    // Without a code the editor says nothing of its own about how it ended.
    this.#close.fire(exitCode ?? undefined);
    this.#end(end);
  }

  #judged(end: Omit<RunEnd, 'milliseconds' | keyof Judgement>): RunEnd {
    return { ...end, ...judge(this.options.expectation, end), milliseconds: Date.now() - this.#began };
  }

  #wordsOf({ exitCode, ended, milliseconds }: RunEnd): string {
    const seconds = (milliseconds / 1000).toFixed(1);
    if (ended === 'timeout') return t('Ended by Phasewise after {0} s.', this.options.timeout);
    if (ended === 'stopped') return t('Stopped.');
    if (ended === 'failed-to-start')
      return mayAct() ? t('It could not be started.') : t('Not run: this workspace is not trusted.');
    return t('Ended with exit code {0} after {1} s.', exitCode ?? 0, seconds);
  }
}
