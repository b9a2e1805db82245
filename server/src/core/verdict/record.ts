import type { Phase, Plan } from '../model.ts';
import { allOf } from '../plan/allOf.ts';
import { isFinished, statusWords } from '../plan/current.ts';
import { mayFollow } from '../plan/transitions.ts';
import { keyOf } from '../read/unitName.ts';
import { capital, nameOf } from '../scope.ts';
import { tagOffer } from '../signoff/tagOffer.ts';
import { type Judged, plural, type Requirement } from './requirement.ts';

/** Every phase before it is through. */
export function earlierThrough({ plan, phase }: Judged): Requirement {
  const before = plan.phases.slice(0, plan.phases.indexOf(phase));
  if (before.length === 0) return { id: 'earlier', state: 'none', text: 'It is the first phase', items: [] };
  const open = before.filter((one) => !isFinished(one));
  const items = open.map((one) => ({
    text: `${nameOf(one)} is ${statusWords[one.derived]}`,
    at: one.statement?.at ?? one.source,
  }));
  if (open.length === 0)
    return {
      id: 'earlier',
      state: 'pass',
      text:
        before.length === 1
          ? `${capital(nameOf(before[0] ?? phase))} is through`
          : `${capital(allOf(before.length, 'earlier phases'))} are through`,
      items,
    };
  return {
    id: 'earlier',
    state: 'fail',
    text: `${open.length} earlier ${plural(open.length, 'phase')} ${open.length === 1 ? 'is' : 'are'} not through`,
    items,
  };
}

/** What was allowed outside the scope is told, and fails nothing: a person gave a reason for it. */
export function exceptionsListed({ project, phase }: Judged): Requirement {
  const own = project.settings.scope.exceptions.filter((one) => one.phase === null || keyOf(one.phase) === keyOf(phase.id));
  if (own.length === 0) return { id: 'exceptions', state: 'none', text: 'No file was allowed outside its scope', items: [] };
  const items = own.map(({ path, reason, by, until, ended, at }) => {
    const last = until ? [`${ended ? 'ended on' : 'until'} ${until}`] : [];
    const said = [...(by ? [by] : []), ...last].join(', ');
    return { text: `${path}: ${reason}${said ? ` (${said})` : ''}`, at };
  });
  return {
    id: 'exceptions',
    state: 'pass',
    text: `${own.length} ${plural(own.length, 'file')} allowed outside its scope`,
    items,
  };
}

/** In plans that know "ready for sign-off", its status allows the sign-off. */
export function statusAllows({ plan, phase }: Judged): Requirement {
  const { status, statement } = phase;
  const signs = plan.phases.some((one) => one.status === 'ready' || one.status === 'signed_off');
  const items = statement ? [{ text: statement.text, at: statement.at }] : [];
  if (status === 'signed_off') return signedOff(plan, phase);
  if (!statement || !signs)
    return { id: 'status', state: 'none', text: 'The plan asks for no status before its sign-off', items: [] };
  if (mayFollow(status, 'signed_off')) return { id: 'status', state: 'pass', text: `It is ${statusWords[status]}`, items: [] };
  return {
    id: 'status',
    state: 'fail',
    text: `It is ${statusWords[status]}, and has to be ready for sign-off or done first`,
    items,
  };
}

/** In plans that keep records of sign-offs, the status alone is a claim. */
function signedOff(plan: Plan, { signoffs }: Phase): Requirement {
  const last = signoffs.at(-1);
  const keeps = plan.phases.some((one) => one.signoffs.some(({ outcome }) => outcome === 'approved'));
  const records = last ? [{ text: `${last.outcome}${last.actor ? ` by ${last.actor}` : ''}`, at: last.at }] : [];
  if (last?.outcome === 'rejected')
    return { id: 'status', state: 'fail', text: 'It is signed off, and the last record rejects it', items: records };
  if (keeps && !signoffs.some(({ outcome }) => outcome === 'approved'))
    return { id: 'status', state: 'fail', text: 'It is signed off, and no record says by whom', items: records };
  return { id: 'status', state: 'pass', text: 'It is signed off', items: [] };
}

/** The tag that marks its passed gate is still to be had. */
export function tagFree({ project, plan, phase }: Judged): Requirement {
  if (project.tags === undefined) return { id: 'tag', state: 'none', text: 'Without Git no tag is asked for', items: [] };
  const { name, problem } = tagOffer(project, plan, phase);
  if (phase.tag === null && problem === null) return { id: 'tag', state: 'pass', text: `The tag ${name} is free`, items: [] };
  if (phase.tag === null) return { id: 'tag', state: 'fail', text: (problem ?? '').replace(/\.$/, ''), items: [] };
  if (phase.status === 'signed_off') return { id: 'tag', state: 'pass', text: `It has the tag ${phase.tag}`, items: [] };
  return { id: 'tag', state: 'fail', text: `The tag ${phase.tag} exists already, and it is not signed off`, items: [] };
}
