import type { DocumentFacts, Plan } from '../model.ts';
import { keyOf } from '../read/unitName.ts';

/**
 * The key of the phase whose stage some words name: the phase in whose section they stand where it has such a stage, else the only place
 * that has one; null for a stage that belongs to no phase.
 * @param at 0-based offset of the words in their document
 */
export function stageOwner(plan: Plan, facts: DocumentFacts | undefined, id: string, at: number): string | null {
  const key = keyOf(id);
  const has = (stages: readonly { readonly id: string }[]) => stages.some((stage) => keyOf(stage.id) === key);
  const around = facts?.phases.findLast(({ extent }) => extent.start <= at && at < extent.end) ?? facts?.phases[0];
  const own = around && plan.phases.find((phase) => keyOf(phase.id) === keyOf(around.id));
  if (own && has(own.stages)) return keyOf(own.id);
  if (has(plan.stages)) return null;
  const other = plan.phases.find((phase) => has(phase.stages));
  return other ? keyOf(other.id) : null;
}
