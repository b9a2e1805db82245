import { lookedAt, noCurrent } from '../../core/index.ts';
import type { Folder } from '../folder.ts';
import type { PlanChangedParams } from '../protocol.ts';

/** The news about a folder: its current phase, or why there is none, its numbers, and where there is no phase what was looked at. */
export function planNews({ uri, project }: Folder): PlanChangedParams {
  const { current, counts, asksHistory: asks, waiting: gates, worded, settings } = project;
  const [plan] = worded;
  const waiting = gates.map(({ id, title }) => (title === null ? `Phase ${id}` : `Phase ${id}: ${title}`));
  const why = current || !plan ? null : noCurrent(plan, settings.phase);
  return { folder: uri, current, noCurrent: why, counts, lookedAt: lookedAt(project), waiting, asks };
}
