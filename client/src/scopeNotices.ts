import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { type DocumentParams, protocol } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';

/** A file that was edited in this session. */
interface Edited {
  /** The digest of the bytes on disk before the first edit; null where they could not be read. */
  readonly before: Promise<string | null>;
  saved: boolean;
}

/**
 * Tells the server which files are being edited, by name alone: once at the first edit, and once more when the file is again what it
 * was. Whether that is out of scope, and how to say it, is the server's business; no text of these files leaves the editor.
 */
export function watchEdits(server: Server): vscode.Disposable {
  const edited = new Map<string, Edited>();
  const tell = (method: string, uri: string) => server.notify(method, { uri } satisfies DocumentParams);
  const forget = (uri: string) => edited.delete(uri) && tell(protocol.untouched, uri);

  const changed = ({ document, contentChanges }: vscode.TextDocumentChangeEvent) => {
    const uri = document.uri.toString();
    const known = edited.get(uri);
    // Undone as far as the text on disk, and nothing was saved in between.
    if (known && !known.saved && !document.isDirty) return forget(uri);
    if (known || contentChanges.length === 0 || !isFileOfWorkspace(document)) return undefined;
    edited.set(uri, { before: digest(document.uri), saved: false });
    return tell(protocol.touched, uri);
  };
  const saved = async ({ uri }: vscode.TextDocument) => {
    const known = edited.get(uri.toString());
    if (!known) return;
    known.saved = true;
    const [before, now] = await Promise.all([known.before, digest(uri)]);
    if (before !== null && before === now) forget(uri.toString());
  };
  // A closed file that was never saved has lost its edits; a saved one keeps them.
  const closed = ({ uri }: vscode.TextDocument) => !edited.get(uri.toString())?.saved && forget(uri.toString());
  const gone = (uris: readonly vscode.Uri[]) => {
    for (const uri of uris) forget(uri.toString());
  };

  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(changed),
    vscode.workspace.onDidSaveTextDocument(saved),
    vscode.workspace.onDidCloseTextDocument(closed),
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
