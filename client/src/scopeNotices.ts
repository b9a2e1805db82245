import * as vscode from 'vscode';
import { type DocumentParams, protocol } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';

/** Undone edits are looked for when nobody types: a whole text is compared. Milliseconds. */
const quiet = 150;

/** A file that was edited in this session. */
interface Edited {
  /** Digest of its bytes before the first edit; null where they could not be read. */
  readonly before: Promise<string | null>;
  /** Whether the server takes it for edited. */
  told: boolean;
  timer?: ReturnType<typeof setTimeout>;
}

/**
 * Tells the server which files are being edited, by name alone: once at the first edit, and once more when the file is again what it
 * was. Whether that is out of scope, and how to say it, is the server's business; no text of these files leaves the editor.
 */
export function watchEdits(server: Server): vscode.Disposable {
  const edited = new Map<string, Edited>();
  const tell = (uri: string, file: Edited, told: boolean) => {
    if (file.told === told) return;
    file.told = told;
    server.notify(told ? protocol.touched : protocol.untouched, { uri } satisfies DocumentParams);
  };

  const changed = ({ document, contentChanges }: vscode.TextDocumentChangeEvent) => {
    const uri = document.uri.toString();
    const known = edited.get(uri);
    // The editor tells of a document that became clean (saved, undone) with an event without changes.
    if (contentChanges.length === 0) return known && !document.isDirty ? compareFile(document) : undefined;
    if (!known && !isFileOfWorkspace(document)) return undefined;
    const file = known ?? { before: digestOfFile(document.uri), told: false };
    edited.set(uri, file);
    tell(uri, file, true);
    clearTimeout(file.timer);
    file.timer = setTimeout(() => void compareText(document), quiet);
    return undefined;
  };
  /** The text is what it was before, saved or not. */
  const compareText = async (document: vscode.TextDocument) => {
    const uri = document.uri.toString();
    const file = edited.get(uri);
    const before = await file?.before;
    const { version } = document;
    const now = await digest(new TextEncoder().encode(document.getText()));
    // Typed on meanwhile: what was compared is no more.
    if (file && before && !document.isClosed && document.version === version && before === now) tell(uri, file, false);
  };
  /** Nothing is unsaved, and the bytes are those from before. */
  const compareFile = async ({ uri }: vscode.TextDocument) => {
    const file = edited.get(uri.toString());
    if (!file) return;
    const [before, now] = await Promise.all([file.before, digestOfFile(uri)]);
    if (before && before === now) tell(uri.toString(), file, false);
  };
  const gone = (uris: readonly vscode.Uri[]) => {
    for (const uri of uris.map(String)) {
      const file = edited.get(uri);
      if (file) tell(uri, file, false);
      edited.delete(uri);
    }
  };

  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(changed),
    vscode.workspace.onDidSaveTextDocument(compareFile),
    // A file closed without saving has lost its edits.
    vscode.workspace.onDidCloseTextDocument(compareFile),
    vscode.workspace.onDidDeleteFiles(({ files }) => gone(files)),
    vscode.workspace.onDidRenameFiles(({ files }) => gone(files.map(({ oldUri }) => oldUri))),
    // A server that comes back knows nothing of the edits before.
    server.onDidChangeState((state) => {
      if (state !== 'running') return;
      for (const [uri, { told }] of edited) if (told) server.notify(protocol.touched, { uri } satisfies DocumentParams);
    }),
  );
}

function isFileOfWorkspace({ uri }: vscode.TextDocument): boolean {
  return vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}

async function digestOfFile(uri: vscode.Uri): Promise<string | null> {
  try {
    return await digest(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

async function digest(bytes: Uint8Array): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).join();
}
