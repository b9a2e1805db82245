import { applyEdits, editsTogether, mends, type Project } from '../../server/src/core/index.ts';

/** The text of a document after the preferred fix, else the first, of every finding was applied; fixes that meet an earlier one are left out. */
export function fixAll(project: Project, path: string): string {
  const chosen = [...project.findings.values()].flat().flatMap((finding) => {
    const fixes = mends(project, finding);
    return fixes.find((fix) => fix.preferred) ?? fixes[0] ?? [];
  });
  return applyEdits(path, project.sources.get(path)?.text ?? '', editsTogether(chosen));
}
