import * as vscode from 'vscode';
import type { Plans } from './plans.ts';
import type { Server } from './server.ts';
import { toTree, totals } from './treeModel.ts';
import { openOnly, row, type TreeNode } from './treeNode.ts';

/** A row and the folder it belongs to. */
export interface TreeRow {
  readonly node: TreeNode;
  readonly folder: vscode.WorkspaceFolder;
  readonly parent: TreeRow | null;
}

/** The view of the plan: phases, stages, tasks, gates, checklist, evidence, scope and deferred work of every open folder. */
export function showTree(server: Server, plans: Plans): PlanTree & vscode.Disposable {
  const tree = new PlanTree(plans);
  const view = vscode.window.createTreeView('phasewise.plan', { treeDataProvider: tree, showCollapseAll: true });
  const update = () => {
    const stopped = vscode.l10n.t('The Phasewise server stopped. “Restart server” above starts it again.');
    const starting = vscode.l10n.t('The Phasewise server is starting. What you see may be out of date.');
    // Without a plan the welcome text says it.
    const message = { stopped, starting, running: '' }[server.state];
    view.message = plans.folders.length > 0 ? message : '';
    tree.refresh();
  };
  tree.onDidRead(({ total, moved }) => {
    view.description = total;
    if (moved && view.visible) void view.reveal(moved, { select: false, focus: false, expand: true });
  });
  update();
  const listening = plans.onDidChange(update);
  return Object.assign(tree, { dispose: () => vscode.Disposable.from(view, listening).dispose() });
}

/** The rows of the view. */
export class PlanTree implements vscode.TreeDataProvider<TreeRow> {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #read = new vscode.EventEmitter<{ readonly total: string; readonly moved: TreeRow | undefined }>();
  /** The rows last shown of each folder: they stay while the server is away. */
  readonly #rows = new Map<string, readonly TreeRow[]>();
  readonly #current = new Map<string, string | undefined>();
  #openOnly = false;

  constructor(private readonly plans: Plans) {}

  readonly onDidChangeTreeData = this.#changed.event;
  /** Fires whenever a folder was read: its totals, and the row of the current phase if that is another phase than before. */
  readonly onDidRead = this.#read.event;

  refresh(): void {
    this.#changed.fire();
  }

  /** Hides finished work, or shows it again. */
  showOpenOnly(only: boolean): void {
    this.#openOnly = only;
    void vscode.commands.executeCommand('setContext', 'phasewise.openOnly', only);
    this.refresh();
  }

  async getChildren(parent?: TreeRow): Promise<TreeRow[]> {
    if (parent) return parent.node.children.map((node) => ({ node, folder: parent.folder, parent }));
    const roots = this.plans.folders.map((folder) => this.#rootsOf(folder));
    return (await Promise.all(roots)).flat();
  }

  getParent(child: TreeRow): TreeRow | null {
    return child.parent;
  }

  getTreeItem({ node, folder }: TreeRow): vscode.TreeItem {
    const { None, Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(node.label, node.children.length === 0 ? None : node.expanded ? Expanded : Collapsed);
    item.id = `${folder.uri}${node.id}`;
    item.description = node.description;
    item.iconPath = new vscode.ThemeIcon(node.icon);
    item.tooltip = node.tooltip;
    item.contextValue = [node.kind, ...node.traits, ...(node.place ? ['place'] : [])].join(' ');
    item.accessibilityInformation = { label: [node.label, node.description].filter(Boolean).join(', ') };
    if (node.place) {
      const place = { folder: folder.uri, ...node.place };
      item.command = { command: 'phasewise.reveal', title: vscode.l10n.t('Reveal in document'), arguments: [place] };
    }
    return item;
  }

  async #rootsOf(folder: vscode.WorkspaceFolder): Promise<readonly TreeRow[]> {
    const id = folder.uri.toString();
    const outline = await this.plans.outline(folder).catch(() => undefined);
    if (!outline) return this.#rows.get(id) ?? [];
    const all = toTree(outline, vscode.l10n.t);
    const nodes = this.#openOnly ? openOnly(all) : all;
    const total = totals(outline, vscode.l10n.t);
    const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
    const root = row({
      id: '/folder',
      kind: 'plan',
      label: folder.name,
      description: total,
      icon: 'root-folder',
      expanded: true,
      children: nodes,
    });
    const rows = (several ? [root] : nodes).map((node) => ({ node, folder, parent: null }));
    this.#rows.set(id, rows);
    const current = rows.find(({ node }) => node.traits.includes('current'));
    const moved = this.#current.has(id) && this.#current.get(id) !== current?.node.id ? current : undefined;
    this.#current.set(id, current?.node.id);
    this.#read.fire({ total: several ? '' : total, moved });
    return rows;
  }
}
