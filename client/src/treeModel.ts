import type {
  GateAnswer,
  GateVerdictReport,
  OutlineReport,
  PhaseReport,
  PlanReport,
  TaskReport,
  TasksReport,
} from '../../server/src/lsp/protocol.ts';
import type { GateRef } from './gateRequest.ts';
import { stepRow, stepsWithoutCurrent } from './nextSteps.ts';
import { groupRows, isPassed, verdictRow } from './treeGroups.ts';
import { row, type TreeNode, withIds } from './treeNode.ts';
import { phaseName, plain, statusWord, type Translate } from './words.ts';

export { lookedAtRows } from './lookedAtRows.ts';
export { openOnly, row } from './treeNode.ts';

/** The rows of one workspace folder: its phases, or its plans where there are several. */
export function toTree(outline: OutlineReport, t: Translate, verdicts: Verdicts = new Map()): readonly TreeNode[] {
  const [first, ...more] = outline.plans;
  const none = noCurrentRows(outline, t);
  if (first && more.length === 0) return withIds([...none, ...planRows(first, t, verdicts)]);
  return withIds([...none, ...outline.plans.map((plan) => planRow(plan, t, verdicts))]);
}

/** Why no phase of the folder is the current one, and what can be done about it. */
function noCurrentRows({ plans }: OutlineReport, t: Translate): readonly TreeNode[] {
  const none = plans.find(({ phases }) => phases.length > 0)?.noCurrent;
  if (!none || plans.some(({ current }) => current)) return [];
  const label = none.why === 'pinned' ? t('No current phase') : t('Every phase is finished');
  const description = none.reason.replace(/^every phase is finished: /, '');
  const children = stepsWithoutCurrent(none.why, t).map(stepRow);
  const tooltip = [label, none.next].join('\n');
  const icon = none.why === 'pinned' ? 'question' : 'verified';
  return [row({ id: 'no-current', kind: 'group', label, description, tooltip, icon, expanded: true, children })];
}

/** Verdicts on gates by where their phase is defined, as `placeOf` has it. */
export type Verdicts = ReadonlyMap<string, GateVerdictReport>;

/** A phase among all of its folder. */
function placeOf({ id, source }: Pick<PhaseReport, 'id' | 'source'>): string {
  return `${source.path}:${source.line} ${id}`;
}

/** Whether the verdict on its gate is of interest: it was begun, and is not signed off. */
function awaitsVerdict({ current, derived }: Pick<PhaseReport, 'current' | 'derived'>): boolean {
  return current || ['in_progress', 'blocked', 'ready', 'partial', 'done'].includes(derived);
}

/** Tasks done and in all, over all plans: "3/27 tasks done". Empty where there are none. */
export function totals(outline: OutlineReport, t: Translate): string {
  const all = outline.plans.map((plan) =>
    distinct([...plan.tasks.items, ...plan.phases.flatMap((phase) => tasksOf(phase).items)]),
  );
  const [done, total] = [sum(all.map((tasks) => tasks.done)), sum(all.map((tasks) => tasks.total))];
  return total === 0 ? '' : t('{0}/{1} tasks done', done, total);
}

/** All tasks of a phase, those of its stages included. */
export function tasksOf(phase: PhaseReport): TasksReport {
  return distinct([...phase.tasks.items, ...phase.stages.flatMap((stage) => stage.tasks.items)]);
}

/** More phases than these are not begun at once; what is asked for is drawn on every change. */
const mostVerdicts = 12;

/** The verdicts that are shown: asked for one by one, and left out where there is no answer. */
export async function verdictsOf(
  { plans }: OutlineReport,
  ask: (gate: GateRef) => Promise<GateAnswer | undefined>,
): Promise<Verdicts> {
  const phases = plans.flatMap((plan) => plan.phases.filter(awaitsVerdict)).slice(0, mostVerdicts);
  const answers = phases.map(async (phase) => {
    const answer = await ask({ phase: phase.id, document: phase.source.path }).catch(() => undefined);
    return answer ? [[placeOf(phase), answer.report] as const] : [];
  });
  return new Map((await Promise.all(answers)).flat());
}

function planRow(plan: PlanReport, t: Translate, verdicts: Verdicts): TreeNode {
  const path = plan.documents[0];
  const description = plan.current ? t('phase {0} is current', plan.current.phase) : '';
  const place = path ? { path, line: 1 } : null;
  const expanded = plan.current !== null;
  const id = `plan:${path ?? plan.title}`;
  return row({
    id,
    kind: 'plan',
    label: plan.title,
    description,
    icon: 'project',
    place,
    expanded,
    children: planRows(plan, t, verdicts),
  });
}

