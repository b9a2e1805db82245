import * as vscode from 'vscode';
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts';
import type { Link, LinkOptions, LinkState } from './languageClient.ts';

/** The language server as the rest of the extension sees it: it may not be there yet, and it may die and come back. */
export class Server {
  readonly #changed = new vscode.EventEmitter<LinkState>();
  readonly #listeners: LinkOptions['listeners'][number][] = [];
  /** When the server was found hung, as milliseconds since the epoch. */
  #hangs: number[] = [];
  #link: Link | undefined;
  #state: LinkState = 'starting';

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** Fires with each new state; with `running` also when the server came back. */
  readonly onDidChangeState = this.#changed.event;

  get state(): LinkState {
    return this.#state;
  }

  /** Starts the server, or ends it and starts it anew. Never rejects: the state says how it went. */
  async start(): Promise<void> {
    const old = this.#link;
    this.#toState('starting');
    // A server that hangs does not answer the request to stop: it is ended two seconds later, and the new one need not wait for that.
    const stopped = old?.stop().catch((error) => this.log.warn(String(error)));
    await Promise.race([stopped, new Promise((resume) => old && setTimeout(resume, 500))]);
    const link = this.#open();
    this.#link = link;
    await link.ready.catch((error) => {
      this.log.error(error instanceof Error ? error : String(error));
      if (this.#link === link) this.#toState('stopped');
    });
  }

  /** Ends the server for good. */
  async stop(): Promise<void> {
    await this.#link?.stop().catch(() => undefined);
    this.#link = undefined;
  }

  /** The server's answer. Waits for a server that is still starting; rejects when there is none or it cannot answer. */
  async request<Result>(method: string, params: unknown): Promise<Result> {
    return (await this.#ready()).request<Result>(method, params);
  }

  /** Tells the server something, if there is one. What it misses while it is down is told again when it is back. */
  notify(method: string, params: unknown): void {
    if (this.#state === 'running') this.#link?.notify(method, params).catch((error) => this.log.warn(String(error)));
  }

  /** Listens to what the server tells, in this and every later start of it. Call before `start`. */
  onNotification<Params>(method: string, listener: (params: Params) => void): void {
    this.#listeners.push({ method, listener: listener as (params: unknown) => void });
  }

  /** Applies an edit the server made, as one undo step; false when a document has changed meanwhile. */
  async apply(edit: unknown): Promise<boolean> {
    return (await this.#ready()).apply(edit);
  }

  /** The process of the running server. */
  get pid(): number | undefined {
    return this.#link?.pid();
  }

  async #ready(): Promise<Link> {
    const link = this.#link;
    if (!link || this.#state === 'stopped') throw new Error(vscode.l10n.t('The Phasewise server is not running.'));
    await link.ready;
    return link;
  }

  #open(): Link {
    // A bundle of its own, loaded here and not at the top: activation must not pay for it.
    const { startLink } = require('./languageClient.js') as typeof import('./languageClient.ts');
    const link: Link = startLink({
      extension: this.context.extensionUri,
      log: this.log,
      initializationOptions: {
        docsBase: vscode.Uri.joinPath(this.context.extensionUri, 'docs', 'rules').toString(),
        // The editor's own outline lists the headings; a second one would take its place in the breadcrumbs.
        symbols: false,
        suggestAgain: 'editor.action.triggerSuggest',
        // It completes the keys from our schemas; twice the same key is once too many.
        schemas: vscode.extensions.getExtension('redhat.vscode-yaml') !== undefined,
        asks: true,
      } satisfies InitializationOptions,
      listeners: this.#listeners,
      // The end of an old server says nothing about the new one; while it starts, there is no link yet.
      onHung: () => this.#link === link && this.#restartHung(),
      onState: (state) => (state === 'starting' || this.#link === link) && this.#toState(state),
    });
    return link;
  }

  /** Starts a hung server anew. What hangs it is probably still there: after the third time in three minutes it stays down. */
  #restartHung(): void {
    this.#hangs = [...this.#hangs.filter((time) => Date.now() - time < 180_000), Date.now()];
    this.log.warn('The server does not answer; it is ended.');
    if (this.#hangs.length < 3) void this.start();
    else void this.stop().then(() => this.#toState('stopped'));
  }

  #toState(state: LinkState): void {
    if (this.#state === state) return;
    this.#state = state;
    void vscode.commands.executeCommand('setContext', 'phasewise.state', state);
    this.#changed.fire(state);
  }
}
