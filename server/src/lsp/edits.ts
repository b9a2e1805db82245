import { type Edit, lineAt, lineSpan, type Sources, snippetsOf } from '../core/index.ts';
import { toRange } from './convert.ts';
import type { Folder } from './folder.ts';
import type { CreateFile, TextDocumentEdit, TextEdit, WorkspaceEdit } from './protocol.ts';
import type { Session } from './session.ts';
import { toUri } from './uris.ts';

/**
 * Edits as one undoable step of the editor. Documents that are open carry their version, so that an editor refuses the edit when they
 * have changed meanwhile, and there the words to fill in are tab stops, where the client has them. A file that does not exist yet is
 * created first.
 */
export function toWorkspaceEdit({ client, documents }: Session, folder: Folder, edits: readonly Edit[]): WorkspaceEdit {
  const { sources } = folder.project;
  const byUri = new Map<string, { path: string; edits: Edit[] }>();
  for (const edit of edits) {
    const uri = folder.openUri(edit.path) ?? toUri(folder.uri, edit.path);
    const one = byUri.get(uri) ?? { path: edit.path, edits: [] };
    one.edits.push(edit);
    byUri.set(uri, one);
  }
  const plain = (edit: Edit): TextEdit => ({ range: toRange(edit, sources), newText: edit.text });
  if (!client.documentChanges)
    return { changes: Object.fromEntries([...byUri].map(([uri, one]) => [uri, one.edits.map(plain)])) };
  return {
    documentChanges: [...byUri].flatMap(([uri, one]): (TextDocumentEdit | CreateFile)[] => {
      const version = documents.get(uri)?.version ?? null;
      const snippets = client.snippets && version !== null ? snippetsOf(one.edits) : [];
      const changed = one.edits.map((edit, index) => {
        const value = snippets[index];
        if (value === undefined || shifts(edit, sources)) return plain(edit);
        return { range: toRange(edit, sources), snippet: { kind: 'snippet' as const, value } };
      });
      const change = { textDocument: { uri, version }, edits: changed };
      const isNew = client.createFile && !sources.has(one.path);
      return isNew ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] : [change];
    }),
  };
}

/** Editors give each further line of a snippet the indentation of the line it is put into: what has its own would be moved twice. */
function shifts({ text, start, path }: Edit, sources: Sources): boolean {
  const source = sources.get(path);
  if (!source || !text.includes('\n')) return false;
  return /^[ \t]/.test(source.text.slice(lineSpan(source, lineAt(source, start)).start, start));
}
