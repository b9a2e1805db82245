import * as vscode from 'vscode';
import type { RunGateArguments } from '../../server/src/lsp/protocol.ts';
import { addOne } from './addOne.ts';
import type { App } from './app.ts';
import { choosePhase } from './choosePhase.ts';
import type { CommandId } from './commandTable.ts';
import { showCurrentPhase } from './currentPhase.ts';
import { deferWork } from './defer.ts';
import { fillInFix } from './fillIn.ts';
import type { GateRef } from './gateRequest.ts';
import { type GateVisit, runGate } from './gateRun.ts';
import { createPlan } from './newPlan.ts';
import { listOutside } from './outsideList.ts';
import { pin } from './pin.ts';
import { recordAttempt } from './recordAttempt.ts';
import { addPhase, renumberPhase } from './renumber.ts';
import { type PlacedLine, reveal } from './reveal.ts';
import { openSample } from './sample.ts';
import { tagPhase } from './tagPhase.ts';

import type { TreeRow } from './tree.ts';
import { useDocuments } from './useDocuments.ts';
import { showVerdict } from './verdictView.ts';

const { t } = vscode.l10n;

/** What a command was called on: a row of the tree, a lens, the status bar, or nothing. */
type Target = TreeRow | RunGateArguments | PlacedGate | undefined;
interface PlacedGate extends GateRef, GateVisit {
  readonly folder: vscode.WorkspaceFolder;
}

/** What each command does. A bundle of its own, loaded when the first command is called: `commands.ts` does that. */
export const handlers: Readonly<Record<CommandId, (app: App, argument: never) => unknown>> = {
  'phasewise.runGate': async (app, target: Target) => {
    const chosen = await phaseOf(app, target, t('Whose gate do you want to check?'));
    if (chosen) await runGate(app, chosen.folder, chosen, chosen);
  },
  'phasewise.showVerdict': async (app, target: Target) => {
    const chosen = await phaseOf(app, target, t('Whose verdict do you want to see?'));
    if (chosen) await showVerdict(app, chosen.folder, chosen);
  },
  'phasewise.signOff': async (app, target: Target) => {
    const chosen = await phaseOf(app, target, t('Which phase is signed off?'));
    if (chosen) await showVerdict(app, chosen.folder, chosen, { signing: true });
  },
  'phasewise.tagPhase': async (app, target: Target) => {
    const chosen = await phaseOf(app, target, t('Which phase is tagged?'));
    if (chosen) await tagPhase(app, chosen.folder, chosen);
  },
  'phasewise.recordAttempt': async (app, target: Target) => {
    const chosen = await phaseOf(app, target, t('Whose gate was tried?'));
    if (chosen) await recordAttempt(app, chosen.folder, chosen);
  },
  'phasewise.runFromHere': (app, { folder, node }: TreeRow) =>
    node.phase === null ? undefined : runGate(app, folder, gateOfRow(node), { from: node.place }),
  'phasewise.recordResult': (app, { folder, node }: TreeRow) =>
    node.phase === null ? undefined : runGate(app, folder, gateOfRow(node), { from: node.place, once: true }),
  'phasewise.defer': (app, { folder, node }: TreeRow) =>
    node.phase === null || node.subject === null ? undefined : deferWork(app, folder, gateOfRow(node), node.subject),
  'phasewise.currentPhase': showCurrentPhase,
  'phasewise.pinPhase': async (app, target: Target) => {
    const chosen = await phaseOf(app, target, t('Which phase is being worked on?'));
    if (chosen) await pin(app, chosen.folder, chosen.phase);
  },
  'phasewise.unpinPhase': (app, target: TreeRow | undefined) => {
    const folder = target?.folder ?? app.plans.active;
    return folder && pin(app, folder, null);
  },
  'phasewise.addPhase': async (app, target: Target) => {
    const chosen = await phaseOf(app, target, t('Behind which phase?'));
    if (chosen) await addPhase(app, chosen);
  },
  'phasewise.renumberPhase': async (app, target: Target) => {
    const chosen = await phaseOf(app, target, t('Which phase gets another number?'));
    if (chosen) await renumberPhase(app, chosen);
  },
  'phasewise.listOutside': listOutside,
  'phasewise.reveal': (_, target: TreeRow | PlacedLine) => {
    if (!('node' in target)) return reveal(target);
    const { folder, node } = target;
    return node.place ? reveal({ folder: folder.uri, ...node.place }, { takeFocus: true }) : undefined;
  },
  'phasewise.copyReference': async (_, { node: { place, label } }: TreeRow) => {
    if (!place) return;
    await vscode.env.clipboard.writeText(`${place.path}:${place.line}`);
    vscode.window.setStatusBarMessage(t('Copied the reference to “{0}”', label), 3000);
  },
  'phasewise.showOpenOnly': ({ tree }) => tree.showOpenOnly(true),
  'phasewise.showAll': ({ tree }) => tree.showOpenOnly(false),
  'phasewise.fillIn': fillInFix,
  'phasewise.createPlan': createPlan,
  'phasewise.addTest': async (app, target: Target) => {
    const chosen = await phaseOf(app, target, t('Which phase gets a manual test?'));
    if (chosen) await addOne(app, chosen.folder, chosen, 'test');
  },
  'phasewise.addStage': async (app, target: Target) => {
    const chosen = await phaseOf(app, target, t('Which phase gets a stage?'));
    if (chosen) await addOne(app, chosen.folder, chosen, 'stage');
  },
  'phasewise.useDocuments': useDocuments,
  'phasewise.openSample': openSample,
  'phasewise.restartServer': ({ server }) => server.start(),
  'phasewise.showLog': ({ log }) => log.show(true),
};

function gateOfRow({ phase, place }: TreeRow['node']): GateRef {
  return { phase: phase ?? '', document: place?.path ?? null };
}

/** The phase a command was called on, or the one a person chooses. */
async function phaseOf(app: App, target: Target, question: string): Promise<PlacedGate | undefined> {
  if (target && 'node' in target && target.node.phase !== null) {
    const { node, folder } = target;
    return { folder, phase: target.node.phase, document: node.place?.path ?? null };
  }
  if (target && 'uri' in target) {
    const uri = vscode.Uri.parse(target.uri);
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (folder) return { folder, phase: target.phase, document: uri.path.slice(folder.uri.path.length + 1) };
  }
  if (target && !('node' in target) && !('uri' in target)) return target;
  const chosen = await choosePhase(app.plans, question);
  return chosen && { folder: chosen.folder, phase: chosen.phase.id, document: chosen.phase.source.path };
}
