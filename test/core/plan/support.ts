import { type Finding, type Phase, type Plan, Project } from '../../../server/src/core/index.ts';

/** A project of texts by path. */
export function projectOf(files: Readonly<Record<string, string>>): Project {
  return Project.empty.with(Object.entries(files).map(([path, text]) => ({ path, text })));
}

/** The only plan of some texts. */
export function planOf(files: Readonly<Record<string, string>>): Plan {
  const { plans } = projectOf(files);
  const [plan] = plans;
  if (!plan || plans.length > 1) throw new Error(`there are ${plans.length} plans`);
  return plan;
}

/** A phase of a plan by its id. */
export function phaseOf(plan: Plan, id: string): Phase {
  const phase = plan.phases.find((one) => one.id === id);
  if (!phase) throw new Error(`there is no phase ${id}`);
  return phase;
}

/** All findings, as `rule severity`. */
export function severities(project: Project): readonly string[] {
  return [...project.findings.values()].flat().map(({ rule, severity }: Finding) => `${rule} ${severity}`);
}
