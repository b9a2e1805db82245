import * as vscode from 'vscode';
import type { WorkspaceEdit } from '../../server/src/lsp/protocol.ts';

/**
 * Makes an edit and saves the documents that it changed, except those in which a person had unsaved changes: those stay theirs to save.
 * @param make applies the edit; false where it was refused
 * @returns what `make` said
 */
export async function saving(edit: WorkspaceEdit, make: () => Promise<boolean>): Promise<boolean> {
  const uris = new Set([
    ...Object.keys(edit.changes ?? {}),
    ...(edit.documentChanges ?? []).map((change) => ('textDocument' in change ? change.textDocument.uri : change.uri)),
  ]);
  const known = vscode.workspace.textDocuments;
  const unsaved = new Set(known.filter((document) => document.isDirty).map((document) => document.uri.toString()));
  if (!(await make())) return false;
  for (const text of uris) {
    const uri = vscode.Uri.parse(text);
    if (!unsaved.has(uri.toString())) await (await vscode.workspace.openTextDocument(uri)).save();
  }
  return true;
}
