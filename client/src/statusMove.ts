import * as vscode from 'vscode';
import { type MoveStatusParams, protocol } from '../../server/src/lsp/protocol.ts';
import type { App } from './app.ts';
import { choose } from './choose.ts';
import { type GateRef, paramsOf } from './gateRequest.ts';
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
  const params: MoveStatusParams = { ...paramsOf(folder, gate), status };
  return writeEdit(app, { method: protocol.moveStatus, params: () => params, failed: t('The status was not moved') });
}

/** The status of a phase or stage. */
export type Status = MoveStatusParams['status'];

/** Asks for one of some statuses; undefined when it was cancelled. */
export function askStatus(statuses: readonly Status[], translate: Translate): Promise<Status | undefined> {
  const items = statuses.map((status) => ({ label: statusName(status, translate), answer: status }));
  return choose<Status | undefined>({ title: t('Move to another status'), placeholder: '', items, stop: undefined });
}

/** A status as a person reads it. */
export function statusName(status: string, translate: Translate): string {
  return statusWord(status, translate).word || status;
}
