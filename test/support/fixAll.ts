import type { Edit, Project } from '../../server/src/core/index.ts';

/** The text of a document after the preferred fix, else the first, of every finding was applied; fixes that meet an earlier one are left out. */
export function fixAll(project: Project, path: string): string {
  const taken: Edit[] = [];
  for (const finding of [...project.findings.values()].flat()) {
    const fix = finding.fixes?.find((one) => one.preferred) ?? finding.fixes?.[0];
    const edits = fix?.edits ?? [];
    const meets = edits.some((edit) =>
      taken.some((one) => one.path === edit.path && edit.start < one.end && one.start < edit.end),
    );
    if (!meets) taken.push(...edits);
  }
  const here = taken.filter((edit) => edit.path === path).sort((a, b) => b.start - a.start);
  return here.reduce(
    (text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end),
    project.sources.get(path)?.text ?? '',
  );
}
