import * as vscode from 'vscode';
import { type DeferParams, protocol } from '../../server/src/lsp/protocol.ts';
import type { App } from './app.ts';
import { choose } from './choose.ts';
import { type GateRef, paramsOf } from './gateRequest.ts';
import { explainDistrust, mayAct } from './trust.ts';
import { phaseName, plain, statusWord, withoutIcons } from './words.ts';
import { writeEdit } from './writeEdit.ts';

const { t } = vscode.l10n;

/**
 * Moves unfinished work to a later phase: the entry among what was deferred and the new task, linked both ways, as one undo step. What it
 * changes is left to be looked at or saved. True when it was written.
 *
 * @param what the id or title of a task, or the title of a step
 */
export async function deferWork(app: App, folder: vscode.WorkspaceFolder, gate: GateRef, what: string): Promise<boolean> {
  if (!mayAct()) {
    explainDistrust();
    return false;
  }
  const title = t('Defer “{0}”', plain(what));
  const to = await askPhase(app, folder, gate, title);
  if (to === undefined) return false;
  const why = await vscode.window.showInputBox({
    title,
    prompt: t('Why later? The reason is written into the plan.'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? t('A few words are needed: they are kept in the plan.') : undefined),
  });
  if (why === undefined) return false;
  const params: DeferParams = { ...paramsOf(folder, gate), what, to, why: why.trim() };
  const failed = t('Nothing was deferred');
  if (!(await writeEdit(app, { method: protocol.defer, params: () => params, show: true, failed }))) return false;
  vscode.window.setStatusBarMessage(`$(arrow-right) ${t('Deferred to phase {0}', to)}`, 5000);
  return true;
}

/** The later phases of the same plan that are not finished. */
async function askPhase(
  app: App,
  folder: vscode.WorkspaceFolder,
  { phase, document }: GateRef,
  title: string,
): Promise<string | undefined> {
  const all = await app.plans.phases([folder]);
  const from = all.find(({ plan, phase: { id } }) => id === phase && (document === null || plan.documents.includes(document)));
  const phases = from ? from.plan.phases.slice(from.plan.phases.indexOf(from.phase) + 1) : [];
  const later = phases.filter(({ derived }) => !statusWord(derived, t).closed);
  if (later.length === 0) {
    void vscode.window.showWarningMessage(t('There is no later phase that could take it.'));
    return undefined;
  }
  return choose<string | undefined>({
    title,
    placeholder: t('To which phase?'),
    items: later.map((one) => ({
      label: withoutIcons(phaseName(one, t)),
      description: statusWord(one.derived, t).word,
      answer: one.id,
    })),
    stop: undefined,
  });
}
