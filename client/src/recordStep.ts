import * as vscode from 'vscode';
import { type EditAnswer, protocol, type RecordOutcomeParams } from '../../server/src/lsp/protocol.ts';
import { actor } from './actor.ts';
import type { App } from './app.ts';
import { type Check, checksOf, type GateRef } from './gateItems.ts';
import type { StepRun } from './stepRun.ts';
import { mayAct } from './trust.ts';

const { t } = vscode.l10n;

/** What a person says about a step. */
export interface Said {
  readonly outcome: RecordOutcomeParams['outcome'];
  readonly note: string | null;
  /** The run it is about, if its command was run in this session. */
  readonly run: StepRun | undefined;
}

/** Writes a result into the document: the smallest edit, one undo step. False when nothing could be written; a person was told why. */
export async function recordStep(
  app: App,
  folder: vscode.WorkspaceFolder,
  gate: GateRef,
  step: Check,
  { outcome, note, run }: Said,
): Promise<boolean> {
  const uri = vscode.Uri.joinPath(folder.uri, ...step.path.split('/'));
  const refuse = (why: string) => {
    void vscode.window.showWarningMessage(t('The result was not written: {0}', why));
    return false;
  };
  // Open, so that the edit is made for a version and a change in between is noticed.
  const there = await vscode.workspace.openTextDocument(uri).then(
    () => true,
    () => false,
  );
  if (!there) return refuse(t('{0} cannot be opened.', step.path));
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const now = checksOf(await app.plans.fresh(folder), gate).find((one) => one.key === step.key);
    if (!now) return refuse(t('the step is no longer in {0}.', step.path));
    if (run && now.command !== run.command) return refuse(t('its command is another one than the one that was run.'));
    const said = { outcome, note: note || null, date: today(), actor: await actor(folder.uri) };
    const params: RecordOutcomeParams = { uri: uri.toString(), line: now.line - 1, title: now.title, ...said };
    const edit = await app.server.request<EditAnswer>(protocol.recordOutcome, params);
    if ('refused' in edit) return refuse(edit.refused);
    if (!mayAct()) return refuse(t('this workspace is not trusted.'));
    if (await app.server.apply(edit)) return true;
  }
  return refuse(t('{0} changed meanwhile.', step.path));
}

/** The date where the person is, as `2026-03-01`. */
export function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
