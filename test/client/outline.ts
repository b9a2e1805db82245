import type {
  CheckItemReport,
  OutlineReport,
  PhaseReport,
  PlanReport,
  StepReport,
  TaskReport,
} from '../../server/src/lsp/protocol.ts';

/** Puts arguments into a message as the editor does. */
export function t(message: string, ...values: (string | number | boolean)[]): string {
  return message.replace(/\{(\d+)\}/g, (_, at: string) => String(values[Number(at)]));
}

export function outline(...plans: Partial<PlanReport>[]): OutlineReport {
  return { version: 1, plans: plans.map((plan) => ({ ...emptyPlan, ...plan })), lookedAt: { documents: [], more: 0 } };
}

export function phase(id: string, more: Partial<PhaseReport> = {}): PhaseReport {
  return { ...emptyPhase, id, source: { path: 'docs/plan.md', line: Number.parseInt(id, 10) * 10 + 1 }, ...more };
}

export function task(title: string, status: TaskReport['status'], more: Partial<TaskReport> = {}): TaskReport {
  return { id: null, title, status, phase: null, stage: null, path: 'docs/plan.md', line: title.length, ...more };
}

export function tasks(...items: TaskReport[]): PhaseReport['tasks'] {
  return { total: items.length, done: items.filter((one) => one.status === 'done').length, items };
}

export function check(title: string, more: Partial<CheckItemReport> = {}): CheckItemReport {
  const where = { path: 'docs/plan.md', line: 40, phase: '1', stage: null };
  return { id: null, title, command: null, expected: null, checked: false, result: null, note: null, ...where, ...more };
}

const none = { total: 0, done: 0, items: [] };
const emptyPlan: PlanReport = {
  title: 'Plan',
  documents: ['docs/plan.md'],
  current: null,
  noCurrent: null,
  phases: [],
  stages: [],
  gates: [],
  tasks: none,
  checklist: [],
  evidence: [],
  deferred: [],
};
const emptyPhase: PhaseReport = {
  id: '1',
  title: null,
  status: 'unknown',
  derived: 'unknown',
  statusText: null,
  current: false,
  tag: null,
  dependsOn: [],
  estimate: null,
  source: { path: 'docs/plan.md', line: 1 },
  mentions: [],
  stages: [],
  scope: { in: [], out: [] },
  gates: [],
  tasks: none,
  checklist: [],
  evidence: [],
  signoff: null,
  attempts: [],
  deferred: [],
};

export function step(title: string, more: Partial<StepReport> = {}): StepReport {
  const place = { path: 'docs/plan.md', line: 40, column: 1, endLine: 40, endColumn: 9, phase: '1', stage: null, gate: null };
  const open = {
    id: null,
    command: null,
    expected: null,
    standing: 'open',
    outcome: null,
    note: null,
    stale: false,
    changed: [],
  } as const;
  const expectation = { expectation: { kind: 'person' }, decidable: 'none', compared: [] } as const;
  return { key: `docs/plan.md#1#${title}#1`, kind: 'test', title, ...open, ...expectation, ...place, ...more };
}
