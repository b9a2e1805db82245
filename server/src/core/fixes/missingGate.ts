import { documentAt } from '../documents.ts';
import type { Finding, Fix } from '../model.ts';
import { planOf } from '../plan/plan.ts';
import type { Project } from '../project.ts';
import { lineAt, type Source } from '../source.ts';
import { firstCondition, gateFormOf } from './gateForm.ts';
import { headingLevel, linesBehind, lineText } from './lines.ts';
import { lastLineOf } from './section.ts';
import { gateInYaml } from './yamlGate.ts';

/** A gate at the end of the phase or stage, written as the plan writes the others. */
export function addGate(project: Project, { at }: Finding, source: Source): readonly Fix[] {
  const facts = documentAt(project.documents, at.path);
  const plan = planOf(project.plans, at.path);
  const unit = [...(facts?.phases ?? []), ...(facts?.stages ?? [])].find(
    (one) => one.nameAt.start === at.start || (one.at.start === at.start && one.at.end === at.end),
  );
  if (unit?.form === 'yaml' && plan) return gateInYaml(project, plan, unit, source);
  const form = plan && gateFormOf(project, plan, at.path);
  if (!unit || !form) return [];
  const level = headingLevel(lineText(source, lineAt(source, unit.at.start)));
  const last = lastLineOf(source, unit.at.end, unit.extent.end);
  const condition = form.condition(firstCondition(project));
  // A line among the lines of a list stays among them.
  const isItem = (text: string) => /^[\s>]*[-*+]\s/.test(text);
  const gap = form.inline && isItem(condition.text) && isItem(lineText(source, last)) ? [] : [''];
  const lines = [...gap, ...form.announce(unit.id, level), condition];
  return [{ title: `Add "${form.label}" to the ${unit.kind}`, edits: [linesBehind(source, last, lines)] }];
}

/** The first condition below a label or heading that announces a gate with none. */
export function addCondition(project: Project, { at }: Finding, source: Source): readonly Fix[] {
  const plan = planOf(project.plans, at.path);
  const form = plan && gateFormOf(project, plan, at.path);
  const line = lineAt(source, at.start);
  const isHeading = headingLevel(lineText(source, line)) > 0;
  const words = firstCondition(project);
  const condition =
    form && !form.inline
      ? form.condition(words)
      : { text: `- ${words.text}`, stops: words.stops.map(({ start, end }) => ({ start: start + 2, end: end + 2 })) };
  return [{ title: 'Add a condition', edits: [linesBehind(source, line, isHeading ? ['', condition] : [condition])] }];
}
