import { allowPath } from '../allowPath.ts';
import type { Edit, Finding, Fix, Stop } from '../model.ts';
import { placedText } from '../placed.ts';
import { addToScope } from '../plan/addToScope.ts';
import type { Project } from '../project.ts';
import { phaseOf, scopeVerdict } from '../scope.ts';
import { settingsPath } from '../settings.ts';
import { defer, laterPhase } from './defer.ts';

/**
 * The ways to settle an edit outside the scope, besides adding the file to it: add its folder, where no phase owns it; leave the work to
 * the phase that owns it or to the next one; allow it now. The last two wait for a person's reason, and without one an exception does not
 * count.
 */
export function settleOutside(project: Project, { at: { path } }: Finding): readonly Fix[] {
  const [plan] = project.plans;
  const phase = plan?.current && phaseOf(plan, plan.current.phase);
  if (!plan || !phase) return [];
  const { owner, matched } = scopeVerdict(plan, path, project.settings);
  const folder = path.includes('/') && owner === null && !matched ? path.slice(0, path.lastIndexOf('/')) : undefined;
  const around = (one: string) => {
    const source = project.sources.get(one);
    return source && placedText(source);
  };
  const whole = folder && addToScope(phase, `${folder}/**`, around);
  const to = laterPhase(plan, phase, owner);
  const later = to && defer(project, plan, { what: `Change ${path}`, task: null, from: phase, to });
  const allowed = allowPath(project.sources.get(settingsPath), { path, phase: phase.id, reason: '', by: '', until: '' });
  return [
    ...(whole ? [{ title: `Add everything below ${folder} to the scope of phase ${phase.id}`, edits: [whole] }] : []),
    ...(later ? [{ title: `Leave it to phase ${to.id}, as a task`, edits: later }] : []),
    ...('refused' in allowed ? [] : [{ title: `Allow it in phase ${phase.id}, with a reason`, edits: [asking(allowed)] }]),
  ];
}

/** What is asked for an exception; each answer is written between quotes, so that any words fit. */
const questions: readonly (readonly [key: string, Omit<Stop, 'start' | 'end'>])[] = [
  ['reason', { prompt: 'Why may it change now?' }],
  ['by', { prompt: 'Who allows it?', answer: 'name', optional: true }],
  ['until', { prompt: 'Until which day (such as 2026-12-01)? Empty: as long as the phase', answer: 'day', optional: true }],
];

function asking(edit: Edit): Edit {
  let { text } = edit;
  const stops: Stop[] = [];
  for (const [key, question] of questions) {
    const at = text.indexOf(`${key}:`, stops.at(-1)?.end) + key.length + 1;
    text = `${text.slice(0, at)} ''${text.slice(at)}`;
    stops.push({ ...question, start: at + 2, end: at + 2 });
  }
  return { ...edit, text, stops };
}
