import type { DocumentFacts, Finding, Fix, Place, Reference } from '../model.ts';
import { planOf } from '../plan/plan.ts';
import type { Project } from '../project.ts';
import { keyOf } from '../read/unitName.ts';
import type { Source } from '../source.ts';

/** In the place of a phase or task that does not exist: the one right before the one that waits, unless it waits for that already. */
export function dependOnTheOneBefore(
  project: Project,
  { at }: Finding,
  source: Source,
  { tasks }: DocumentFacts,
): readonly Fix[] {
  const phases = planOf(project.plans, at.path)?.phases ?? [];
  const phase = indexOfWaiting(phases, at);
  const task = indexOfWaiting(tasks, at);
  const waiting = phases[phase] ?? tasks[task];
  const before = phase < 0 ? likeIt(tasks, task, source.text.slice(at.start, at.end)) : phases[phase - 1]?.id;
  if (!before || !waiting || waiting.dependsOn.some(({ id }) => keyOf(id) === keyOf(before))) return [];
  return [{ title: `Depend on ${before}`, edits: [{ ...at, text: before }] }];
}

/** Phases or tasks, which may wait for others. */
type Waiting = readonly { readonly dependsOn: readonly Reference[] }[];

/** Where in a list stands what waits, by the place of the words that say for what: thousands of findings may ask about one list. */
const remembered = new WeakMap<Waiting, ReadonlyMap<string, number>>();

function indexOfWaiting(list: Waiting, at: Place): number {
  const known = remembered.get(list) ?? toIndex(list);
  remembered.set(list, known);
  return known.get(`${at.start} ${at.path}`) ?? -1;
}

function toIndex(list: Waiting): ReadonlyMap<string, number> {
  const indexes = new Map<string, number>();
  for (const [index, { dependsOn }] of list.entries()) {
    for (const { at } of dependsOn) {
      const key = `${at.start} ${at.path}`;
      if (!indexes.has(key)) indexes.set(key, index);
    }
  }
  return indexes;
}

/** The last task before an index with an id of the same kind: they differ only in their digits. */
function likeIt(tasks: DocumentFacts['tasks'], index: number, wrong: string): string | undefined {
  const kind = (id: string) => id.replace(/\d+/g, '0').toLowerCase();
  const wanted = kind(wrong);
  for (let at = (index < 0 ? tasks.length : index) - 1; at >= 0; at -= 1) {
    const id = tasks[at]?.id ?? null;
    if (id !== null && kind(id) === wanted) return id;
  }
  return undefined;
}
