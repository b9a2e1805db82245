import * as vscode from 'vscode';
import { type GitRepository, gitApi } from './gitExtension.ts';

/** The files of the workspace that differ from the last commit, as Git's extension knows them; none without it. */
export class ChangedFiles {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listeners = new Map<GitRepository, vscode.Disposable>();
  readonly #disposables: vscode.Disposable[] = [this.#changed];

  /** Fires when a file was changed, added, deleted or committed. */
  readonly onDidChange = this.#changed.event;

  /** Begins to listen. Git's extension is not waited for. */
  start(): void {
    void gitApi().then((git) => {
      if (!git) return;
      for (const repository of git.repositories) this.#follow(repository);
      this.#disposables.push(
        git.onDidOpenRepository((repository) => this.#follow(repository)),
        git.onDidCloseRepository((repository) => {
          this.#listeners.get(repository)?.dispose();
          this.#listeners.delete(repository);
          this.#changed.fire();
        }),
      );
    });
  }

  /** In the order of their paths, each once. */
  get uris(): readonly vscode.Uri[] {
    const byKey = new Map<string, vscode.Uri>();
    for (const { state } of this.#listeners.keys()) {
      const all = [state.mergeChanges, state.indexChanges, state.workingTreeChanges, state.untrackedChanges ?? []];
      for (const { uri } of all.flat()) if (vscode.workspace.getWorkspaceFolder(uri)) byKey.set(uri.toString(), uri);
    }
    return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, uri]) => uri);
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables, ...this.#listeners.values()).dispose();
  }

  #follow(repository: GitRepository): void {
    this.#listeners.set(
      repository,
      repository.state.onDidChange(() => this.#changed.fire()),
    );
    this.#changed.fire();
  }
}
