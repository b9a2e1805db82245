import * as vscode from 'vscode';
import type { App } from './app.ts';
import { type GateRef, gateOf } from './gateRequest.ts';
import type { Step } from './gateSteps.ts';
import { choosePhases, leavesOf, phaseOf } from './gateTestChoice.ts';
import { GateTestResults } from './gateTestResults.ts';
import type { GateRun } from './gateWatch.ts';
import type { PlacedPhase } from './plans.ts';
import { counted, type TestRow, testRows } from './testRows.ts';
import { phaseName, withoutIcons } from './words.ts';

const { t } = vscode.l10n;

/** Every key in a plan is news; the rows are made anew when somebody pauses. In milliseconds. */
const quiet = 200;

/**
 * The gates in VS Code's own Test Explorer: phases, their stages and steps. What the documents record is shown as results; a run goes
 * through the same checklist as everywhere else. Nothing is read before somebody opens the Test Explorer.
 */
export class GateTests {
  readonly #controller = vscode.tests.createTestController('phasewise', t('Phasewise gates'));
  readonly #results = new GateTestResults(this.#controller);
  readonly #gates = new WeakMap<vscode.TestItem, PlacedGate>();
  readonly #steps = new WeakMap<vscode.TestItem, Step>();
  readonly #listening: vscode.Disposable;
  #asked = false;
  #timer: NodeJS.Timeout | undefined;
  #round = 0;

  constructor(private readonly app: Pick<App, 'plans' | 'server' | 'runs'>) {
    this.#controller.resolveHandler = () => this.#begin();
    this.#controller.refreshHandler = () => this.#begin();
    const { Run } = vscode.TestRunProfileKind;
    this.#controller.createRunProfile(t('Run gate'), Run, (request, token) => this.#run(request, token), true);
    this.#listening = app.plans.onDidChange(() => this.#asked && this.#readSoon());
  }

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(this.#listening, this.#controller).dispose();
  }

  #begin(): Promise<void> {
    this.#asked = true;
    return this.#read();
  }

  #readSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read().catch(() => undefined), quiet);
  }

  /** Makes the rows those of the plans as they are now. */
  async #read(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    const placed = await this.app.plans.phases();
    const found = await Promise.all(placed.map(async (one) => ({ one, steps: await this.#stepsOf(one) })));
    // A newer reading is under way: what this one found may be older.
    if (round !== this.#round) return;
    const several = new Set(placed.map(({ folder, plan }) => `${folder.uri} ${plan.title}`)).size > 1;
    const shown = found.filter(({ steps }) => steps.length > 0);
    const rows = shown.map(({ steps }) => testRows(steps, t));
    const phases = shown.map(({ one }, at) => this.#phaseItem(one, rows[at] ?? [], several, at));
    replaceItems(this.#controller.items, phases);
    for (const [at, item] of phases.entries()) this.#fill(item, rows[at] ?? []);
    this.#results.show(
      phases.flatMap(leavesOf).flatMap((item) => {
        const step = this.#steps.get(item);
        return step ? [{ item, step }] : [];
      }),
    );
  }

  async #stepsOf({ folder, phase }: PlacedPhase): Promise<readonly Step[]> {
    const gate = await gateOf(this.app, folder, { phase: phase.id, document: phase.source.path });
    return gate?.steps ?? [];
  }

  #phaseItem({ folder, plan, phase }: PlacedPhase, rows: readonly TestRow[], several: boolean, at: number): vscode.TestItem {
    const more = [phase.current ? t('current') : '', several ? plan.title : ''];
    const label = withoutIcons([counted(phaseName(phase, t), rows), ...more].filter(Boolean).join(' · '));
    const { path, line } = phase.source;
    const row = { id: `${folder.uri} ${plan.title} ${phase.id}`, label, path, line };
    const item = this.#itemOf(this.#controller.items, folder, row, at);
    this.#gates.set(item, { folder, phase: phase.id, document: path, current: phase.current });
    return item;
  }

  /** Puts rows below an item; what is there already stays the same item. */
  #fill(parent: vscode.TestItem, rows: readonly TestRow[]): void {
    const folder = this.#gates.get(phaseOf(parent))?.folder;
    if (!folder) return;
    const items = rows.map((row, at) => {
      const item = this.#itemOf(parent.children, folder, row, at);
      if (row.step) this.#steps.set(item, row.step);
      return item;
    });
    replaceItems(parent.children, items);
    for (const [at, item] of items.entries()) this.#fill(item, rows[at]?.children ?? []);
  }

  /** The item that is there already under this id and in this document, or a new one. */
  #itemOf(among: vscode.TestItemCollection, folder: vscode.WorkspaceFolder, row: ItemRow, at: number): vscode.TestItem {
    const uri = vscode.Uri.joinPath(folder.uri, ...row.path.split('/'));
    const old = among.get(row.id);
    const item = old?.uri?.toString() === uri.toString() ? old : this.#controller.createTestItem(row.id, row.label, uri);
    item.label = row.label;
    item.sortText = String(at).padStart(6, '0');
    item.range = new vscode.Range(row.line - 1, 0, row.line - 1, 0);
    return item;
  }

  /** Goes through the chosen steps in the checklist, phase by phase. */
  async #run(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    const phases = [...this.#controller.items].map(([, item]) => item);
    const chosen = choosePhases(request, phases, (item) => this.#gates.get(item)?.current === true);
    const run = this.#controller.createTestRun(request);
    for (const item of chosen.flatMap(({ steps }) => steps)) run.enqueued(item);
    try {
      for (const { phase, whole, steps } of chosen) {
        const gate = this.#gates.get(phase);
        if (!gate || token.isCancellationRequested) break;
        const byKey = new Map(steps.flatMap((item) => [[this.#steps.get(item)?.key ?? '', item] as const]));
        const keys = whole ? null : [...byKey.keys()];
        const asked: GateRun = { keys, token, watch: this.#results.follow(run, byKey) };
        await vscode.commands.executeCommand('phasewise.runGate', { ...gate, run: asked });
      }
    } finally {
      run.end();
    }
  }
}

type PlacedGate = GateRef & { readonly folder: vscode.WorkspaceFolder; readonly current: boolean };
type ItemRow = Pick<TestRow, 'id' | 'label' | 'path' | 'line'>;

/** Replaces only when they are others: the Test Explorer draws replaced items anew. */
function replaceItems(collection: vscode.TestItemCollection, items: readonly vscode.TestItem[]): void {
  const before = [...collection].map(([, item]) => item);
  if (before.length !== items.length || before.some((item) => !items.includes(item))) collection.replace(items);
}
