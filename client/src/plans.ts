import * as vscode from 'vscode';
import {
  type OutlineParams,
  type OutlineReport,
  type PhaseReport,
  type PlanChangedParams,
  type PlanReport,
  protocol,
} from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';

/** A phase of a plan in one of the open folders. */
export interface PlacedPhase {
  readonly folder: vscode.WorkspaceFolder;
  readonly plan: PlanReport;
  readonly phase: PhaseReport;
}

/** What the server knows of the plans in the open folders. The outline is asked for when somebody looks, and kept until it changes. */
export class Plans {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #news = new Map<string, PlanChangedParams>();
  readonly #outlines = new Map<string, Promise<OutlineReport>>();

  constructor(private readonly server: Server) {
    server.onNotification<PlanChangedParams>(protocol.planChanged, (news) => {
      const folder = key(news.folder);
      this.#news.set(folder, news);
      this.#outlines.delete(folder);
      this.#changed.fire();
    });
    server.onDidChangeState((state) => {
      if (state === 'running') this.#outlines.clear();
      this.#changed.fire();
    });
    vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
      for (const folder of removed) this.#news.delete(key(folder.uri));
      this.#changed.fire();
    });
  }

  /** Fires when a plan, the set of folders or the state of the server has changed. */
  readonly onDidChange = this.#changed.event;

  /** What was last told about a folder: its current phase and its numbers. Undefined until the server has read it. */
  news(folder: vscode.WorkspaceFolder): PlanChangedParams | undefined {
    return this.#news.get(key(folder.uri));
  }

  /** The open folders that have a plan. */
  get folders(): readonly vscode.WorkspaceFolder[] {
    return (vscode.workspace.workspaceFolders ?? []).filter((folder) => (this.news(folder)?.counts.phases ?? 0) > 0);
  }

  /** Whether every open folder was read once. */
  get read(): boolean {
    return (vscode.workspace.workspaceFolders ?? []).every((folder) => this.news(folder) !== undefined);
  }

  /** Everything the plans of a folder hold. Rejects when the server is not running. */
  outline(folder: vscode.WorkspaceFolder): Promise<OutlineReport> {
    const id = key(folder.uri);
    const known = this.#outlines.get(id);
    if (known) return known;
    const params: OutlineParams = { folder: folder.uri.toString() };
    const asked = this.server.request<OutlineReport>(protocol.outline, params);
    this.#outlines.set(id, asked);
    // A failure is not kept: the next one who looks asks again.
    asked.catch(() => this.#outlines.get(id) === asked && this.#outlines.delete(id));
    return asked;
  }

  /** The same, asked anew: for whoever has just changed a document and cannot wait to be told. */
  fresh(folder: vscode.WorkspaceFolder): Promise<OutlineReport> {
    this.#outlines.delete(key(folder.uri));
    return this.outline(folder);
  }

  /** The phases of all open folders, or of one. */
  async phases(folders = this.folders): Promise<readonly PlacedPhase[]> {
    const outlines = await Promise.all(folders.map((folder) => this.outline(folder)));
    return outlines.flatMap(({ plans }, at) => {
      const folder = folders[at];
      return folder ? plans.flatMap((plan) => plan.phases.map((phase) => ({ folder, plan, phase }))) : [];
    });
  }

  /** The folder a person is working in: that of the active editor if it has a plan, else the first that has one. */
  get active(): vscode.WorkspaceFolder | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
    return this.folders.find((one) => one.uri.toString() === folder?.uri.toString()) ?? this.folders[0];
  }
}

/** One spelling for a folder, whoever spelt it. */
function key(uri: vscode.Uri | string): string {
  return vscode.Uri.parse(uri.toString()).toString();
}
