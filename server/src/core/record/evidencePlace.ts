import { documentAt } from '../documents.ts';
import { applyEdits } from '../fixes/edits.ts';
import type { DocumentFacts, Edit, Evidence, Phase, Plan } from '../model.ts';
import { linkTarget } from '../outcomeText.ts';
import type { Project } from '../project.ts';
import { folderOf, joined } from '../proof/relativePath.ts';
import { readDocument } from '../read/document.ts';
import { outlineOf } from '../read/markdownDocument.ts';
import { keyOf } from '../read/unitName.ts';
import type { Settings } from '../settings.ts';
import { isSame } from '../share.ts';
import { type Source, toSource } from '../source.ts';
import type { Step } from '../steps/step.ts';
import { linkFrom } from './artifact.ts';
import { fillYamlEvidence } from './evidenceInYaml.ts';
import { valueEdit } from './item.ts';
import { withoutPlaces } from './proof.ts';
import { cellEdit } from './row.ts';

/**
 * The edits that put the link to a kept output where the plan has an empty place for evidence of the same phase or stage: `- Evidence
 * links:` of a stage log, the Evidence cell of a tracker. A place that holds something already is left to its author.
 * @param artifact the link as it stands beside the outcome, relative to the document of the step
 */
export function fillEvidence(project: Project, plan: Plan, phase: Phase, step: Step, artifact: string): readonly Edit[] {
  const file = /^[a-z][a-z\d+.-]*:/i.test(artifact) ? undefined : joined(folderOf(step.at.path), artifact);
  if (file === undefined) return [];
  return plan.documents.flatMap((path) => {
    const [source, facts] = [project.sources.get(path), documentAt(project.documents, path)];
    if (!source || !facts) return [];
    if (/\.ya?ml$/i.test(path)) {
      const edit = path === step.at.path ? fillYamlEvidence(source, step.at.end - 1, file) : undefined;
      return edit && isProven(source, facts, edit, project.settings) ? [edit] : [];
    }
    const place = facts.evidence.find((one) => isFor(one, phase, step));
    return place ? filled(source, facts, place, `[${nameOf(step)}](${linkTarget(linkFrom(path, file))})`, project.settings) : [];
  });
}

/** An empty place for evidence of the same stage, or of the phase where the step is of no stage. */
function isFor({ kind, phase, stage }: Evidence, { id }: Phase, step: Step): boolean {
  return kind === 'none' && phase !== null && keyOf(phase) === keyOf(id) && stage === step.stage;
}

function nameOf({ id, title }: Step): string {
  const name = (id ?? title)
    .replace(/[[\]|`<>\\*_]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return name.length > 60 ? `${name.slice(0, 57).trimEnd()}…` : name === '' ? 'output' : name;
}

function filled(source: Source, facts: DocumentFacts, { at }: Evidence, link: string, settings: Settings): readonly Edit[] {
  const outline = outlineOf(source);
  const field = outline.fields.find((one) => one.label.topic?.role === 'evidence' && one.at.start === at.start);
  const row = outline.passages
    .flatMap(({ block }) => (block.type === 'table' && block.start <= at.start && at.end <= block.end ? block.rows : []))
    .find(({ start, end }) => start <= at.start && at.end <= end);
  const edit = field ? valueEdit(source, field, link) : row ? cellEdit(source, row, at.start, at.end, link) : undefined;
  return edit && isProven(source, facts, edit, settings) ? [edit] : [];
}

/** Whether the edited document has evidence more, or in an empty place, and says the same otherwise. */
function isProven(source: Source, facts: DocumentFacts, edit: Edit, settings: Settings): boolean {
  const after = readDocument(toSource(source.path, applyEdits(source.path, source.text, [edit])), settings);
  const given = (one: DocumentFacts) => one.evidence.filter(({ kind }) => kind !== 'none').length;
  const others = (one: DocumentFacts) => {
    const tasks = one.tasks.map((task) => ({ ...task, evidence: [] }));
    return withoutPlaces({ ...one, tasks, evidence: [] });
  };
  return given(after) > given(facts) && isSame(others(facts), others(after));
}
