import * as vscode from 'vscode';

/**
 * Whether a command of a document may be run and a result written. Asked right before each start of a process and each edit; nowhere
 * else is a process of a document's making started.
 */
export function mayAct(): boolean {
  return vscode.workspace.isTrusted;
}

/** Says why nothing runs, and offers the way to change it. Does not wait for the answer. */
export function explainDistrust(): void {
  const manage = vscode.l10n.t('Manage Workspace Trust');
  const message = vscode.l10n.t(
    'This workspace is not trusted. Phasewise reads its plan, but runs no command and writes nothing until you trust it.',
  );
  void vscode.window.showWarningMessage(message, manage).then((answer) => {
    if (answer === manage) void vscode.commands.executeCommand('workbench.trust.manage');
  });
}
