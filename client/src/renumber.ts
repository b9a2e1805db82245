import * as vscode from 'vscode';
import { type InsertPhaseParams, protocol, type RenumberAnswer, type RenumberParams } from '../../server/src/lsp/protocol.ts';
import type { App } from './app.ts';
import { agreeTo } from './editPreview.ts';
import type { GateRef } from './gateRequest.ts';
import { explainDistrust, mayAct } from './trust.ts';

const { t } = vscode.l10n;

/** A phase in its folder. */
type Placed = GateRef & { readonly folder: vscode.WorkspaceFolder };

/** Asks what the new phase is called, and shows everything that would change before it does. */
export async function addPhase(app: App, { folder, phase, document }: Placed): Promise<void> {
  if (!mayAct()) return explainDistrust();
  const title = await vscode.window.showInputBox({
    title: t('Add a phase behind phase {0}', phase),
    prompt: t('What is it called? Later phases move up by one, with everything that names them.'),
    validateInput: (text) => (/^\s*$|\|/.test(text) ? t('A title is one line of words without “|”.') : undefined),
  });
  if (title === undefined) return;
  const params: InsertPhaseParams = { folder: folder.uri.toString(), document, after: phase, title };
  await change(app, () => app.server.request<RenumberAnswer>(protocol.insertPhase, params), t('The phase was not added'));
}

/** Asks for the new number of a phase, and shows everything that would change before it does. */
export async function renumberPhase(app: App, { folder, phase, document }: Placed): Promise<void> {
  if (!mayAct()) return explainDistrust();
  const to = await vscode.window.showInputBox({
    title: t('Renumber phase {0}', phase),
    prompt: t('Its new number. Where that is taken, the phases between move by one.'),
    value: phase,
    validateInput: (text) =>
      /^\s*(?:\d{1,4}|[A-Za-z])\s*$/.test(text) ? undefined : t('A number, or a letter where phases have letters.'),
  });
  if (to === undefined || to.trim() === phase) return;
  const params: RenumberParams = { folder: folder.uri.toString(), document, from: phase, to: to.trim() };
  await change(app, () => app.server.request<RenumberAnswer>(protocol.renumber, params), t('The phase was not renumbered'));
}

/** Applies an answer as one step that can be undone, once the person has looked at it. */
async function change({ server }: App, ask: () => Promise<RenumberAnswer>, failed: string): Promise<void> {
  const answer = await ask();
  if ('refused' in answer) return void vscode.window.showWarningMessage(`${failed}: ${answer.refused}`);
  if (!(await agreeTo(answer.edit, answer.label))) return;
  if (!(await server.apply(answer.edit)))
    return void vscode.window.showWarningMessage(`${failed}: ${t('the documents changed meanwhile.')}`);
  if (answer.warnings.length > 0) void vscode.window.showInformationMessage(answer.warnings.join(' '));
}
