import * as vscode from 'vscode';
import type { EditAnswer, WorkspaceEdit } from '../../server/src/lsp/protocol.ts';
import type { App } from './app.ts';
import { explainDistrust, mayAct } from './trust.ts';

/** A change of documents that the server works out. */
export interface Writing<Params> {
  readonly method: string;
  /** Asked for again when a document changed meanwhile. */
  readonly params: () => Params | Promise<Params>;
  /** Called with each edit before it is applied. */
  readonly seen?: (edit: WorkspaceEdit) => void;
  /** Shows what was written, and leaves the keyboard where it is. */
  readonly show?: boolean;
  /** What to say when nothing was written, before the reason. */
  readonly failed: string;
}

/**
 * Asks the server for an edit and applies it as one undo step. Where a document changes in between, the edit is worked out anew.
 * False when nothing was written; a person was told why.
 */
export async function writeEdit<Params>(
  { server }: App,
  { method, params, seen, show = false, failed }: Writing<Params>,
): Promise<boolean> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const edit = await server.request<EditAnswer>(method, await params());
    if ('refused' in edit) {
      void vscode.window.showWarningMessage(`${failed}: ${edit.refused}`);
      return false;
    }
    seen?.(edit);
    // The last moment before something is written.
    if (!mayAct()) {
      explainDistrust();
      return false;
    }
    if (await server.apply(edit)) {
      if (show) await showFirst(edit);
      return true;
    }
  }
  void vscode.window.showWarningMessage(`${failed}: ${vscode.l10n.t('the documents changed meanwhile.')}`);
  return false;
}

async function showFirst({ documentChanges = [] }: WorkspaceEdit): Promise<void> {
  const first = documentChanges.find((change) => 'textDocument' in change);
  const line = first && 'edits' in first ? first.edits[0]?.range.start.line : undefined;
  if (!first || !('textDocument' in first) || line === undefined) return;
  const options = { preserveFocus: true, preview: false, selection: new vscode.Range(line, 0, line, 0) };
  await vscode.window.showTextDocument(vscode.Uri.parse(first.textDocument.uri), options).then(undefined, () => undefined);
}
