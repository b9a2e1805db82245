import { localDay } from './day.ts';
import type { Host } from './host.ts';

/** A folder whose disk is nobody's business: only what an editor has open counts. */
export const emptyHost: Host = {
  find: async () => [],
  read: async () => ({ missing: true }),
  tags: async () => undefined,
  list: async () => undefined,
  today: () => localDay(),
};
