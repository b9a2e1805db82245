import type { Edit, Phase, Plan, Status, StatusStatement } from '../model.ts';
import { disagree } from '../plan/agreement.ts';
import { statusWords } from '../plan/current.ts';
import { mayFollow } from '../plan/transitions.ts';
import type { Project } from '../project.ts';
import type { Refusal } from '../refusal.ts';
import { capital, nameOf } from '../scope.ts';
import { restate } from './restate.ts';
import { writeStatus } from './writeStatus.ts';

/**
 * The edits that move a phase to a status: the statement that weighs most, and every other one that stood beside it or would contradict it
 * now, each in the words of its own place. Only steps that may be taken are; else it is refused with the way to go.
 */
export function moveStatus(project: Project, plan: Plan, phase: Phase, to: Status): readonly Edit[] | Refusal {
  const refused = refusedMove(phase, to);
  if (refused) return { refused };
  const edits = statusEdits(project, plan, phase, to);
  if (edits.length > 0) return edits;
  if (phase.status === to) return { refused: `${capital(nameOf(phase))} is ${statusWords[to]} already.` };
  return {
    refused: `No document has a place for the status of ${nameOf(phase)} that can be written: give it a line \`Status:\`.`,
  };
}

/** Why a phase may not go to a status, and which way leads there; undefined where it may. */
export function refusedMove(phase: Phase, to: Status): string | undefined {
  const from = phase.derived;
  // An open box only says "not finished": it has no word for the steps between.
  const isOpenBox = phase.statement?.form === 'item' && from === 'planned';
  if (isOpenBox || mayFollow(from, to)) return undefined;
  if (from === 'signed_off')
    return `${capital(nameOf(phase))} is signed off and locked. Take its sign-off back with a reason first, or put the work in a later phase.`;
  const steps = wayTo(from, to).map((status) => statusWords[status]);
  return `${capital(nameOf(phase))} is ${statusWords[from]}. From there it goes to ${steps.join(', then to ')}; move it to ${steps[0]} first.`;
}

/** The edits without asking whether the step may be taken. A phase that nothing states a status of gets a line for it. */
export function statusEdits(project: Project, plan: Plan, phase: Phase, to: Status): readonly Edit[] {
  const [main, ...others] = phase.statements;
  if (!main) return writeStatus(project, plan, phase, to);
  const next: StatusStatement = { ...main, status: to };
  const moved = [
    ...(main.status === to ? [] : [main]),
    ...others.filter((one) => one.status !== to && (one.status === main.status || disagree(one, next))),
  ];
  const edits = moved.flatMap((statement) => restate(project, plan, statement, to));
  // Two readings of the same words (a row that is also a mention) are changed once.
  return edits.filter(
    (edit, index) => edits.findIndex((other) => other.path === edit.path && other.start === edit.start) === index,
  );
}

/** Each step from one status to another, the last one included: `ready`, `signed_off` after `in_progress`. */
function wayTo(from: Status, to: Status): readonly Status[] {
  const way: readonly Status[] = ['in_progress', 'ready', 'signed_off'];
  const target = to === 'done' ? 'ready' : to;
  const end = way.indexOf(target);
  const start = way.findIndex((step) => mayFollow(from, step));
  return [
    ...way.slice(Math.max(0, from === 'in_progress' || from === 'partial' || from === 'blocked' ? 1 : start), Math.max(0, end)),
    to,
  ];
}
