import { linesBehind, lineText } from '../fixes/lines.ts';
import { sectionOf } from '../fixes/section.ts';
import type { Edit, Phase, Plan, Status } from '../model.ts';
import type { Project } from '../project.ts';
import { isLegend } from '../read/status.ts';
import { lineAt } from '../source.ts';
import { documentsAbout } from './outlineOf.ts';
import { statusWordFor } from './statusWord.ts';

/**
 * A phase of which nothing states a status: the place for it is filled in (`Status: not-started / done`, `**Status:**`), else a line is
 * written below its heading, as other phases have it.
 */
export function writeStatus(project: Project, plan: Plan, phase: Phase, to: Status): readonly Edit[] {
  for (const { source, outline, isOwn } of documentsAbout(project, phase)) {
    const { path } = source;
    const field = outline.fields.find(
      (one) => isOwn(one) && !one.parent && one.stage === null && one.label.topic?.role === 'status' && isBlank(one.value),
    );
    if (!field) continue;
    const { start, end } = field.valueAt;
    const glued = start === end && !/\s/.test(source.text[start - 1] ?? ' ');
    const word = statusWordFor(
      plan,
      { status: 'unknown', text: styleOf(field.value), at: { path, start, end }, form: 'label' },
      to,
    );
    return [{ path, start, end, text: glued ? ` ${word}` : word }];
  }
  const section = sectionOf(project, phase);
  if (!section) return [];
  const { source, first } = section;
  const other = plan.phases
    .flatMap(({ statements }) => statements)
    .find(({ form, at }) => form === 'label' && at.path === source.path);
  const like = other ?? { status: 'unknown' as const, text: 'In Progress', at: phase.source, form: 'label' as const };
  const line = other && lineText(source, lineAt(source, other.at.start));
  const lead = line?.slice(0, line.indexOf(other?.text ?? '')) ?? '**Status:** ';
  const words = `${lead.replace(/\[[xX]\]/, '[ ]')}${statusWordFor(plan, like, to)}`;
  const spaced = lineText(source, first + 1).trim() === '';
  return [linesBehind(source, first, spaced ? ['', words] : [words])];
}

/** Nothing, a line to write on, or the words that may stand there. */
function isBlank(value: string): boolean {
  return /^[\s_.…[\]<>-]*$/.test(value) || isLegend(value) || /^[[<{].*[\]>}]$/.test(value);
}

/** How the words of a template look: `not-started`. */
function styleOf(template: string): string {
  const words = template.split(/[/|·,]/).map((word) => word.trim());
  return words.find((word) => /[ _-]/.test(word)) ?? words[0] ?? '';
}
