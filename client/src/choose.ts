import * as vscode from 'vscode';

/** A question with a list of answers, which stays open while the person looks at the terminal or another window. */
export function choose<Value>({
  items,
  active,
  back,
  stop,
  busyUntil,
  token,
  step,
  totalSteps,
  ...texts
}: Choice<Value>): Promise<Value> {
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick<(typeof items)[number]>();
    const done = (answer: Value) => {
      resolve(answer);
      pick.dispose();
    };
    Object.assign(pick, texts, { items, step, totalSteps, ignoreFocusOut: true, busy: busyUntil !== undefined });
    if (active !== undefined) pick.activeItems = items.filter((item) => item.answer === active);
    if (back !== undefined) pick.buttons = [vscode.QuickInputButtons.Back];
    pick.onDidTriggerButton(() => back !== undefined && done(back));
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen && 'answer' in chosen) done(chosen.answer as Value);
    });
    pick.onDidHide(() => done(stop));
    busyUntil?.then(done);
    if (token?.isCancellationRequested) return done(stop);
    token?.onCancellationRequested(() => done(stop));
    pick.show();
  });
}

/** What to ask. */
export interface Choice<Value> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly (vscode.QuickPickItem & { readonly answer?: Value })[];
  /** The answer whose row is preselected, instead of the first. */
  readonly active?: Value;
  readonly step?: number;
  readonly totalSteps?: number;
  /** The answer of the Back button; without it there is none. */
  readonly back?: Value;
  /** The answer of Escape. */
  readonly stop: Value;
  /** Shows progress, and closes with this answer. */
  readonly busyUntil?: Promise<Value>;
  /** Closes it with the answer of Escape. */
  readonly token?: vscode.CancellationToken | undefined;
}
