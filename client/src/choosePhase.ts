import * as vscode from 'vscode';
import type { PlacedPhase, Plans } from './plans.ts';
import { phaseName, statusWord, withoutIcons } from './words.ts';

/** Asks for a phase, the current one first; undefined when the person cancels or there is none. */
export async function choosePhase(plans: Plans, placeHolder: string): Promise<PlacedPhase | undefined> {
  const { t } = vscode.l10n;
  const phases = await plans.phases();
  const several = new Set(phases.map(({ plan, folder }) => `${folder.uri} ${plan.title}`)).size > 1;
  const items = phases.map((placed) => {
    const { folder, plan, phase } = placed;
    const status = statusWord(phase.status === 'unknown' ? phase.derived : phase.status, t);
    const where = several ? `${folder.name} · ${plan.title}` : '';
    const description = [phase.current ? t('current') : '', status.word, where].filter(Boolean).join(' · ');
    return { label: `$(${status.icon}) ${withoutIcons(phaseName(phase, t))}`, description, placed };
  });
  // The first row is the preselected one.
  const active = plans.active?.uri.toString();
  const weight = ({ placed: { folder, phase } }: (typeof items)[number]) =>
    phase.current ? (folder.uri.toString() === active ? 0 : 1) : 2;
  items.sort((one, other) => weight(one) - weight(other));
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.placed;
}
