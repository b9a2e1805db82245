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

/** Of a longer circle the beginning and the end are named. */
const mostNames = 8;

/** Every circle once, at the reference that closes it. */
function* cycles(nodes: ReadonlyMap<string, Node>): Iterable<Hit> {
  const finished = new Set<string>();
  for (const start of nodes.keys()) {
    // A walk with its own stack: a chain of ten thousand tasks is no reason to run out of the real one.
    const path: { key: string; next: number }[] = finished.has(start) ? [] : [{ key: start, next: 0 }];
    /** Where on the path each key stands. */
    const open = new Map(path.map((step, index) => [step.key, index]));
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
      const from = open.get(key);
      if (from !== undefined) {
        const name = (one: string | undefined) => nodes.get(one ?? '')?.name ?? '';
        const names = path.slice(from, from + mostNames).map((one) => name(one.key));
        if (path.length - from > mostNames) names.push('…', name(path.at(-1)?.key));
        yield {
          message: `This closes a circle: ${[...names, name(key)].join(' → ')}. None of them can start.`,
          at: reference.at,
        };
      } else if (nodes.has(key) && !finished.has(key)) {
        path.push({ key, next: 0 });
        open.set(key, path.length - 1);
      }
    }
  }
}
