import { Uri } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { quiet } from './quietClient.ts';

/** A client, and what only its kind of server can tell. `web/serverProcess.ts` is the same for a server in a worker. */
export interface ServerLink {
  readonly client: LanguageClient;
  /** The process of the server, while it runs. */
  readonly pid: () => number | undefined;
  /** Whether somebody has a debugger in it, who may stop it as long as they like. */
  readonly debugged: () => boolean;
}

/** A client whose server is a process of Node.js. @param extension where the extension is installed */
export function serverOf(extension: Uri, options: LanguageClientOptions): ServerLink {
  const module = Uri.joinPath(extension, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6011'] } };
  const client = quiet(new LanguageClient('phasewise', 'Phasewise', { run, debug }, options));
  return { client, pid: () => client.serverProcess?.pid, debugged: () => client.isInDebugMode };
}
