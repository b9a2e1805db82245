import type { Folder } from '../folder.ts';
import type { PlanChangedParams } from '../protocol.ts';

/** The news about a folder: its current phase and its numbers. */
export function planNews(folder: Folder): PlanChangedParams {
  const { current, counts, asksHistory: asks, waiting: gates } = folder.project;
  const waiting = gates.map(({ id, title }) => (title === null ? `Phase ${id}` : `Phase ${id}: ${title}`));
  return { folder: folder.uri, current, counts, waiting, asks };
}
