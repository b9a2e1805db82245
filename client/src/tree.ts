import * as vscode from 'vscode';
import type { App } from './app.ts';
import { gateOf } from './gateRequest.ts';
import type { Plans } from './plans.ts';
import type { Server } from './server.ts';
import type { SessionRuns } from './sessionRuns.ts';
import type { TreeNode } from './treeNode.ts';
import { type Judged, type Root, rootOf, rowsOf } from './treeRoots.ts';

/** A row and the folder it belongs to. */
export interface TreeRow {
  readonly node: TreeNode;
  readonly folder: vscode.WorkspaceFolder;
  readonly parent: TreeRow | null;
}

/** In milliseconds. */
const quiet = 100;

/** The view of the plan: phases, stages, tasks, gates, checklist, evidence, scope and deferred work of every open folder. */
export function showTree(server: Server, plans: Plans, runs: SessionRuns): PlanTree & vscode.Disposable {
  const tree = new PlanTree({ server, plans, runs });
  const view = vscode.window.createTreeView('phasewise.plan', { treeDataProvider: tree, showCollapseAll: true });
  const say = () => {
    const stopped = vscode.l10n.t('The Phasewise server stopped. “Restart server” above starts it again.');
    const starting = vscode.l10n.t('The Phasewise server is starting. What you see may be out of date.');
    // Without a row the welcome text says it.
    view.message = tree.isEmpty ? '' : { stopped, starting, running: tree.summary }[server.state];
  };
  const showWaiting = () => {
    const waiting = plans.folders.flatMap((folder) => plans.news(folder)?.waiting ?? []);
    const tooltip =
      waiting.length === 1
        ? vscode.l10n.t('1 gate waits for you: {0}', waiting[0] ?? '')
        : vscode.l10n.t('{0} gates wait for you: {1}', waiting.length, waiting.join(', '));
    view.badge = waiting.length > 0 ? { value: waiting.length, tooltip } : undefined;
  };
  const update = async () => {
    showWaiting();
    if (view.visible) await tree.read();
    say();
    if (tree.moved && view.visible) void view.reveal(tree.moved, { select: false, focus: false, expand: true });
  };
  void update();
  // Every key in a plan is news; the rows are drawn anew when somebody pauses.
  let timer: NodeJS.Timeout | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void update(), quiet);
  };
  const listening = [
    plans.onDidChange(soon),
    runs.onDidChange(soon),
    view.onDidChangeVisibility(update),
    tree.onDidChangeTreeData(say),
  ];
  return Object.assign(tree, { dispose: () => vscode.Disposable.from(view, ...listening).dispose() });
}

/** The rows of the view. They are read before the view asks, so that it neither blinks nor shows progress when little has changed. */
export class PlanTree implements vscode.TreeDataProvider<TreeRow> {
  readonly #changed = new vscode.EventEmitter<void>();
  /** The rows of each folder: they stay while the server is away. */
  readonly #roots = new Map<string, Root>();
  /** What is shown where no folder has a phase. */
  #lookedAt: readonly TreeRow[] = [];
  #openOnly = false;
  #shown = '';
  #reading = 0;

  constructor(private readonly app: Pick<App, 'server' | 'plans' | 'runs'>) {}

  readonly onDidChangeTreeData = this.#changed.event;

  /** What stands above the rows: that some are hidden, and the totals; where folders are several, each folder's row has its own. */
  summary = '';

  /** The row of the current phase, if the last reading found another one than the reading before. */
  moved: TreeRow | undefined;

  /** Hides finished work, or shows it again. */
  async showOpenOnly(only: boolean): Promise<void> {
    this.#openOnly = only;
    void vscode.commands.executeCommand('setContext', 'phasewise.openOnly', only);
    // Drawn anew even with the same rows: the line above them has changed.
    this.#shown = '';
    await this.read();
  }

  /** Asks for the plans again, and redraws the view if it would look different. */
  async read(): Promise<void> {
    this.#reading += 1;
    const reading = this.#reading;
    const { folders } = this.app.plans;
    if (folders.length === 0) return this.#showLookedAt();
    const outlines = await Promise.all(folders.map((folder) => this.#outlineOf(folder).catch(() => undefined)));
    // A newer reading is under way: what this one found may be older.
    if (reading !== this.#reading) return;
    const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
    this.summary = this.#openOnly ? vscode.l10n.t('Open work only') : '';
    this.moved = undefined;
    folders.forEach((folder, at) => {
      const judged = outlines[at];
      if (!judged) return;
      const before = this.#roots.get(folder.uri.toString());
      const root = rootOf(folder, judged, several, this.#openOnly);
      this.#roots.set(folder.uri.toString(), root);
      if (!several) this.summary = [this.summary, root.total].filter(Boolean).join(' · ');
      if (before && before.current?.node.id !== root.current?.node.id) this.moved = root.current;
    });
    this.#redraw();
  }

  #redraw(): void {
    const shown = JSON.stringify(this.getChildren().map(({ node }) => node));
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#changed.fire();
  }

  /** Where no folder has a phase: what was looked at, and what can be done; nothing where nothing was looked at. */
  #showLookedAt(): void {
    const all = vscode.workspace.workspaceFolders ?? [];
    const found = all.flatMap((folder) => {
      const lookedAt = this.app.plans.news(folder)?.lookedAt;
      return lookedAt && lookedAt.documents.length > 0 ? [{ folder, lookedAt }] : [];
    });
    this.#lookedAt = found.length > 0 ? rowsOf().lookedAtRows(found, all.length > 1, vscode.l10n.t) : [];
    this.summary = found.length > 0 ? vscode.l10n.t('No phases were found. This was looked at, and this is missing:') : '';
    this.moved = undefined;
    this.#redraw();
  }

  /** The plans of a folder, with the verdicts on the gates that are of interest now. */
  async #outlineOf(folder: vscode.WorkspaceFolder): Promise<Judged> {
    const outline = await this.app.plans.outline(folder);
    return { outline, verdicts: await rowsOf().verdictsOf(outline, (gate) => gateOf(this.app, folder, gate)) };
  }

  getChildren(parent?: TreeRow): TreeRow[] {
    if (parent) return parent.node.children.map((node) => ({ node, folder: parent.folder, parent }));
    const { folders } = this.app.plans;
    if (folders.length === 0) return [...this.#lookedAt];
    return folders.flatMap((folder) => this.#roots.get(folder.uri.toString())?.rows ?? []);
  }

  get isEmpty(): boolean {
    return this.getChildren().length === 0;
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
    // The view may be too narrow for the description.
    const [name = '', ...more] = node.tooltip.split('\n');
    item.tooltip = [name, node.description, ...more].filter(Boolean).join('\n');
    item.contextValue = [node.kind, ...node.traits, ...(node.place ? ['place'] : [])].join(' ');
    item.accessibilityInformation = { label: [node.label, node.description].filter(Boolean).join(', ') };
    if (node.command) item.command = { command: node.command, title: node.label };
    else if (node.place) {
      const place = { folder: folder.uri, ...node.place };
      item.command = { command: 'phasewise.reveal', title: vscode.l10n.t('Reveal in document'), arguments: [place] };
    }
    return item;
  }
}
