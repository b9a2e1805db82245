import * as vscode from 'vscode';
import type { EditAnswer } from '../../server/src/lsp/protocol.ts';
import type { App } from './app.ts';
import { explainDistrust, mayAct } from './trust.ts';

/** A change of documents that the server works out. */
export interface Writing<Params> {
  readonly method: string;
  /** Asked for again when a document changed meanwhile. */
  readonly params: () => Params | Promise<Params>;
  /** What to say when nothing was written, before the reason. */
  readonly failed: string;
}

/**
 * Asks the server for an edit and applies it as one undo step. Where a document changes in between, the edit is worked out anew.
 * False when nothing was written; a person was told why.
 */
export async function writeEdit<Params>({ server }: App, { method, params, failed }: Writing<Params>): Promise<boolean> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const edit = await server.request<EditAnswer>(method, await params());
    if ('refused' in edit) {
      void vscode.window.showWarningMessage(`${failed}: ${edit.refused}`);
      return false;
    }
    // The last moment before something is written.
    if (!mayAct()) {
      explainDistrust();
      return false;
    }
    if (await server.apply(edit)) return true;
  }
  void vscode.window.showWarningMessage(`${failed}: ${vscode.l10n.t('the documents changed meanwhile.')}`);
  return false;
}
