/**
 * # Phases or tasks wait for each other
 *
 * Following "depends on" from here leads back here, so none of them can ever start.
 *
 * ## Bad
 *
 * ```yaml
 * - id: T2-001
 *   depends_on: [T2-002]
 * - id: T2-002
 *   depends_on: [T2-001]
 * ```
 *
 * ## What to do
 *
 * Take out the dependency that is wrong, or split one of them into what comes first and what comes last.
 */
import type { Reference } from '../../model.ts';
import { keyOf } from '../../read/unitName.ts';
import type { Hit, PlanRule } from '../rule.ts';

interface Node {
  readonly name: string;
  readonly dependsOn: readonly Reference[];
}

export const dependencyCycle: PlanRule = {
  id: 'sequence/dependency-cycle',
  scope: 'plan',
  severity: 'error',
  summary: 'Phases or tasks depend on each other in a circle.',
  *check({ plan, documents }): Iterable<Hit> {
    yield* cycles(
      new Map(plan.phases.map((phase) => [keyOf(phase.id), { name: `phase ${phase.id}`, dependsOn: phase.dependsOn }])),
    );
    const tasks = documents.flatMap((document) => document.tasks).filter((task) => task.id !== null && task.dependsOn.length > 0);
    yield* cycles(new Map(tasks.map((task) => [keyOf(task.id ?? ''), { name: task.id ?? '', dependsOn: task.dependsOn }])));
  },
};

/** Every circle once, at the reference that closes it. */
function* cycles(nodes: ReadonlyMap<string, Node>): Iterable<Hit> {
  const finished = new Set<string>();
  for (const start of nodes.keys()) {
    // A walk with its own stack: a chain of ten thousand tasks is no reason to run out of the real one.
    const path: { key: string; next: number }[] = finished.has(start) ? [] : [{ key: start, next: 0 }];
    const open = new Set(path.map((step) => step.key));
    while (path.length > 0) {
      const step = path.at(-1) as { key: string; next: number };
      const reference = nodes.get(step.key)?.dependsOn[step.next];
      step.next += 1;
      if (!reference) {
        finished.add(step.key);
        open.delete(step.key);
        path.pop();
        continue;
      }
      const key = keyOf(reference.id);
      if (open.has(key)) {
        const names = [
          ...path.slice(path.findIndex((one) => one.key === key)).map((one) => nodes.get(one.key)?.name ?? one.key),
          nodes.get(key)?.name,
        ];
        yield { message: `This closes a circle: ${names.join(' → ')}. None of them can start.`, at: reference.at };
      } else if (nodes.has(key) && !finished.has(key)) {
        path.push({ key, next: 0 });
        open.add(key);
      }
    }
  }
}
