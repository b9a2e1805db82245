import type { DocumentFacts, Plan } from '../model.ts';
import { keyOf } from '../read/unitName.ts';

/**
 * Tells the key of the phase whose stage some words of a document name: the phase in whose section they stand where it has such a stage,
 * else the only place that has one; null for a stage that belongs to no phase.
 */
export function stageOwners(plan: Plan, facts: DocumentFacts | undefined): (id: string, at: number) => string | null {
  const known = new Map<string, string | null>();
  const keysOf = (stages: readonly { readonly id: string }[]) => new Set(stages.map(({ id }) => keyOf(id)));
  const ofPhases = new Map(plan.phases.map((phase) => [keyOf(phase.id), keysOf(phase.stages)]));
  const common = keysOf(plan.stages);
  return (id, at) => {
    const key = keyOf(id);
    const around = facts?.phases.findLast(({ extent }) => extent.start <= at && at < extent.end) ?? facts?.phases[0];
    const home = around ? keyOf(around.id) : '';
    const question = `${home}/${key}`;
    const answer = known.get(question);
    if (answer !== undefined) return answer;
    const owner = ofPhases.get(home)?.has(key)
      ? home
      : common.has(key)
        ? null
        : ([...ofPhases].find(([, stages]) => stages.has(key))?.[0] ?? null);
    known.set(question, owner);
    return owner;
  };
}
