import * as vscode from 'vscode';
import { type EditAnswer, type PinPhaseParams, protocol } from '../../server/src/lsp/protocol.ts';
import type { App } from './app.ts';
import { explainDistrust, mayAct } from './trust.ts';

const { t } = vscode.l10n;

/**
 * Writes the pinned phase into the folder's `phasewise.yaml`, or with null takes it out again. The file is saved unless a person had
 * unsaved changes in it.
 */
export async function pin({ server }: App, folder: vscode.WorkspaceFolder, phase: string | null): Promise<void> {
  if (!mayAct()) return explainDistrust();
  const uri = vscode.Uri.joinPath(folder.uri, 'phasewise.yaml');
  const before = await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
  const unsaved = before?.isDirty === true;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const params: PinPhaseParams = { folder: folder.uri.toString(), phase };
    const edit = await server.request<EditAnswer>(protocol.pinPhase, params);
    if ('refused' in edit) return void vscode.window.showWarningMessage(t('The phase was not pinned: {0}', edit.refused));
    if (!(await server.apply(edit))) continue;
    if (!unsaved) await (await vscode.workspace.openTextDocument(uri)).save();
    const done =
      phase === null ? t('The current phase follows from the plan again') : t('Phase {0} is pinned as the current phase', phase);
    vscode.window.setStatusBarMessage(`$(pin) ${done}`, 5000);
    return;
  }
  void vscode.window.showWarningMessage(t('The phase was not pinned: phasewise.yaml changed meanwhile.'));
}
