import * as vscode from 'vscode';
import { type EditAnswer, type FillInArguments, type FixParams, protocol } from '../../server/src/lsp/protocol.ts';
import { actor } from './actor.ts';
import type { App } from './app.ts';
import { explainDistrust, mayAct } from './trust.ts';

const { t } = vscode.l10n;

/** Asks for the words that a quick fix needs in other documents, one question after the other; Escape leaves everything as it was. */
export async function fillInFix({ server }: App, { uri, rule, title, blanks }: FillInArguments): Promise<void> {
  if (!mayAct()) return explainDistrust();
  const words: string[] = [];
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri));
  for (const [index, { prompt, answer, optional }] of blanks.entries()) {
    const said = await vscode.window.showInputBox({
      title: blanks.length > 1 ? `${title} (${index + 1}/${blanks.length})` : title,
      prompt,
      value: answer === 'name' && folder ? ((await actor(folder.uri)) ?? '') : '',
      ignoreFocusOut: true,
      validateInput: (text) => complaint(text.trim(), answer, optional),
    });
    if (said === undefined) return;
    words.push(said);
  }
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const edit = await server.request<EditAnswer>(protocol.fix, { uri, rule, title, words } satisfies FixParams);
    if ('refused' in edit) return void vscode.window.showWarningMessage(`${title}: ${edit.refused}`);
    // As with every quick fix, what it changes is left to be looked at, undone or saved.
    if (await server.apply(edit)) {
      vscode.window.setStatusBarMessage(`$(check) ${title}`, 5000);
      return;
    }
  }
  void vscode.window.showWarningMessage(t('{0}: the documents changed meanwhile.', title));
}

function complaint(text: string, answer: 'name' | 'day' | undefined, optional: boolean | undefined): string | undefined {
  if (text === '') return optional ? undefined : t('A few words are needed: they are kept in the plan.');
  if (answer === 'day' && !/^\d{4}-\d{2}-\d{2}$/.test(text)) return t('A day is written as 2026-12-01.');
  return undefined;
}
