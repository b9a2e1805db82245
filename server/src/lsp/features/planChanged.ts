import { gatesThatWait } from '../../core/index.ts';
import type { Folder } from '../folder.ts';
import type { PlanChangedParams } from '../protocol.ts';

/** The news about a folder: its current phase and its numbers. */
export function planNews(folder: Folder): PlanChangedParams {
  const { current, counts, plans, asksHistory: asks } = folder.project;
  const waiting = plans.flatMap(gatesThatWait).map(({ id, title }) => (title === null ? `Phase ${id}` : `Phase ${id}: ${title}`));
  return { folder: folder.uri, current, counts, waiting, asks };
}
