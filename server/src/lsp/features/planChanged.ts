import type { Folder } from '../folder.ts';
import type { PlanChangedParams } from '../protocol.ts';

/** The news about a folder: its current phase and its numbers. */
export function planNews(folder: Folder): PlanChangedParams {
  const { plans } = folder.project;
  const plan = plans.find((one) => one.current) ?? plans[0];
  const phase = plan?.phases.find((one) => one.id === plan.current?.phase);
  return {
    folder: folder.uri,
    current: plan?.current ? { ...plan.current, title: phase?.title ?? null } : null,
    counts: folder.project.counts,
    asks: folder.project.asksHistory,
  };
}
