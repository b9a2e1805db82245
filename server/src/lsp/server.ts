import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
  type InitializeParams,
} from 'vscode-languageserver';
import type { Host } from '../host/host.ts';
import { capabilities, foldersOf, toClient } from './client.ts';
import { refresher } from './features/refresh.ts';
import { listingWatchers, watchers } from './features/watching.ts';
import { serveFeatures } from './features.ts';
import { listening, messageOf } from './guard.ts';
import { serveOwnProtocol } from './ownProtocol.ts';
import { protocol } from './protocol.ts';
import { serveSync } from './sync.ts';
import { openWorkspace } from './workspace.ts';

/**
 * Serves an editor over a connection until it goes away. Never runs a command and never writes a file.
 * @param hostOf the files of a workspace folder, by its URI
 */
export function serve(connection: Connection, hostOf: (uri: string) => Host): void {
  const log = (message: string, error: unknown) =>
    connection.console.error(`${message}: ${error instanceof Error ? (error.stack ?? error.message) : messageOf(error)}`);
  const refresh = refresher(connection);
  const workspace = openWorkspace({
    hostOf,
    log,
    publish: (params) => void connection.sendDiagnostics(params).catch(ignore),
    listing: () => watchFiles(),
    planChanged(news) {
      void connection.sendNotification(protocol.planChanged, news).catch(ignore);
      const folder = workspace.folder(news.folder);
      if (folder) refresh(folder, workspace.client);
    },
  });
  let asked: InitializeParams | undefined;
  let watching = false;
  const watch = (list: FileSystemWatcher[]) =>
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: list }).catch(ignore);
  const watchFiles = () => {
    if (!watching && workspace.client.watchers) watch(listingWatchers);
    watching = true;
  };

  connection.onInitialize((params) => {
    asked = params;
    return capabilities;
  });
  connection.onInitialized(
    listening(log, 'Starting', () => {
      if (!asked) return;
      const client = toClient(asked);
      workspace.start(client, foldersOf(asked));
      if (client.watchers) watch(watchers);
      if (asked.capabilities.workspace?.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(
          listening(log, 'Changing the folders', ({ added, removed }) => {
            for (const { uri } of removed) workspace.remove(uri);
            for (const { uri } of added) workspace.add(uri);
          }),
        );
      }
    }),
  );
  serveSync(connection, workspace, log);
  serveFeatures(connection, workspace, log);
  serveOwnProtocol(connection, workspace, log);
  connection.listen();
}

/** Nobody listens any more: the connection is closing. */
function ignore(): void {}
