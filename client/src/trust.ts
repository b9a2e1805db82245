import * as vscode from 'vscode';

/**
 * Whether a command of a document may be run. Asked right before every start of a process, and nowhere else is a process of a
 * document's making started.
 */
export function mayRun(): boolean {
  return vscode.workspace.isTrusted;
}

/** Says why nothing runs, and offers the way to change it. */
export async function explainDistrust(): Promise<void> {
  const manage = vscode.l10n.t('Manage Workspace Trust');
  const message = vscode.l10n.t('This workspace is not trusted, so Phasewise runs no commands of its documents.');
  if ((await vscode.window.showWarningMessage(message, manage)) === manage) {
    await vscode.commands.executeCommand('workbench.trust.manage');
  }
}
