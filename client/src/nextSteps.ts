import type { NoCurrent } from '../../server/src/lsp/protocol.ts';
import type { CommandId } from './commandTable.ts';
import { row, type TreeNode } from './treeNode.ts';
import type { Translate } from './words.ts';

/** Something that can be done now. */
export interface NextStep {
  /** Name of a codicon. */
  readonly icon: string;
  readonly label: string;
  readonly command: CommandId;
}

/** What to do where no phase of a plan is the current one. */
export function stepsWithoutCurrent(why: NoCurrent['why'], t: Translate): readonly NextStep[] {
  const add = { icon: 'add', label: t('Add a phase…'), command: 'phasewise.addPhase' } as const;
  switch (why) {
    case 'pinned':
      return [
        { icon: 'pinned', label: t('Unpin it'), command: 'phasewise.unpinPhase' },
        { icon: 'pin', label: t('Pin another phase as current…'), command: 'phasewise.pinPhase' },
      ];
    case 'finished':
      return [{ icon: 'verified', label: t('Sign off a phase…'), command: 'phasewise.signOff' }, add];
    case 'signed-off':
      return [add, { icon: 'new-file', label: t('Create the next plan…'), command: 'phasewise.createPlan' }];
  }
}

/** What to do where documents were looked at, and none names a phase. */
export function stepsWithoutPhases(t: Translate): readonly NextStep[] {
  return [
    { icon: 'new-file', label: t('Create a plan'), command: 'phasewise.createPlan' },
    { icon: 'go-to-file', label: t('Use existing documents…'), command: 'phasewise.useDocuments' },
    { icon: 'beaker', label: t('Open the sample…'), command: 'phasewise.openSample' },
  ];
}

/** The same as a row: a click calls the command. */
export function stepRow({ icon, label, command }: NextStep): TreeNode {
  return row({ id: `step:${command}`, kind: 'item', label, icon, command });
}
