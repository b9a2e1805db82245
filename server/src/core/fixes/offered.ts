import { documentAt } from '../documents.ts';
import { judgeGateLine } from '../gate/judge.ts';
import type { DocumentFacts, Finding, Fix } from '../model.ts';
import type { Project } from '../project.ts';
import type { Source } from '../source.ts';
import { type Condition, conditionAt } from './conditionAt.ts';
import { dependOnTheOneBefore } from './dependOn.ts';
import { applyEdits } from './edits.ts';
import { fitted } from './fitted.ts';
import { addExpected, toManualTest } from './manualTest.ts';
import { addCondition, addGate } from './missingGate.ts';
import { moveToTasks } from './moveToTasks.ts';
import { nameAPath } from './nameAPath.ts';
import { nameKnownPaths } from './nameKnownPaths.ts';
import { settleOutside } from './outside.ts';
import { recordTick } from './recordTick.ts';
import { split } from './split.ts';
import { sayTheSame, takeStatusBack } from './statusWords.ts';
import { suppressions } from './suppress.ts';

/**
 * Every way to mend a finding, the best first, and at last the ways to leave it alone with a reason. They are worked out when somebody
 * asks, because what a fix looks like depends on how the document around the finding is written.
 */
export function fixesOf(project: Project, finding: Finding): readonly Fix[] {
  return [...mends(project, finding), ...suppressions(project, finding)];
}

/** What mends the findings of a rule in the form in which the document is written. */
const mendsByRule: ReadonlyMap<
  string,
  (project: Project, finding: Finding, source: Source, facts: DocumentFacts) => readonly Fix[]
> = new Map([
  ['structure/missing-gate', addGate],
  ['structure/empty-gate', addCondition],
  ['checklist/no-expected', addExpected],
  ['scope/prose-only', (...asked) => [...nameKnownPaths(...asked), ...nameAPath(...asked)]],
  ['sequence/unknown-reference', dependOnTheOneBefore],
  ['status/contradiction', sayTheSame],
  ['evidence/done-without-evidence', takeStatusBack],
  ['evidence/tick-without-record', recordTick],
]);

/** What settles findings about files that are no documents: nobody has their text. */
const settlesByRule: ReadonlyMap<string, (project: Project, finding: Finding) => readonly Fix[]> = new Map([
  ['scope/out-of-scope', settleOutside],
]);

/** The ways to mend a finding, without those that only hide it. */
export function mends(project: Project, finding: Finding): readonly Fix[] {
  const place = placeOf(project, finding);
  if (!place?.condition) return ownMends(project, finding);
  const { condition, source, facts } = place;
  return [
    ...ownMends(project, finding),
    ...moveToTasks(project, finding, condition, source, facts),
    ...split(project, condition, source),
    ...toManualTest(project, finding, condition, source, facts),
  ];
}

/** What the rule itself proposes, written as the document demands. */
export function ownMends(project: Project, finding: Finding): readonly Fix[] {
  const own = finding.fixes ?? [];
  const place = placeOf(project, finding);
  if (!place) return [...own, ...(settlesByRule.get(finding.rule)?.(project, finding) ?? [])];
  const { condition, source, facts } = place;
  if (!condition) return [...own, ...(mendsByRule.get(finding.rule)?.(project, finding, source, facts) ?? [])];
  return own
    .filter((fix) => silences(project, finding, fix, condition, source))
    .map((fix) => ({ ...fix, edits: fix.edits.map((edit) => fitted(edit, condition.item.textAt, source)) }));
}

/** What there is to choose from, in the words of a menu; quicker than working it out. */
export function titlesOf(project: Project, finding: Finding): readonly string[] {
  return (finding.category ? (finding.fixes ?? []) : ownMends(project, finding)).map(({ title }) => title);
}

/** Where a finding stands: in which document, and for one about a condition in which. */
function placeOf(project: Project, { at, category }: Finding) {
  const source = project.sources.get(at.path);
  const facts = documentAt(project.documents, at.path);
  if (!source || !facts) return undefined;
  const condition = category ? conditionAt(facts, at.start) : undefined;
  return category && !condition ? undefined : { source, facts, condition };
}

/** Whether a condition is silent after a fix. What a rule proposes for its words may not be enough for a condition that says more. */
function silences(project: Project, { rule }: Finding, { edits }: Fix, { gate, item }: Condition, source: Source): boolean {
  const { start, end } = item.textAt;
  const words = applyEdits(
    source.path,
    source.text.slice(start, end),
    edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  );
  const siblings = gate.items.filter((other) => other !== item).map(({ text }) => text);
  const line = words
    .split(/[\r\n]+/)
    .map((one, index) => (index === 0 ? one : one.replace(/^[\s>]+/, '')).trimEnd())
    .join(' ');
  const found = judgeGateLine(line, { commands: project.commands, siblings });
  return !found.some((one) => one.rule.id === rule);
}
