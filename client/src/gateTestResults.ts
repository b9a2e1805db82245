import * as vscode from 'vscode';
import type { Step } from './gateSteps.ts';
import type { GateWatch } from './gateWatch.ts';

const { t } = vscode.l10n;

/** A step and the row that stands for it. */
export interface ShownStep {
  readonly item: vscode.TestItem;
  readonly step: Step;
}

/** Shows in the Test Explorer what the documents record: only what changed, and never as a run that takes the focus. */
export class GateTestResults {
  readonly #shown = new WeakMap<vscode.TestItem, string>();

  constructor(private readonly controller: vscode.TestController) {}

  /** Makes the results those of the documents. */
  show(steps: readonly ShownStep[]): void {
    const changed = steps.filter(({ item, step }) => (this.#shown.get(item) ?? '') !== said(step));
    if (changed.length === 0) return;
    for (const { item, step } of changed) this.#shown.set(item, said(step));
    const gone = changed.filter(({ step }) => step.standing === 'open').map(({ item }) => item);
    if (gone.length > 0) this.controller.invalidateTestResults(gone);
    const recorded = changed.filter(({ step }) => step.standing !== 'open');
    if (recorded.length === 0) return;
    const request = new vscode.TestRunRequest(
      recorded.map(({ item }) => item),
      undefined,
      undefined,
      false,
      true,
    );
    const run = this.controller.createTestRun(request, t('Recorded in the documents'), false);
    for (const { item, step } of recorded) tell(run, item, step.standing, step.note, undefined);
    run.end();
  }

  /** Tells a run of the Test Explorer what happens in the checklist. */
  follow(run: vscode.TestRun, items: ReadonlyMap<string, vscode.TestItem>): GateWatch {
    return {
      started: (key) => {
        const item = items.get(key);
        if (item) run.started(item);
      },
      printed: (key, text) => run.appendOutput(text.replaceAll('\n', '\r\n'), undefined, items.get(key)),
      recorded: (key, standing, note, milliseconds) => {
        const item = items.get(key);
        if (!item) return;
        tell(run, item, standing, note, milliseconds);
        this.#shown.set(item, said({ standing, note }));
      },
    };
  }
}

function said({ standing, note }: Pick<Step, 'standing' | 'note'>): string {
  return standing === 'open' ? '' : `${standing} ${note ?? ''}`;
}

/** The Test Explorer has no word for “blocked”: it is no failure of the work, so it counts as skipped; the row says the rest. */
function tell(
  run: vscode.TestRun,
  item: vscode.TestItem,
  standing: Step['standing'],
  note: string | null,
  milliseconds?: number,
): void {
  if (standing === 'fail') {
    const message = new vscode.TestMessage(note ?? t('Recorded as failed'));
    if (item.uri && item.range) message.location = new vscode.Location(item.uri, item.range);
    run.failed(item, message, milliseconds);
  } else if (standing === 'pass') run.passed(item, milliseconds);
  else run.skipped(item);
}
