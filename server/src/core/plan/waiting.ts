import type { Phase, Plan } from '../model.ts';
import { finished, isUnderWay } from './current.ts';

/**
 * The phases whose gate waits for a person: those that are ready for sign-off, those under way whose last task is finished, and those
 * that say they are done in a plan that signs its phases off.
 */
export function gatesThatWait({ phases }: Plan): readonly Phase[] {
  const signs = phases.some(({ status }) => status === 'ready' || status === 'signed_off');
  return phases.filter((phase) => {
    if (phase.status === 'ready') return true;
    if (phase.status === 'done') return signs;
    return isUnderWay(phase) && phase.status !== 'blocked' && allTasksFinished(phase);
  });
}

function allTasksFinished({ tasks, stages }: Phase): boolean {
  const parts = [tasks, ...stages.map((stage) => stage.tasks)];
  return parts.some((part) => part.length > 0) && parts.every((part) => part.every(({ status }) => finished.has(status)));
}
