import * as vscode from 'vscode';
import { protocol, type RecordOutcomeParams, type WorkspaceEdit } from '../../server/src/lsp/protocol.ts';
import { actor } from './actor.ts';
import type { App } from './app.ts';
import { type GateRef, paramsOf } from './gateRequest.ts';
import type { Step } from './gateSteps.ts';
import { pathIn, repositoryOf } from './gitExtension.ts';
import { uncommitted } from './historyAnswer.ts';
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
  /** Keeps what it printed in a file below the evidence folder. */
  readonly keep?: boolean;
}

/** Writes a result into the document: the smallest edit, one undo step. False when nothing could be written; a person was told why. */
export async function recordStep(
  app: App,
  folder: vscode.WorkspaceFolder,
  gate: GateRef,
  step: Step,
  { outcome, note, run, keep = false }: Said,
): Promise<boolean> {
  const failed = t('The result was not written');
  const uri = vscode.Uri.joinPath(folder.uri, ...step.path.split('/'));
  // Open, so that the edit is made for a version and a change in between is noticed.
  const opened = await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
  if (!opened) {
    void vscode.window.showWarningMessage(`${failed}: ${t('{0} cannot be opened.', step.path)}`);
    return false;
  }
  const repository = await repositoryOf(folder.uri);
  const params: RecordOutcomeParams = {
    ...{ ...paramsOf(folder, gate), key: step.key, line: step.line - 1, title: step.title },
    // What was shown is what is recorded: with another command by now, the result would be about something else.
    ...{ command: step.command, outcome, note: note || null, date: today(), actor: await actor(folder.uri) },
    ...{ commit: repository?.state.HEAD?.commit?.slice(0, 12) ?? null, exitCode: run?.exitCode ?? null },
    uncommitted: repository ? uncommitted(repository).flatMap(({ uri }) => pathIn(folder, uri) ?? []) : [],
    run: keep && run ? { folder: '', output: run.output } : null,
  };
  let created: readonly vscode.Uri[] = [];
  const seen = (edit: WorkspaceEdit) => {
    created = createdBy(edit);
  };
  const written = await writeEdit(app, { method: protocol.recordOutcome, params: () => params, seen, failed });
  // A new file without its text would be left behind by whoever closes the editor.
  if (written) for (const one of created) await (await vscode.workspace.openTextDocument(one)).save();
  return written;
}

function createdBy({ documentChanges = [] }: WorkspaceEdit): readonly vscode.Uri[] {
  return documentChanges.flatMap((one) => ('kind' in one && one.kind === 'create' ? [vscode.Uri.parse(one.uri)] : []));
}
