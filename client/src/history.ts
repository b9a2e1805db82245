import * as vscode from 'vscode';
import { type HistoryParams, protocol } from '../../server/src/lsp/protocol.ts';
import { ChangedFiles } from './changedFiles.ts';
import { pathIn, repositoryOf } from './gitExtension.ts';
import { historyAnswer, repositoryMark } from './historyAnswer.ts';
import type { Plans } from './plans.ts';
import type { Server } from './server.ts';

/** A checkout changes many files one after the other. Milliseconds. */
const quiet = 1000;

/**
 * Tells the server what Git's history says of the time since evidence was gathered: when the plan asks about other commits or days, when
 * another commit is checked out, when other files differ from it. In an untrusted workspace and without Git nothing is told.
 */
export class History implements vscode.Disposable {
  readonly #told = new Map<string, string>();
  readonly #disposables: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round = 0;

  constructor(
    private readonly server: Server,
    private readonly plans: Plans,
    files: ChangedFiles = new ChangedFiles(),
  ) {
    const soon = () => this.#tellSoon();
    this.#disposables = [
      files,
      files.onDidChange(soon),
      plans.onDidChange(soon),
      // A server that came back knows nothing.
      server.onDidChangeState(() => this.#told.clear()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => files.start()),
    ];
    files.start();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #tellSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#tell().catch(() => undefined), quiet);
  }

  async #tell(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    for (const folder of this.plans.folders) {
      const asks = this.plans.news(folder)?.asks;
      if (!asks || asks.commits.length + asks.days.length === 0) continue;
      const repository = await repositoryOf(folder.uri);
      if (!repository) continue;
      const key = folder.uri.toString();
      const mark = JSON.stringify([asks, repositoryMark(repository)]);
      if (this.#told.get(key) === mark) continue;
      const shallow = vscode.Uri.joinPath(repository.rootUri, '.git', 'shallow');
      const isWhole = () => Promise.resolve(vscode.workspace.fs.stat(shallow)).then(no, yes);
      const since = await historyAnswer(repository, asks, (uri) => pathIn(folder, uri as vscode.Uri), isWhole);
      // What was asked before the last change is out of date.
      if (round !== this.#round) return;
      this.#told.set(key, mark);
      const params: HistoryParams = { folder: key, since };
      await this.server.notify(protocol.history, params);
    }
  }
}

const yes = () => true;
const no = () => false;
