import * as vscode from 'vscode';
import type { GateRef } from './gateRequest.ts';

/** Says that a phase somebody asked for is in no plan any more. */
export function explainGone({ phase }: GateRef): void {
  void vscode.window.showWarningMessage(vscode.l10n.t('There is no phase {0} in the plan any more.', phase));
}
