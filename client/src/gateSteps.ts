import type { OutlineReport, StepReport } from '../../server/src/lsp/protocol.ts';
import { commandText } from '../../server/src/run/commandText.ts';
import type { GateRef } from './gateRequest.ts';

/** One thing to go through at a gate. */
export type Step = StepReport & {
  /** Files of the phase changed after its result was recorded. */
  readonly stale?: boolean;
  /** Its command cannot run where this window is: in a browser, or in a folder that is on no disk. */
  readonly elsewhere?: boolean;
};

/** The first step that is open after a given one, then from the top; undefined when none is. */
export function nextOpen(steps: readonly Step[], after?: string): Step | undefined {
  const start = steps.findIndex(({ key }) => key === after) + 1;
  return [...steps.slice(start), ...steps.slice(0, start)].find(({ standing }) => standing === 'open');
}

/** How many steps stand where. */
export function countStandings(steps: readonly Step[]): Readonly<Record<Step['standing'], number>> {
  const counts = { pass: 0, fail: 0, skip: 0, blocked: 0, waived: 0, open: 0 };
  for (const { standing } of steps) counts[standing] += 1;
  return counts;
}

/** Whether its command can be run here, as far as its characters tell. */
export function isRunnable({ command, elsewhere }: Pick<Step, 'command' | 'elsewhere'>): boolean {
  return command !== null && !elsewhere && commandText(command).refused === null;
}

/** Whether it can be run and is still to be decided. */
export function needsRun(step: Step): boolean {
  return isRunnable(step) && (step.standing === 'open' || step.standing === 'fail');
}

/** Where a phase is defined. */
export function sourceOf({ plans }: OutlineReport, { phase: id, document }: GateRef) {
  const nearest = [...plans].sort((one, other) => Number(holds(other, document)) - Number(holds(one, document)));
  return nearest.flatMap(({ phases }) => phases).find((one) => one.id === id)?.source;
}

function holds({ documents }: { readonly documents: readonly string[] }, path: string | null): boolean {
  return path !== null && documents.includes(path);
}