function planRows(plan: PlanReport, t: Translate, verdicts: Verdicts): TreeNode[] {
  const phases = plan.phases.map((phase) => phaseRow(phase, plan, t, verdicts.get(placeOf(phase))));
  const stages = plan.stages.map((stage) => stageRow({ ...stage, ...nothing }, null, t));
  const rest = [...stages, ...groupRows(plan, null, phases.length === 0, t)];
  if (phases.length === 0 || rest.length === 0) return [...phases, ...rest];
  const label = t('The whole plan');
  const tooltip = t('What holds for every phase, or belongs to none.');
  return [...phases, row({ id: 'whole', kind: 'group', label, tooltip, icon: 'files', children: rest })];
}

function phaseRow(phase: PhaseReport, plan: PlanReport, t: Translate, verdict: GateVerdictReport | undefined): TreeNode {
  const status = statusWord(phase.status === 'unknown' ? phase.derived : phase.status, t);
  const pinned = phase.current && plan.current?.pinned === true;
  const tasks = tasksOf(phase);
  const checks = [...phase.checklist, ...phase.stages.flatMap((stage) => stage.checklist)];
  const passed = checks.filter(isPassed).length;
  const label = phaseName(phase, t);
  const description = [
    phase.current ? (pinned ? t('current (pinned)') : t('current')) : '',
    status.word,
    tasks.total > 0 ? t('{0}/{1} tasks', tasks.done, tasks.total) : '',
    checks.length > 0 ? t('{0}/{1} checks', passed, checks.length) : '',
  ];
  const tooltip = [
    label,
    phase.current && plan.current ? t('Why current: {0}', plan.current.reason) : '',
    phase.statusText ? t('Stated: {0}', phase.statusText) : '',
    phase.dependsOn.length > 0 ? t('Depends on: {0}', phase.dependsOn.map((id) => t('phase {0}', id)).join(', ')) : '',
    phase.estimate ? t('Estimate: {0}', phase.estimate) : '',
  ];
  const stages = phase.stages.map((stage) => stageRow(stage, phase.id, t));
  return row({
    id: `phase:${phase.id}`,
    kind: 'phase',
    label,
    description: description.filter(Boolean).join(' · '),
    icon: phase.current ? 'arrow-circle-right' : status.icon,
    tooltip: tooltip.filter(Boolean).join('\n'),
    place: phase.source,
    phase: phase.id,
    traits: ['phase', phase.current ? 'current' : 'other', ...(pinned ? ['pinned'] : [])],
    expanded: phase.current,
    closed: status.closed && !phase.current,
    children: [...(verdict ? [verdictRow(verdict, t)] : []), ...stages, ...groupRows(phase, phase.id, phase.current, t)],
  });
}

type StageOfPhase = PhaseReport['stages'][number];
const nothing = { gates: [], checklist: [], evidence: [], tasks: { total: 0, done: 0, items: [] } } as const;

function stageRow(stage: StageOfPhase, phase: string | null, t: Translate): TreeNode {
  const { word, icon, closed } = statusWord(stage.status, t);
  const label = stage.title ? t('Stage {0}: {1}', stage.id, plain(stage.title)) : t('Stage {0}', stage.id);
  const tasks = stage.tasks.total > 0 ? t('{0}/{1} tasks', stage.tasks.done, stage.tasks.total) : '';
  const description = [word, tasks].filter(Boolean).join(' · ');
  const tooltip = stage.statusText ? `${label}\n${t('Stated: {0}', stage.statusText)}` : label;
  const children = groupRows({ ...stage, deferred: [] }, phase, false, t);
  return row({
    id: `stage:${stage.id}`,
    kind: 'stage',
    label,
    description,
    icon,
    tooltip,
    place: stage,
    phase,
    closed,
    children,
  });
}

function distinct(tasks: readonly TaskReport[]): TasksReport {
  const items = [...new Map(tasks.map((task) => [`${task.path}:${task.line}:${task.id ?? task.title}`, task])).values()];
  return {
    total: items.length,
    done: items.filter((task) => task.status === 'done' || task.status === 'signed_off').length,
    items,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((left, right) => left + right, 0);
