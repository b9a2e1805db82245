import { linesBehind, lineText } from '../fixes/lines.ts';
import { sectionOf } from '../fixes/section.ts';
import type { Edit, Phase, Plan, Status } from '../model.ts';
import type { Project } from '../project.ts';
import type { Field } from '../read/outline.ts';
import { isLegend } from '../read/status.ts';
import { lineAt, type Source } from '../source.ts';
import { documentsAbout } from './documentsAbout.ts';
import { statusWordFor } from './statusWord.ts';

/**
 * A phase of which nothing states a status: the place for it is filled in (`Status: not-started / done`, `**Status:**`), else a line is
 * written below its heading, as other phases have it.
 */
export function writeStatus(project: Project, plan: Plan, phase: Phase, to: Status): readonly Edit[] {
  for (const { source, outline, isOwn } of documentsAbout(project, phase)) {
    const field = outline.fields.find(
      (one) => isOwn(one) && !one.parent && one.stage === null && one.label.topic?.role === 'status' && isBlankStatus(one.value),
    );
    if (!field) continue;
    return [fillStatus(source, plan, field, to)];
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

/** The edit that fills in a label for a status: `Status: not-started / done`. */
export function fillStatus(source: Source, plan: Plan, { value, valueAt }: Field, to: Status): Edit {
  const { path } = source;
  const { start, end } = valueAt;
  const glued = start === end && !/\s/.test(source.text[start - 1] ?? ' ');
  const like = { status: 'unknown' as const, text: styleOf(value), at: { path, start, end }, form: 'label' as const };
  const word = statusWordFor(plan, like, to);
  return { path, start, end, text: glued ? ` ${word}` : word };
}

/** Nothing, a line to write on, or the words that may stand there. */
export function isBlankStatus(value: string): boolean {
  return /^[\s_.…[\]<>-]*$/.test(value) || isLegend(value) || /^[[<{].*[\]>}]$/.test(value);
}

/** How the words of a template look: `not-started`. */
function styleOf(template: string): string {
  const words = template.split(/[/|·,]/).map((word) => word.trim());
  return words.find((word) => /[ _-]/.test(word)) ?? words[0] ?? '';
}
