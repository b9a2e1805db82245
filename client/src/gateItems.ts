import type { CheckItemReport, OutlineReport, PhaseReport, PlanReport } from '../../server/src/lsp/protocol.ts';
import { commandText } from '../../server/src/run/commandText.ts';

/** One manual test of a gate, as the checklist goes through it. */
export interface Check {
  /** Finds the same test again after its document was edited and its line moved. */
  readonly key: string;
  readonly title: string;
  readonly command: string | null;
  readonly expected: string | null;
  readonly result: 'pass' | 'fail' | 'skip' | 'blocked' | null;
  readonly note: string | null;
  /** Id of the stage it belongs to. */
  readonly stage: string | null;
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** The manual tests of a phase, of its stages, and those that hold for every phase, in the order of the plan. */
export function checksOf(outline: OutlineReport, gate: GateRef): readonly Check[] {
  const placed = phaseIn(outline, gate);
  if (!placed) return [];
  const { plan, phase } = placed;
  const items = [...phase.checklist, ...phase.stages.flatMap((stage) => stage.checklist), ...plan.checklist];
  const seen = new Map<string, number>();
  return items.map((item) => {
    const name = `${item.path}#${item.id ?? item.title}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return toCheck(item, `${name}#${count}`);
  });
}

/** Which phase's gate is meant. */
export interface GateRef {
  readonly phase: string;
  /** Path of a document of its plan; it matters where a folder holds several plans. */
  readonly document: string | null;
}

/** The phase that is meant, and the plan it belongs to. */
export function phaseIn(
  { plans }: OutlineReport,
  { phase: id, document }: GateRef,
): { readonly plan: PlanReport; readonly phase: PhaseReport } | undefined {
  const nearest = [...plans].sort((one, other) => Number(holds(other, document)) - Number(holds(one, document)));
  for (const plan of nearest) {
    const phase = plan.phases.find((one) => one.id === id);
    if (phase) return { plan, phase };
  }
  return undefined;
}

/** The first test without a result after a given one, then from the top; undefined when every test has one. */
export function nextOpen(checks: readonly Check[], after?: string): Check | undefined {
  const start = checks.findIndex((check) => check.key === after) + 1;
  return [...checks.slice(start), ...checks.slice(0, start)].find((check) => check.result === null);
}

/** Whether its command can be run, as far as its characters tell, and has not passed yet. */
export function needsRun({ command, result }: Check): boolean {
  return command !== null && commandText(command).refused === null && result !== 'pass';
}

/** How many tests have which result. */
export function countResults(checks: readonly Check[]): Readonly<Record<'pass' | 'fail' | 'skip' | 'blocked' | 'open', number>> {
  const counts = { pass: 0, fail: 0, skip: 0, blocked: 0, open: 0 };
  for (const { result } of checks) counts[result ?? 'open'] += 1;
  return counts;
}

function toCheck({ title, command, expected, result, note, stage, path, line, checked }: CheckItemReport, key: string): Check {
  return { key, title, command, expected, result: result ?? (checked ? 'pass' : null), note, stage, path, line };
}

function holds({ documents }: PlanReport, path: string | null): boolean {
  return path !== null && documents.includes(path);
}
