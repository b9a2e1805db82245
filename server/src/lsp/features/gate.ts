import {
  earlierSteps,
  gateVerdict,
  type Phase,
  type Plan,
  type Project,
  phaseOf,
  signoffState,
  stepsOf,
  toGateReport,
  toStepReport,
} from '../../core/index.ts';
import type { Folder } from '../folder.ts';
import type { GateAnswer, GateParams } from '../protocol.ts';
import type { Session } from '../session.ts';

/** The verdict on a gate with everything there is to go through; null where there is no such phase. */
export function gate(session: Session, folder: Folder, params: GateParams): GateAnswer | null {
  const { project } = folder;
  const placed = placedPhase(project, params.phase, pathOf(session, params));
  if (!placed) return null;
  const { plan, phase } = placed;
  const verdict = gateVerdict(project, plan, phase, params.runs);
  return {
    folder: folder.uri,
    report: toGateReport(project, verdict),
    steps: stepsOf(project, plan, phase).map((step) => toStepReport(step, project)),
    earlier: earlierSteps(project, plan, phase).map((step) => toStepReport(step, project)),
    signOff: signoffState(project, phase, verdict),
    timeout: project.settings.run.timeout,
  };
}

/** The path of the document that was named by its path or URI. */
export function pathOf(session: Session, { document }: { readonly document?: string | null }): string | null {
  return (document?.includes('://') ? session.place(document)?.path : document) ?? null;
}

/** A phase by its id: the one of the plan that a document belongs to comes first. */
export function placedPhase(
  { plans }: Project,
  id: string,
  document: string | null,
): { readonly plan: Plan; readonly phase: Phase } | undefined {
  const holds = (plan: Plan) => Number(document !== null && plan.documents.includes(document));
  for (const plan of [...plans].sort((a, b) => holds(b) - holds(a))) {
    const phase = phaseOf(plan, id);
    if (phase) return { plan, phase };
  }
  return undefined;
}
