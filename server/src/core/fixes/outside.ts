import { allowPath } from '../allowPath.ts';
import type { Edit, Finding, Fix } from '../model.ts';
import type { Project } from '../project.ts';
import { phaseOf, scopeVerdict } from '../scope.ts';
import { settingsPath } from '../settings.ts';
import { defer, laterPhase } from './defer.ts';

/**
 * The ways to settle an edit outside the scope, besides adding the file to it: leave the work to the phase that owns it or to the next one,
 * or allow it now, with a reason. Both wait for words of a person; an exception without a reason does not count.
 */
export function settleOutside(project: Project, { at: { path } }: Finding): readonly Fix[] {
  const [plan] = project.plans;
  const phase = plan?.current && phaseOf(plan, plan.current.phase);
  if (!plan || !phase) return [];
  const { owner } = scopeVerdict(plan, path, project.settings);
  const to = laterPhase(plan, phase, owner);
  const later = to && defer(project, plan, { what: `Change ${path}`, task: null, from: phase, to });
  const allowed = allowPath(project.sources.get(settingsPath), { path, phase: phase.id, reason: '', by: null, until: null });
  return [
    ...(later ? [{ title: `Leave it to phase ${to.id}, as a task`, edits: later }] : []),
    ...('refused' in allowed ? [] : [{ title: `Allow it in phase ${phase.id}, with a reason`, edits: [withReason(allowed)] }]),
  ];
}

const reason = "reason: ''";

/** The reason is written between quotes, so that any words fit. */
function withReason(edit: Edit): Edit {
  const at = edit.text.indexOf('reason:');
  const text = edit.text.slice(0, at) + reason + edit.text.slice(at + 'reason:'.length);
  const start = at + reason.length - 1;
  return { ...edit, text, stops: [{ start, end: start, prompt: 'Why may it change now?' }] };
}
