import { keyOf } from '../read/unitName.ts';
import type { Group } from './group.ts';

/**
 * Keys of phases that only tasks name and whose documents are still to be written: where each phase has a document of its own and none
 * lists them all, tasks may be planned for the next number, and the one after it. A gap is no phase to come.
 * @param defined keys of the phases that documents define
 */
export function upcomingKeys(group: Group, defined: ReadonlySet<string>): ReadonlySet<string> {
  const keys = new Set<string>();
  if (group.some((document) => document.kind !== 'tasks' && document.phases.length > 1)) return keys;
  const tasks = group.filter((document) => document.kind === 'tasks');
  const named = new Set(tasks.flatMap((document) => document.phases.map((phase) => keyOf(phase.id))));
  let last = Number.NEGATIVE_INFINITY;
  for (const key of defined) last = Math.max(last, Number(key));
  for (let next = last + 1; named.has(String(next)); next += 1) keys.add(String(next));
  return keys;
}
