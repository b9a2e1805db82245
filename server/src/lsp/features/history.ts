import type { History } from '../../core/index.ts';
import type { HistoryParams } from '../protocol.ts';

/** What a client tells of a repository's history; undefined for none. What is no list of paths is left out: it is not known. */
export function toHistory({ since }: HistoryParams): History | undefined {
  if (typeof since !== 'object' || since === null) return undefined;
  const history = new Map<string, readonly string[] | null>();
  for (const [key, paths] of Object.entries(since)) {
    if (paths === null) history.set(key.toLowerCase(), null);
    else if (Array.isArray(paths)) history.set(key.toLowerCase(), paths.filter((path) => typeof path === 'string').sort());
  }
  return history;
}
