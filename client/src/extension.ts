import * as vscode from 'vscode';
import type { PlanChangedParams } from '../../server/src/lsp/protocol.ts';
import type { App } from './app.ts';
import { registerCommands } from './commands.ts';
import { tellFirsts } from './milestones.ts';
import type { Outside } from './outside.ts';
import { Plans } from './plans.ts';
import { hasSample } from './sample.ts';
import { watchEdits } from './scopeNotices.ts';
import { Server } from './server.ts';
import { SessionRuns } from './sessionRuns.ts';
import { showStatus } from './status.ts';
import { showTree } from './tree.ts';

/**
 * Puts the parts together. Returns before the server is started: the editor must not wait for it.
 *
 * @returns what another extension may ask: the server's process, for whoever looks after processes
 */
export function start(context: vscode.ExtensionContext): { readonly serverPid: () => number | undefined } {
  // The one channel. Nothing in the extension ever reveals it unasked.
  const log = vscode.window.createOutputChannel('Phasewise', { log: true });
  const server = new Server(context, log);
  const plans = new Plans(server);
  const runs = new SessionRuns();
  const tree = showTree(server, plans, runs);
  const gateTests = once(() => openGateTests(app));
  const milestones = once(() => context.subscriptions.push(tellFirsts()));
  const app: App = { context, log, server, plans, runs, tree, outside: once(() => openOutside(context, server, plans)) };
  context.subscriptions.push(log, tree, showStatus(server, plans), watchEdits(server), registerCommands(app), {
    dispose: () => server.stop(),
  });
  plans.onDidChange(() => {
    setContexts(plans);
    if (plans.folders.length === 0) return;
    app.outside();
    gateTests();
    milestones();
  });
  setContexts(plans);
  setContext('phasewise.active', true);
  void hasSample(context).then((there) => setContext('phasewise.hasSample', there));
  setTimeout(() => void server.start());
  return { serverPid: () => server.pid };
}

/** What looks at changed files is loaded when there is a plan to compare them with. */
function openOutside(context: vscode.ExtensionContext, server: Server, plans: Plans): Outside {
  const { History, Outside, showScopeBadges } = require('./outside.js') as typeof import('./outside.ts');
  const outside = new Outside(server, plans);
  context.subscriptions.push(outside, showScopeBadges(outside), new History(server, plans));
  return outside;
}

/** What shows gates in the Test Explorer, too. */
function openGateTests(app: App): void {
  const { GateTests } = require('./gateTests.js') as typeof import('./gateTests.ts');
  app.context.subscriptions.push(new GateTests(app));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function setContexts(plans: Plans): void {
  setContext('phasewise.hasPlan', plans.folders.length > 0);
  setContext('phasewise.read', plans.read);
  const active = plans.active;
  setContext('phasewise.pinned', active !== undefined && isPinned(plans.news(active)));
}

/** Be it to a phase that the plan does not have. */
function isPinned(news: PlanChangedParams | undefined): boolean {
  return news?.current?.pinned === true || news?.noCurrent?.why === 'pinned';
}

function setContext(name: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', name, value);
}
