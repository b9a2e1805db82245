import { tasksById } from '../complete/references.ts';
import type { Phase, Plan, Stage, Task } from '../model.ts';
import { phasesByKey } from '../plan/phases.ts';
import type { Project } from '../project.ts';
import { keyOf } from '../read/unitName.ts';
import type { Name } from './names.ts';

/** What a name means in its plan; undefined where there is no such phase, stage or task. */
export function meantBy(project: Project, plan: Plan, { kind, key, id, path }: Name): Phase | Stage | Task | undefined {
  if (kind === 'phase') return phasesByKey(plan).get(key);
  if (kind === 'stage') {
    const owner = key.slice(0, key.indexOf('/'));
    const stages = owner === '' ? plan.stages : phasesByKey(plan).get(owner)?.stages;
    return stages?.find((stage) => keyOf(stage.id) === key.slice(owner.length + 1));
  }
  // An id without a letter is known in its document alone.
  if (!/[a-z]/i.test(id)) return project.facts(path)?.tasks.find((task) => task.id === id);
  return tasksById(plan).get(id.toLowerCase());
}
