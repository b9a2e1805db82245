import { documentAt } from '../documents.ts';
import type { Finding, Fix } from '../model.ts';
import type { Project } from '../project.ts';
import { conditionAt } from './conditionAt.ts';
import { fitted } from './fitted.ts';
import { suppressions } from './suppress.ts';

/**
 * Every way to mend a finding, the best first, and at last the ways to leave it alone with a reason. They are worked out when somebody
 * asks, because what a fix looks like depends on how the document around the finding is written.
 */
export function fixesOf(project: Project, finding: Finding): readonly Fix[] {
  return [...mends(project, finding), ...suppressions(project, finding)];
}

/** The ways to mend a finding, without those that only hide it. */
export function mends(project: Project, finding: Finding): readonly Fix[] {
  const { path, start } = finding.at;
  const own = finding.fixes ?? [];
  const source = project.sources.get(path);
  const facts = documentAt(project.documents, path);
  const condition = source && facts && finding.category ? conditionAt(facts, start) : undefined;
  if (!source || !condition) return own;
  return own.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => fitted(edit, condition.item.textAt, source)) }));
}
