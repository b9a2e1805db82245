import * as vscode from 'vscode';
import { protocol, type RecordAttemptParams } from '../../server/src/lsp/protocol.ts';
import { actor } from './actor.ts';
import type { App } from './app.ts';
import { choose } from './choose.ts';
import { type GateRef, gateOf, paramsOf } from './gateRequest.ts';
import type { Step } from './gateSteps.ts';
import { headOf } from './gitExtension.ts';
import { explainGone } from './phaseGone.ts';
import { today } from './today.ts';
import { explainDistrust, mayAct } from './trust.ts';
import { plain, withoutIcons } from './words.ts';
import { writeEdit } from './writeEdit.ts';

const { t } = vscode.l10n;

/**
 * Writes a try to pass a gate into its history: what failed and what happened there, or what was done about the failure before. One undo
 * takes it back.
 */
export async function recordAttempt(app: App, folder: vscode.WorkspaceFolder, gate: GateRef): Promise<void> {
  if (!mayAct()) return explainDistrust();
  const answer = await gateOf(app, folder, gate);
  if (!answer) return explainGone(gate);
  const failed = answer.steps.filter(({ standing }) => standing === 'fail');
  // The last attempt failed, and nothing says what was done about it.
  const waits = answer.report.requirements.some(({ id, state }) => id === 'attempts' && state === 'fail');
  const outcome = await choose<RecordAttemptParams['outcome'] | undefined>({
    title: t('Attempt at the gate of phase {0}', gate.phase),
    placeholder: t('This is written into the documents; one undo takes it back'),
    items: [
      ...(waits ? [{ answer: 'fix' as const, label: `$(tools) ${t('Write down what was done about the failure…')}` }] : []),
      ...(failed.length > 0
        ? [{ answer: 'fail' as const, label: `$(error) ${t('Record that the gate failed')}`, description: namesOf(failed) }]
        : []),
      ...(failed.length === 0 && !waits
        ? [{ answer: 'fail' as const, label: `$(error) ${t('Record that the gate failed, and say why…')}` }]
        : []),
      ...(answer.report.pass ? [{ answer: 'pass' as const, label: `$(pass) ${t('Record that the gate passed')}` }] : []),
    ],
    stop: undefined,
  });
  if (!outcome) return;
  const note = await askWords(outcome, failed.length === 0);
  if (note === undefined) return;
  const items = outcome === 'fail' ? failed.map(({ title, note: said }) => ({ step: plain(title), note: said })) : [];
  const commit = await headOf(folder.uri);
  const who = { date: today(), actor: await actor(folder.uri), commit: commit?.slice(0, 12) ?? null };
  const params: RecordAttemptParams = { ...paramsOf(folder, gate), outcome, items, note: note || null, ...who };
  const failure = t('The attempt was not written');
  if (!(await writeEdit(app, { method: protocol.recordAttempt, params: () => params, show: true, failed: failure }))) return;
  const next =
    outcome === 'fail' ? t('mend it, write down how, and go through what failed again') : t('“Run gate checklist” goes on');
  vscode.window.setStatusBarMessage(`$(history) ${t('The attempt is written down; next: {0}', next)}`, 8000);
}

function namesOf(steps: readonly Step[]): string {
  return withoutIcons(steps.map(({ title }) => plain(title)).join(', '));
}

/** The words on an attempt; undefined when it was cancelled. */
async function askWords(outcome: RecordAttemptParams['outcome'], nothingFailed: boolean): Promise<string | undefined> {
  if (outcome === 'pass') return '';
  const needed = outcome === 'fix' || nothingFailed;
  return vscode.window.showInputBox({
    prompt: outcome === 'fix' ? t('What was done about the failure?') : t('What is there to say about the attempt as a whole?'),
    placeHolder: needed ? '' : t('optional'),
    ignoreFocusOut: true,
    validateInput: (text) => (needed && text.trim() === '' ? t('A few words are needed: they are kept in the plan.') : undefined),
  });
}
