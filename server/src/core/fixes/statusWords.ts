import type { Finding, Fix, StatusStatement } from '../model.ts';
import { planOf } from '../plan/plan.ts';
import type { Project } from '../project.ts';

/** "One of them is out of date": the words of the other statement, where both stand as words. */
export function sayTheSame(project: Project, { at, related }: Finding): readonly Fix[] {
  const all = statementsOf(project, at.path);
  const own = all.find((one) => one.at.path === at.path && one.at.start === at.start);
  const other = all.find((one) => related?.some((place) => place.at.path === one.at.path && place.at.start === one.at.start));
  if (!own || !other || !isWords(own) || !isWords(other)) return [];
  return [
    { title: `Write "${other.text}" here too`, edits: [{ ...own.at, text: other.text }] },
    { title: `Write "${own.text}" in ${other.at.path} too`, edits: [{ ...other.at, text: own.text }] },
  ];
}

/** A claim that nothing proves goes back to where the work is, in the word that the plan has for it. */
export function takeStatusBack(project: Project, { at }: Finding): readonly Fix[] {
  const all = statementsOf(project, at.path);
  const own = all.find((one) => one.at.path === at.path && one.at.start === at.start);
  if (!own || !isWords(own)) return [];
  const usual = all.find(({ status, form }) => status === 'in_progress' && form !== 'item')?.text;
  const text =
    usual ?? (/^[a-z]+(?:[-_][a-z]+)+$/.test(own.text) ? 'in-progress' : /^[a-z]/.test(own.text) ? 'in progress' : 'In progress');
  return [{ title: `Take it back to "${text}"`, edits: [{ ...own.at, text }] }];
}

function statementsOf({ plans }: Project, path: string): readonly StatusStatement[] {
  const plan = planOf(plans, path);
  if (!plan) return [];
  return [
    ...plan.phases.flatMap((phase) => [...phase.statements, ...phase.stages.flatMap(({ statement }) => statement ?? [])]),
    ...plan.stages.flatMap(({ statement }) => statement ?? []),
  ];
}

/** Neither a box nor a column of a board, and nothing that only a picture says. */
function isWords({ form, text, at }: StatusStatement): boolean {
  return form !== 'item' && form !== 'board' && form !== 'diagram' && at.end - at.start === text.length;
}
