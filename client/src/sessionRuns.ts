import * as vscode from 'vscode';
import type { StepRun as CountedRun } from '../../server/src/lsp/protocol.ts';
import type { StepRun } from './stepRun.ts';

/**
 * How commands ended that were run in this window, by step. They help a person to decide and count in the verdict, until a file is saved
 * that is no document of a plan: then they say nothing of what is there now. What lasts is what is written in the documents.
 */
export class SessionRuns {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #byFolder = new Map<string, Map<string, StepRun>>();

  /** Fires when a command has ended. */
  readonly onDidChange = this.#changed.event;

  readonly #settled = new WeakSet<StepRun>();

  constructor() {
    vscode.workspace.onDidSaveTextDocument(({ uri, languageId }) => {
      const folder = vscode.workspace.getWorkspaceFolder(uri);
      if (!folder || languageId === 'markdown' || languageId === 'yaml') return;
      if (this.#byFolder.delete(folder.uri.toString())) this.#changed.fire();
    });
  }

  /** The last run of a step that nothing was recorded of yet, unless its command is another one by now. */
  of(folder: vscode.WorkspaceFolder, step: { readonly key: string; readonly command: string | null }): StepRun | undefined {
    const run = this.#byFolder.get(folder.uri.toString())?.get(step.key);
    return run && run.command === step.command && !this.#settled.has(run) ? run : undefined;
  }

  /** A result was recorded of a run: it proposes nothing any more. */
  settle(run: StepRun | undefined): void {
    if (run) this.#settled.add(run);
  }

  add(folder: vscode.WorkspaceFolder, run: StepRun): void {
    const id = folder.uri.toString();
    this.#byFolder.set(id, (this.#byFolder.get(id) ?? new Map()).set(run.key, run));
    this.#changed.fire();
  }

  /** What counts in a verdict: everything that has ended. */
  counted(folder: vscode.WorkspaceFolder): readonly CountedRun[] {
    return [...(this.#byFolder.get(folder.uri.toString())?.values() ?? [])]
      .filter(({ ended }) => ended !== 'running')
      .map(({ key, command, exitCode, result }) => ({ key, command, exitCode, result, output: '' }));
  }
}
