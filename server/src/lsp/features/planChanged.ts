import type { Severity } from '../../core/index.ts';
import type { Folder } from '../folder.ts';
import type { Counts, PlanChangedParams } from '../protocol.ts';

/** The news about a folder: its current phase and its numbers. */
export function planNews(folder: Folder): PlanChangedParams {
  const { plans } = folder.project;
  const plan = plans.find((one) => one.current) ?? plans[0];
  const phase = plan?.phases.find((one) => one.id === plan.current?.phase);
  return {
    folder: folder.uri,
    current: plan?.current ? { ...plan.current, title: phase?.title ?? null } : null,
    counts: countsOf(folder),
  };
}

function countsOf({ project }: Folder): Counts {
  const tasks = project.plans.flatMap((plan) => [
    ...plan.tasks,
    ...plan.phases.flatMap((phase) => [...phase.tasks, ...phase.stages.flatMap((stage) => stage.tasks)]),
  ]);
  const distinct = [...new Map(tasks.map((task) => [`${task.at.path}:${task.at.start}`, task])).values()];
  const findings: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const list of project.findings.values()) for (const finding of list) findings[finding.severity] += 1;
  return {
    plans: project.plans.length,
    phases: project.plans.reduce((sum, plan) => sum + plan.phases.length, 0),
    tasks: { total: distinct.length, done: distinct.filter(({ status }) => status === 'done' || status === 'signed_off').length },
    findings,
  };
}
