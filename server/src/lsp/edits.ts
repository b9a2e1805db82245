import { type Edit, settingsPath } from '../core/index.ts';
import { toRange } from './convert.ts';
import type { Folder } from './folder.ts';
import type { CreateFile, TextDocumentEdit, TextEdit, WorkspaceEdit } from './protocol.ts';
import type { Session } from './session.ts';
import { toUri } from './uris.ts';

/**
 * Edits as one undoable step of the editor. Documents that are open carry their version, so that an editor refuses the edit when they
 * have changed meanwhile. A file that does not exist yet is created first.
 */
export function toWorkspaceEdit({ client, documents }: Session, folder: Folder, edits: readonly Edit[]): WorkspaceEdit {
  const { sources } = folder.project;
  const byUri = new Map<string, { path: string; edits: TextEdit[] }>();
  for (const edit of edits) {
    const uri = folder.openUri(edit.path) ?? toUri(folder.uri, edit.path);
    const one = byUri.get(uri) ?? { path: edit.path, edits: [] };
    one.edits.push({ range: toRange(edit, sources), newText: edit.text });
    byUri.set(uri, one);
  }
  if (!client.documentChanges) return { changes: Object.fromEntries([...byUri].map(([uri, one]) => [uri, one.edits])) };
  return {
    documentChanges: [...byUri].flatMap(([uri, one]): (TextDocumentEdit | CreateFile)[] => {
      const change = { textDocument: { uri, version: documents.get(uri)?.version ?? null }, edits: one.edits };
      const isNew = client.createFile && one.path === settingsPath && !sources.has(one.path);
      return isNew ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] : [change];
    }),
  };
}
