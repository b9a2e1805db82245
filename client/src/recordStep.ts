import * as vscode from 'vscode';
import { protocol, type RecordOutcomeParams } from '../../server/src/lsp/protocol.ts';
import { actor } from './actor.ts';
import type { App } from './app.ts';
import type { GateRef } from './gateRequest.ts';
import type { Step } from './gateSteps.ts';
import { headOf } from './gitExtension.ts';
import type { StepRun } from './stepRun.ts';
import { today } from './today.ts';
import { writeEdit } from './writeEdit.ts';

const { t } = vscode.l10n;

/** What a person says about a step. */
export interface Said {
  readonly outcome: RecordOutcomeParams['outcome'];
  readonly note: string | null;
  /** The run it is about, if its command was run in this window. */
  readonly run: StepRun | undefined;
}

/** Writes a result into the document: the smallest edit, one undo step. False when nothing could be written; a person was told why. */
export async function recordStep(
  app: App,
  folder: vscode.WorkspaceFolder,
  gate: GateRef,
  step: Step,
  { outcome, note, run }: Said,
): Promise<boolean> {
  const failed = t('The result was not written');
  const uri = vscode.Uri.joinPath(folder.uri, ...step.path.split('/'));
  // Open, so that the edit is made for a version and a change in between is noticed.
  const opened = await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
  if (!opened) {
    void vscode.window.showWarningMessage(`${failed}: ${t('{0} cannot be opened.', step.path)}`);
    return false;
  }
  const commit = await headOf(folder.uri);
  const params: RecordOutcomeParams = {
    ...{ folder: folder.uri.toString(), ...gate, key: step.key, line: step.line - 1, title: step.title },
    // What was shown is what is recorded: with another command by now, the result would be about something else.
    ...{ command: step.command, outcome, note: note || null, date: today(), actor: await actor(folder.uri) },
    ...{ commit: commit?.slice(0, 12) ?? null, exitCode: run?.exitCode ?? null },
  };
  return writeEdit(app, { method: protocol.recordOutcome, params: () => params, failed });
}
