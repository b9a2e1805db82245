import { applyEdits } from '../fixes/edits.ts';
import type { DocumentFacts, Plan } from '../model.ts';
import type { Project } from '../project.ts';
import { keyOf } from '../read/unitName.ts';
import type { Numbering } from './numbering.ts';
import type { Renumbering } from './renumber.ts';

/**
 * The document that would be read differently after a change of names, or undefined where each says what it said, the phases under their
 * new numbers. Names are edited only where this holds: what nobody could read any more would be lost.
 */
export function misread(project: Project, plan: Plan, { edits, moves }: Renumbering, numbering: Numbering): string | undefined {
  const paths = plan.documents.filter(
    (path) => edits.some((edit) => edit.path === path) || moves.some(({ from }) => from === path),
  );
  const pathOf = (path: string) => moves.reduce((at, { from, to }) => (at === from ? to : at), path);
  const after = project
    .without(moves.map(({ from }) => from))
    .with(paths.map((path) => ({ path: pathOf(path), text: applyEdits(path, project.sources.get(path)?.text ?? '', edits) })));
  return paths.find((path) => {
    const [before, now] = [project.facts(path), after.facts(pathOf(path))];
    return before && now && JSON.stringify(gist(before, numbering)) !== JSON.stringify(gist(now, () => undefined));
  });
}

/** What a document says, without words and places. */
function gist({ kind, phases, stages, gates, tasks, checklist, scope, deferred }: DocumentFacts, numbering: Numbering) {
  const key = (id: string | null) => (id === null ? null : keyOf(numbering(id) ?? id));
  return [
    kind,
    phases.map((one) => [key(one.id), one.status?.status, one.dependsOn.map(({ id }) => key(id))]),
    stages.map((one) => [key(one.phase), one.status?.status]),
    gates.map((one) => [key(one.phase), one.items.length]),
    tasks.map((one) => [key(one.phase), one.id === null, one.status, one.dependsOn.length]),
    checklist.map((one) => key(one.phase)),
    scope.map((one) => [key(one.phase), one.glob]),
    deferred.map((one) => key(one.to)),
  ];
}
