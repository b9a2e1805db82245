import type { Connection } from 'vscode-languageserver';
import { cameOrWent, holdsText } from './features/watching.ts';
import { type Log, listening } from './guard.ts';
import type { Workspace } from './workspace.ts';

/** Keeps the workspace in step with what is open in the editor and with what happens on disk. */
export function serveSync(connection: Connection, workspace: Workspace, log: Log): void {
  const { documents } = workspace;
  connection.onDidOpenTextDocument(
    listening(log, 'Opening a document', (params) => {
      documents.open(params);
      workspace.hold(params.textDocument.uri, false);
    }),
  );
  connection.onDidChangeTextDocument(
    listening(log, 'Changing a document', (params) => {
      if (documents.change(params)) workspace.hold(params.textDocument.uri, true);
    }),
  );
  connection.onDidSaveTextDocument(
    listening(log, 'Saving a document', (params) => {
      const { uri } = params.textDocument;
      if (documents.save(params)) {
        log('A change of a document was misunderstood', `${uri} was taken whole from the editor`);
        workspace.hold(uri, false);
      }
      workspace.saved(uri);
    }),
  );
  connection.onDidCloseTextDocument(
    listening(log, 'Closing a document', ({ textDocument: { uri } }) => {
      documents.close(uri);
      workspace.release(uri);
    }),
  );
  connection.onDidChangeWatchedFiles(
    listening(log, 'Watching files', ({ changes }) => {
      workspace.disturb(changes.map(({ uri }) => uri).filter(holdsText));
      workspace.comeOrGo(changes.filter(cameOrWent).map(({ uri }) => uri));
    }),
  );
  const moved = (uris: readonly string[]) => {
    workspace.disturb(uris);
    workspace.comeOrGo(uris);
  };
  connection.workspace.onDidCreateFiles(listening(log, 'Creating files', ({ files }) => moved(files.map((file) => file.uri))));
  connection.workspace.onDidDeleteFiles(listening(log, 'Deleting files', ({ files }) => moved(files.map((file) => file.uri))));
  connection.workspace.onDidRenameFiles(
    listening(log, 'Renaming files', ({ files }) => moved(files.flatMap((file) => [file.oldUri, file.newUri]))),
  );
}
