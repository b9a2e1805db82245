import type { DocumentFacts, Plan } from './model.ts';
import type { Settings } from './settings.ts';

/** Merges what the documents of a folder say into plans; usually one. */
export function toPlans(_documents: readonly DocumentFacts[], _settings: Settings): readonly Plan[] {
  return [];
}

/** The plan that a document belongs to, or the first one. */
export function planOf(plans: readonly Plan[], path: string): Plan | undefined {
  return plans.find((plan) => plan.documents.includes(path)) ?? plans[0];
}
