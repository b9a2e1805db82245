import * as vscode from 'vscode';
import { protocol, type ScopeAnswer, type UriVerdict } from '../../server/src/lsp/protocol.ts';
import { ChangedFiles } from './changedFiles.ts';
import type { Plans } from './plans.ts';
import type { Server } from './server.ts';

export { History } from './history.ts';
export { showScopeBadges } from './scopeBadges.ts';

/** Changes come in bursts (a branch is checked out, a formatter runs over everything). Milliseconds. */
const quiet = 250;
/** More changed files than these are not asked about: a change of that size is no edit. */
const most = 2000;

/** Which changed files are outside the current phase; asked of the server again when files, plan or phase change. */
export class Outside {
  readonly #changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  readonly #files = new ChangedFiles();
  readonly #disposables: vscode.Disposable[];
  #verdicts = new Map<string, UriVerdict>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round = 0;

  constructor(
    private readonly server: Server,
    plans: Plans,
  ) {
    const soon = () => this.#askSoon();
    this.#disposables = [
      this.#changed,
      this.#files,
      this.#files.onDidChange(soon),
      plans.onDidChange(soon),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#files.start()),
    ];
    this.#files.start();
  }

  /** Fires with the files whose verdict is another one. */
  readonly onDidChange = this.#changed.event;

  /** The verdict on a changed file that is outside; undefined for every other file. */
  of(uri: vscode.Uri): UriVerdict | undefined {
    return this.#verdicts.get(uri.toString());
  }

  /** Every changed file that is outside, and how many files changed in all; asked anew. */
  async all(): Promise<{ readonly outside: readonly UriVerdict[]; readonly changed: number }> {
    await this.#ask();
    return { outside: [...this.#verdicts.values()], changed: this.#files.uris.length };
  }

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #askSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask().catch(() => undefined), quiet);
  }

  async #ask(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    const uris = this.#files.uris.slice(0, most).map(String);
    const asked = uris.length > 0 ? this.server.request<ScopeAnswer>(protocol.scope, { uris }) : undefined;
    const verdicts = (await asked)?.verdicts ?? [];
    // What was asked before the last change is out of date.
    if (round !== this.#round) return;
    const before = this.#verdicts;
    this.#verdicts = new Map(verdicts.filter(({ verdict }) => verdict === 'out').map((one) => [one.uri, one]));
    const different = [...before.keys(), ...this.#verdicts.keys()].filter(
      (uri) => before.get(uri)?.message !== this.#verdicts.get(uri)?.message,
    );
    if (different.length > 0) this.#changed.fire([...new Set(different)].map((uri) => vscode.Uri.parse(uri)));
  }
}
