import type { DocumentFacts, Plan } from '../model.ts';
import { keyOf } from '../read/unitName.ts';
import type { Settings } from '../settings.ts';
import { currentPhase } from './current.ts';
import { type Group, groupDocuments } from './group.ts';
import { indexFacts, mergePhases, mergeStages } from './merge.ts';

/** Merges what the documents of a folder say into plans; usually one. */
export function toPlans(documents: readonly DocumentFacts[], settings: Settings): readonly Plan[] {
  const meant = documents.filter((document) => document.kind !== 'none');
  return groupDocuments(meant).map((group) => toPlan(group, settings));
}

/** The plan that a document belongs to, or the first one. */
export function planOf(plans: readonly Plan[], path: string): Plan | undefined {
  return plans.find((plan) => plan.documents.includes(path)) ?? plans[0];
}

function toPlan(group: Group, settings: Settings): Plan {
  const facts = indexFacts(group);
  const phases = mergePhases(group, facts);
  const known = new Set<string | null>(phases.map((phase) => keyOf(phase.id)));
  /** What names no phase, or one that is not in the plan. */
  const loose = <T>(map: ReadonlyMap<string | null, readonly T[]>) =>
    [...map].flatMap(([key, list]) => (known.has(key) ? [] : list));
  const stages = mergeStages(loose(facts.stages), facts, null);
  const staged = new Set(stages.map((stage) => keyOf(stage.id)));
  const unstaged = <T extends { readonly stage: string | null }>(list: readonly T[]) =>
    list.filter((fact) => fact.stage === null || !staged.has(keyOf(fact.stage)));
  const main = group[0] as DocumentFacts;
  return {
    title: main.title ?? main.path,
    documents: group.map((document) => document.path),
    phases,
    current: currentPhase(phases, settings.phase),
    gates: unstaged(loose(facts.gates)),
    checklist: unstaged(loose(facts.checklist)),
    tasks: unstaged(loose(facts.tasks)),
    stages,
    evidence: unstaged(loose(facts.evidence)),
    deferred: loose(facts.deferred),
  };
}
