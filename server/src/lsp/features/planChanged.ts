import type { Folder } from '../folder.ts';
import type { PlanChangedParams } from '../protocol.ts';

/** The news about a folder: its current phase and its numbers. */
export function planNews(folder: Folder): PlanChangedParams {
  const { current, counts, asksHistory: asks } = folder.project;
  return { folder: folder.uri, current, counts, asks };
}
