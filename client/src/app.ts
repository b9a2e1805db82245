import type * as vscode from 'vscode';
import type { Outside } from './outside.ts';
import type { Plans } from './plans.ts';
import type { Server } from './server.ts';
import type { SessionRuns } from './sessionRuns.ts';
import type { PlanTree } from './tree.ts';

/** What the commands work with. */
export interface App {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly server: Server;
  readonly plans: Plans;
  readonly runs: SessionRuns;
  readonly tree: PlanTree;
  /** Which changed files are outside the current phase; begins to look when it is called first. */
  readonly outside: () => Outside;
}
