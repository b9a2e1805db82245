import { type Name, namesIn, Project } from '../../../server/src/core/index.ts';

/** A folder with these texts. */
export function folder(files: Readonly<Record<string, string>>): Project {
  return Project.empty.with(Object.entries(files).map(([path, text]) => ({ path, text })));
}

/** The lines of a document that name a thing of its plan, its names in angle quotes: `phase: «2»`. */
export function marked(project: Project, path: string, wanted: (name: Name) => boolean): readonly string[] {
  const text = project.sources.get(path)?.text ?? '';
  const plan = project.plans.find((one) => one.documents.includes(path)) ?? project.plans[0];
  const names = plan ? namesIn(project, plan, path).filter(wanted) : [];
  const put = names.reduceRight(
    (all, { start, end }) => `${all.slice(0, start)}«${all.slice(start, end)}»${all.slice(end)}`,
    text,
  );
  return put
    .split('\n')
    .filter((line) => line.includes('«'))
    .map((line) => line.trim());
}

/** Names of one phase, without the numbers that ids of tasks carry. */
export function ofPhase(key: string): (name: Name) => boolean {
  return (name) => name.kind === 'phase' && name.key === key && name.role !== 'carried';
}
