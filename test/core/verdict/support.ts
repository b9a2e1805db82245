import { gateVerdict, Project, phaseOf, type RequirementId } from '../../../server/src/core/index.ts';

/** A folder with one plan, and more files. */
export function folderOf(text: string, more: Readonly<Record<string, string>> = {}): Project {
  const files = Object.entries({ 'docs/plan.md': text, ...more }).map(([path, words]) => ({ path, text: words }));
  return Project.empty.with(files).on('2026-03-01');
}

/** One requirement of the verdict on a phase: `fail: 1 of 2 tasks is open`, and its items. */
export function requirement(project: Project, phase: string, wanted: RequirementId) {
  const [plan] = project.plans;
  const found = plan && phaseOf(plan, phase);
  if (!plan || !found) throw new Error(`No phase ${phase}`);
  const one = gateVerdict(project, plan, found).requirements.find(({ id }) => id === wanted);
  return { line: `${one?.state}: ${one?.text}`, items: one?.items.map(({ text }) => text) ?? [] };
}
