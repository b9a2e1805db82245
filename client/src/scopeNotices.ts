import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { type DocumentParams, protocol } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';

/**
 * Tells the server which files are being edited, by name alone: once at the first edit, and once more when the file is again what it
 * was. Whether that is out of scope, and how to say it, is the server's business; no text of these files leaves the editor.
 */
export function watchEdits(server: Server): vscode.Disposable {
  /** The files edited in this session, with the digest of their bytes before the first edit; null where they could not be read. */
  const edited = new Map<string, Promise<string | null>>();
  const tell = (method: string, uri: string) => server.notify(method, { uri } satisfies DocumentParams);
  const forget = (uri: string) => edited.delete(uri) && tell(protocol.untouched, uri);

  const changed = ({ document, contentChanges }: vscode.TextDocumentChangeEvent) => {
    const uri = document.uri.toString();
    // The editor tells of a document that became clean (saved, undone) with an event without changes.
    if (edited.has(uri) && contentChanges.length === 0 && !document.isDirty) return compare(document);
    if (edited.has(uri) || contentChanges.length === 0 || !isFileOfWorkspace(document)) return undefined;
    edited.set(uri, digest(document.uri));
    return tell(protocol.touched, uri);
  };
  /** Forgets a file of which nothing is unsaved and whose bytes are those from before. */
  const compare = async ({ uri }: vscode.TextDocument) => {
    const [before, now] = await Promise.all([edited.get(uri.toString()), digest(uri)]);
    if (typeof before === 'string' && before === now) forget(uri.toString());
  };
  const gone = (uris: readonly vscode.Uri[]) => {
    for (const uri of uris) forget(uri.toString());
  };

  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(changed),
    vscode.workspace.onDidSaveTextDocument(compare),
    // A file closed without saving has lost its edits.
    vscode.workspace.onDidCloseTextDocument(compare),
    vscode.workspace.onDidDeleteFiles(({ files }) => gone(files)),
    vscode.workspace.onDidRenameFiles(({ files }) => gone(files.map(({ oldUri }) => oldUri))),
    // A server that comes back knows nothing of the edits before.
    server.onDidChangeState((state) => {
      if (state === 'running') for (const uri of edited.keys()) tell(protocol.touched, uri);
    }),
  );
}

function isFileOfWorkspace({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === 'file' && vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}

async function digest(uri: vscode.Uri): Promise<string | null> {
  try {
    return createHash('sha256')
      .update(await vscode.workspace.fs.readFile(uri))
      .digest('hex');
  } catch {
    return null;
  }
}
