import type * as vscode from 'vscode';

/** The steps of one phase that somebody asked to run. */
export interface ChosenPhase {
  readonly phase: vscode.TestItem;
  readonly steps: readonly vscode.TestItem[];
  /** Whether these are all steps of the phase. */
  readonly whole: boolean;
}

/**
 * What a request of the Test Explorer means. Phases are never run all at once: a request without a choice means the current ones.
 *
 * @param phases the items at the top, with their children
 */
export function choosePhases(
  { include, exclude }: Pick<vscode.TestRunRequest, 'include' | 'exclude'>,
  phases: readonly vscode.TestItem[],
  isCurrent: (phase: vscode.TestItem) => boolean,
): readonly ChosenPhase[] {
  const asked = include ?? phases.filter(isCurrent);
  const without = new Set((exclude ?? []).flatMap(leavesOf));
  const wanted = new Set(asked.flatMap(leavesOf).filter((item) => !without.has(item)));
  return phases.flatMap((phase) => {
    const all = leavesOf(phase);
    const steps = all.filter((item) => wanted.has(item));
    return steps.length === 0 ? [] : [{ phase, steps, whole: steps.length === all.length }];
  });
}

/** The items below one that have no children, or itself. */
export function leavesOf(item: vscode.TestItem): readonly vscode.TestItem[] {
  if (item.children.size === 0) return [item];
  return [...item.children].flatMap(([, child]) => leavesOf(child));
}

/** The phase an item belongs to. */
export function phaseOf(item: vscode.TestItem): vscode.TestItem {
  return item.parent ? phaseOf(item.parent) : item;
}
