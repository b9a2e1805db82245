import type { DocumentFacts, Finding, Fix, Reference } from '../model.ts';
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
  const has = ({ dependsOn }: { readonly dependsOn: readonly Reference[] }) =>
    dependsOn.some((reference) => reference.at.path === at.path && reference.at.start === at.start);
  const phases = planOf(project.plans, at.path)?.phases ?? [];
  const index = tasks.findIndex(has);
  const waiting = phases.find(has) ?? tasks[index];
  const before = phases.some(has)
    ? phases[phases.findIndex(has) - 1]?.id
    : likeIt(tasks.slice(0, index), source.text.slice(at.start, at.end));
  if (!before || !waiting || waiting.dependsOn.some(({ id }) => keyOf(id) === keyOf(before))) return [];
  return [{ title: `Depend on ${before}`, edits: [{ ...at, text: before }] }];
}

/** The last task with an id of the same kind: they differ only in their digits. */
function likeIt(tasks: DocumentFacts['tasks'], wrong: string): string | undefined {
  const kind = (id: string) => id.replace(/\d+/g, '0').toLowerCase();
  return tasks.findLast(({ id }) => id !== null && kind(id) === kind(wrong))?.id ?? undefined;
}
