import * as vscode from 'vscode';
import { type AddOneAnswer, type AddOneParams, protocol } from '../../server/src/lsp/protocol.ts';
import type { App } from './app.ts';
import type { GateRef } from './gateRequest.ts';
import { explainDistrust, mayAct } from './trust.ts';

const { t } = vscode.l10n;

/** Writes one more manual test or stage of a phase in the form of those it has, and selects the first words to write. */
export async function addOne(
  { server }: App,
  folder: vscode.WorkspaceFolder,
  { phase, document }: GateRef,
  what: AddOneParams['what'],
): Promise<void> {
  if (!mayAct()) return explainDistrust();
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const params: AddOneParams = { folder: folder.uri.toString(), phase, document, what };
    const answer = await server.request<AddOneAnswer>(protocol.addOne, params);
    if ('refused' in answer) return void vscode.window.showWarningMessage(answer.refused);
    if (!(await server.apply(answer.edit))) continue;
    const { start, end } = answer.first;
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    await vscode.window.showTextDocument(vscode.Uri.parse(answer.uri), { selection });
    return;
  }
  void vscode.window.showWarningMessage(t('Nothing was written: the document changed meanwhile.'));
}
