import * as vscode from 'vscode';
import type { App } from './app.ts';
import { stepsWithoutCurrent } from './nextSteps.ts';
import { pin } from './pin.ts';
import { reveal } from './reveal.ts';
import { phaseName, plain } from './words.ts';

const { t } = vscode.l10n;

/** What a click on the status-bar item offers: the current phase, why it is that one, and what can be done about it. */
export async function showCurrentPhase(app: App): Promise<void> {
  const folder = app.plans.active;
  if (!folder) return;
  const phases = await app.plans.phases([folder]);
  const current = phases.find(({ phase }) => phase.current);
  const { current: news, noCurrent } = app.plans.news(folder) ?? {};
  const command = (icon: string, label: string, run: () => unknown) => ({ label: `$(${icon}) ${label}`, run });
  const items = [
    ...(current
      ? [
          command('go-to-file', t('Reveal the phase in its document'), () =>
            reveal({ folder: folder.uri, ...current.phase.source }, { takeFocus: true }),
          ),
          command('checklist', t('Run gate checklist'), () =>
            vscode.commands.executeCommand('phasewise.runGate', {
              folder,
              phase: current.phase.id,
              document: current.phase.source.path,
            }),
          ),
        ]
      : []),
    ...(noCurrent ? stepsWithoutCurrent(noCurrent.why, t) : []).map((step) =>
      command(step.icon, step.label, () => vscode.commands.executeCommand(step.command)),
    ),
    ...(noCurrent?.why === 'pinned'
      ? []
      : [command('pin', t('Pin another phase as current…'), () => vscode.commands.executeCommand('phasewise.pinPhase'))]),
    ...(news?.pinned ? [command('pinned', t('Unpin'), () => pin(app, folder, null))] : []),
    command('list-tree', t('Show the plan'), () => vscode.commands.executeCommand('phasewise.plan.focus')),
  ];
  const title = current ? plain(phaseName(current.phase, t)) : t('No current phase');
  const chosen = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: t('Why: {0}', news?.reason ?? noCurrent?.reason ?? t('No phase of this plan is under way.')),
  });
  await chosen?.run();
}
