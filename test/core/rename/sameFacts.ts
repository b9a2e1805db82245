import {
  applyEdits,
  type DocumentFacts,
  type Numbering,
  type Plan,
  Project,
  type Renumbering,
} from '../../../server/src/core/index.ts';

/** A folder after a renumbering: its texts edited, its documents moved. */
export function after(project: Project, { edits, moves }: Renumbering): Project {
  const texts = new Map([...project.sources].map(([path, { text }]) => [path, applyEdits(path, text, edits)]));
  for (const { from, to } of moves) {
    texts.set(to, texts.get(from) ?? '');
    texts.delete(from);
  }
  return Project.empty.with([...texts].map(([path, text]) => ({ path, text })));
}

/** Where a document is after its moves. */
export function pathAfter(path: string, { moves }: Renumbering): string {
  return moves.reduce((at, { from, to }) => (at === from ? to : at), path);
}

/**
 * What a document says, without places and with the ids of phases as a numbering gives them: equal before (numbered anew) and after.
 * Numbers inside sentences are left out: whether they mean a phase, the texts themselves are compared for.
 */
export function facts(said: DocumentFacts, numbering: Numbering = () => undefined) {
  const id = (phase: string | null) => (phase === null ? null : (numbering(phase) ?? phase));
  const words = (text: string | null) =>
    text?.replace(/\d+/g, '#').replace(/\b(?:one|two|three|four|five|six|seven)\b/gi, '#') ?? null;
  const { kind, title, phases, stages, scope, gates, tasks, checklist, evidence, signoffs, deferred, problems } = said;
  return {
    kind,
    title: words(title),
    phases: phases.map((one) => [
      id(one.id),
      words(one.title),
      one.form,
      one.status?.status,
      one.mentions.length,
      one.otherStatuses.length,
      one.estimate,
      one.dependsOn.map((ref) => id(ref.id)),
    ]),
    stages: stages.map((one) => [
      one.id,
      words(one.title),
      id(one.phase),
      one.status?.status,
      one.dependsOn.map((ref) => ref.id),
    ]),
    scope: scope.map((one) => [id(one.phase), one.glob, one.mode, one.stage]),
    gates: gates.map((one) => [
      id(one.phase),
      one.kind,
      words(one.label),
      one.stage,
      one.items.map(({ text, mark }) => [words(text), mark]),
    ]),
    tasks: tasks.map((one) => [
      words(one.id),
      words(one.title),
      one.status,
      id(one.phase),
      one.stage,
      one.form,
      one.dependsOn.map((ref) => words(ref.id)),
    ]),
    checklist: checklist.map((one) => [words(one.title), words(one.command), id(one.phase), one.stage, one.mark]),
    evidence: evidence.map((one) => [id(one.phase), one.kind, words(one.value)]),
    signoffs: signoffs.map((one) => [id(one.phase), one.outcome, one.actor]),
    deferred: deferred.map((one) => [id(one.phase), id(one.to), words(one.text)]),
    problems: problems.map((one) => one.code),
  };
}

/** The ids of a plan's tasks that stand in definitions, with their phases. */
export function taskIds(plan: Plan | undefined): readonly string[] {
  return (plan?.phases ?? []).flatMap((phase) => phase.tasks.map((task) => `${phase.id} ${task.id}`));
}
