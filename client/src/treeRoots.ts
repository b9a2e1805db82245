import * as vscode from 'vscode';
import type { OutlineReport } from '../../server/src/lsp/protocol.ts';
import type { TreeRow } from './tree.ts';
import type { Verdicts } from './treeModel.ts';

/** The top rows of a folder. */
export interface Root {
  readonly rows: readonly TreeRow[];
  readonly current: TreeRow | undefined;
  readonly total: string;
}

/** The plans of a folder, and the verdicts on its gates that are shown. */
export interface Judged {
  readonly outline: OutlineReport;
  readonly verdicts: Verdicts;
}

/** A bundle of its own: where there is no document of a plan, nobody needs its rows. */
export function rowsOf(): typeof import('./treeModel.ts') {
  return require('./treeModel.js');
}

/** The rows of a folder. @param several whether the window has several folders: each is a row of its own then */
export function rootOf(folder: vscode.WorkspaceFolder, { outline, verdicts }: Judged, several: boolean, open: boolean): Root {
  const { openOnly, row, toTree, totals } = rowsOf();
  const all = toTree(outline, vscode.l10n.t, verdicts);
  const children = open ? openOnly(all) : all;
  const total = totals(outline, vscode.l10n.t);
  const root = row({
    id: '/folder',
    kind: 'plan',
    label: folder.name,
    description: total,
    icon: 'root-folder',
    expanded: true,
    children,
  });
  const parent = several ? { node: root, folder, parent: null } : null;
  const phases = children.map((node) => ({ node, folder, parent }));
  const current = phases.find(({ node }) => node.traits.includes('current'));
  return { rows: parent ? [parent] : phases, current, total };
}
