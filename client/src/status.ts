import * as vscode from 'vscode';
import type { Plans } from './plans.ts';
import type { Server } from './server.ts';
import { phaseName, plain, withoutIcons } from './words.ts';

const { t } = vscode.l10n;
/** A status bar is narrow: what is longer ends with an ellipsis, and stands in full in the tooltip. In UTF-16 units. */
const longest = 32;

/**
 * The one item in the status bar: the current phase of the folder a person works in, or that nobody looks after it. Hidden where there
 * is no plan.
 */
export function showStatus(server: Server, plans: Plans): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('phasewise.currentPhase', vscode.StatusBarAlignment.Left, 50);
  item.name = t('Phasewise: current phase');
  const sayStopped = () => {
    // No finding is shown while the server is down: that must not look like a plan without fault.
    item.text = `$(warning) ${t('Phasewise stopped')}`;
    item.tooltip = t('The Phasewise server stopped, and no findings are shown. Click to restart it.');
    item.accessibilityInformation = { label: item.tooltip, role: 'button' };
    item.command = 'phasewise.restartServer';
    item.show();
  };
  const update = () => {
    const folder = plans.active;
    const news = folder && plans.news(folder);
    if (!news) return item.hide();
    if (server.state === 'stopped') return sayStopped();
    item.command = 'phasewise.currentPhase';
    const { current, noCurrent, counts } = news;
    const name = current ? plain(phaseName({ id: current.phase, title: current.title }, t)) : t('No current phase');
    item.text = `$(${current?.pinned ? 'pin' : 'milestone'}) ${withoutIcons(name.length > longest ? `${name.slice(0, longest - 1)}…` : name)}`;
    const reason = current?.reason ?? noCurrent?.reason ?? t('No phase of this plan is under way.');
    const tasks = counts.tasks.total > 0 ? t('{0}/{1} tasks done in the whole plan', counts.tasks.done, counts.tasks.total) : '';
    item.tooltip = [name, t('Why: {0}', reason), noCurrent?.next ?? '', tasks].filter(Boolean).join('\n');
    item.accessibilityInformation = { label: [t('Current phase'), name, reason].join(', '), role: 'button' };
    item.show();
  };
  update();
  return vscode.Disposable.from(item, plans.onDidChange(update), vscode.window.onDidChangeActiveTextEditor(update));
}
