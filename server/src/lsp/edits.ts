import { type Edit, type Fix, settingsPath } from '../core/index.ts';
import { toRange } from './convert.ts';
import type { Folder } from './folder.ts';
import type { CreateFile, TextDocumentEdit, TextEdit, WorkspaceEdit } from './protocol.ts';
import type { Session } from './session.ts';
import { toUri } from './uris.ts';

/** The edits of a fix: with tab stops where the client has them and the fix is one edit of an open document. */
export function fixEdit(session: Session, folder: Folder, fix: Fix): WorkspaceEdit {
  const plain = toWorkspaceEdit(session, folder, fix.edits);
  const [change] = plain.documentChanges ?? [];
  const single =
    fix.edits.length === 1 && plain.documentChanges?.length === 1 && change && 'edits' in change ? change : undefined;
  const [edit] = single?.edits ?? [];
  if (!fix.snippet || !session.client.snippets || !single || !edit || single.textDocument.version === null) return plain;
  const snippet = { kind: 'snippet' as const, value: fix.snippet };
  return { documentChanges: [{ textDocument: single.textDocument, edits: [{ range: edit.range, snippet }] }] };
}

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
