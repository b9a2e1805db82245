import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { type PlanChangedParams, protocol, type StatusAnswer } from '../../server/src/lsp/protocol.ts';
import { builtCli } from './built.ts';

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Diagnostic {
  readonly range: Range;
  readonly severity: number;
  readonly code?: string;
  readonly source: string;
  readonly message: string;
  readonly codeDescription?: { readonly href: string };
  readonly data?: unknown;
}

export interface Publication {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** An editor without a face: it talks to the built server over its standard input and output. */
export interface LspClient {
  readonly process: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly connection: MessageConnection;
  /** Everything that was published, in order. */
  readonly publications: readonly Publication[];
  readonly news: readonly PlanChangedParams[];
  /** Lines of the log, and what the server wrote to standard error. */
  readonly log: readonly string[];
  /** Capabilities the server registered by itself: method and options. */
  readonly registrations: readonly { readonly method: string; readonly registerOptions: unknown }[];
  readonly exit: Promise<number | null>;
  /** What the editor shows for a document now. */
  shown(uri: string): readonly Diagnostic[];
  open(uri: string, text: string, languageId?: string): void;
  /** Replaces a range, or without one the whole text. */
  change(uri: string, text: string, range?: Range): void;
  close(uri: string): void;
  watched(...changes: { uri: string; type: 1 | 2 | 3 }[]): void;
  request<Result>(method: string, params: unknown): Promise<Result>;
  notify(method: string, params: unknown): void;
  /** Settles when the server has read, judged and published all it was told. */
  settled(): Promise<StatusAnswer>;
  /** Settles when the condition holds; fails after ten seconds. The condition is tried after every message. */
  until(what: string, holds: () => boolean): Promise<void>;
}

export interface ClientOptions {
  readonly folders: readonly string[];
  readonly capabilities?: object;
  readonly initializationOptions?: object;
}

/** What VS Code says it can do, as far as the server asks. */
export const richCapabilities = {
  workspace: {
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** Starts the server and a client for it; both end with the test. */
export async function startClient({
  folders,
  capabilities = richCapabilities,
  initializationOptions,
}: ClientOptions): Promise<LspClient> {
  const client = spawnClient();
  await client.request('initialize', {
    processId: process.pid,
    rootUri: folders[0] ?? null,
    workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
    capabilities,
    initializationOptions,
  });
  client.notify('initialized', {});
  return client;
}

/** Starts the server; nothing is said to it yet. */
export function spawnClient(): LspClient {
  const server = spawn(process.execPath, [builtCli, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const publications: Publication[] = [];
  const news: PlanChangedParams[] = [];
  const log: string[] = [];
  const registrations: { method: string; registerOptions: unknown }[] = [];
  const versions = new Map<string, number>();
  let tries: (() => void)[] = [];
  const heard = () => {
    for (const attempt of [...tries]) attempt();
  };

  connection.onNotification('textDocument/publishDiagnostics', (params: Publication) => {
    publications.push(params);
    heard();
  });
  connection.onNotification(protocol.planChanged, (params: PlanChangedParams) => {
    news.push(params);
    heard();
  });
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    log.push(message);
    heard();
  });
  connection.onRequest('client/registerCapability', (params: { registrations: typeof registrations }) => {
    registrations.push(...params.registrations);
    heard();
    return null;
  });
  connection.onError(() => undefined);
  server.stdin.on('error', () => undefined);
  server.stderr.on('data', (data) => log.push(String(data)));
  const exit = new Promise<number | null>((resolve) => server.once('exit', (code) => resolve(code)));
  connection.listen();
  onTestFinished(() => {
    connection.dispose();
    server.kill('SIGKILL');
  });

  const client: LspClient = {
    process: server,
    connection,
    publications,
    news,
    log,
    registrations,
    exit,
    shown: (uri) => publications.findLast((one) => one.uri === uri)?.diagnostics ?? [],
    open(uri, text, languageId = 'markdown') {
      versions.set(uri, 1);
      client.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    },
    change(uri, text, range) {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      const change = range ? { range, text } : { text };
      client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] });
    },
    close: (uri) => client.notify('textDocument/didClose', { textDocument: { uri } }),
    watched: (...changes) => client.notify('workspace/didChangeWatchedFiles', { changes }),
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => void connection.sendNotification(method, params).catch(() => undefined),
    settled: () => client.request(protocol.status, { settled: true }),
    until: (what, holds) =>
      new Promise((resolve, reject) => {
        const deadline = setTimeout(() => {
          finish();
          reject(new Error(`Ten seconds passed without: ${what}. Log:\n${log.join('\n')}`));
        }, 10_000);
        const attempt = () => {
          if (!holds()) return;
          finish();
          resolve();
        };
        const finish = () => {
          clearTimeout(deadline);
          tries = tries.filter((one) => one !== attempt);
        };
        tries.push(attempt);
        attempt();
      }),
  };
  return client;
}
