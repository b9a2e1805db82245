import * as vscode from 'vscode';
import { type MoveStatusParams, protocol } from '../../server/src/lsp/protocol.ts';
import type { App } from './app.ts';
import type { GateRef } from './gateRequest.ts';
import { statusWord, type Translate } from './words.ts';
import { writeEdit } from './writeEdit.ts';

const { t } = vscode.l10n;

/** Moves a phase to a status wherever its documents state it, as one undo step. False when nothing was written. */
export function moveTo(
  app: App,
  folder: vscode.WorkspaceFolder,
  gate: GateRef,
  status: MoveStatusParams['status'],
): Promise<boolean> {
  const params: MoveStatusParams = { folder: folder.uri.toString(), ...gate, status };
  return writeEdit(app, { method: protocol.moveStatus, params: () => params, failed: t('The status was not moved') });
}

/** A status as a person reads it. */
export function statusName(status: string, translate: Translate): string {
  return statusWord(status, translate).word || status;
}
