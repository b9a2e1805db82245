import {
  recordAttempt as attempted,
  deferWork,
  gateVerdict,
  moveStatus as moved,
  tagOffer as offered,
  type Phase,
  type Plan,
  signOff as signed,
} from '../../core/index.ts';
import { localDay } from '../../host/day.ts';
import { toWorkspaceEdit } from '../edits.ts';
import type { Folder } from '../folder.ts';
import type {
  DeferParams,
  EditAnswer,
  GateParams,
  MoveStatusParams,
  RecordAttemptParams,
  SignOffParams,
  TagReport,
} from '../protocol.ts';
import type { Session } from '../session.ts';
import { pathOf, placedPhase } from './gate.ts';

/** The edits that sign a phase off, from the verdict as it is now. */
export function signOff(session: Session, folder: Folder, params: SignOffParams): EditAnswer {
  const { actor, role = null, date = localDay(), commit = null, correlationId = null, evidence = [], override = null } = params;
  const record = { actor, role, date, commit, correlationId, evidence, override };
  return editing(session, folder, params, (plan, phase) =>
    signed(folder.project, plan, phase, record, gateVerdict(folder.project, plan, phase, params.runs)),
  );
}

/** The edits that move a phase to a status. */
export function moveStatus(session: Session, folder: Folder, params: MoveStatusParams): EditAnswer {
  return editing(session, folder, params, (plan, phase) => moved(folder.project, plan, phase, params.status));
}

/** The edits that add a try to the history of a gate. */
export function recordAttempt(session: Session, folder: Folder, params: RecordAttemptParams): EditAnswer {
  const { outcome, items = [], note = null, date = localDay(), actor = null, commit = null } = params;
  const failed = items.map((one) => ({ step: one.step, note: one.note ?? null }));
  const attempt = { outcome, items: failed, note, date, actor, commit };
  return editing(session, folder, params, (_, phase) => attempted(folder.project, phase, attempt));
}

/** The edits that put off a task or step, in both phases. */
export function defer(session: Session, folder: Folder, params: DeferParams): EditAnswer {
  const { what, to = null, why = null } = params;
  return editing(session, folder, params, (plan, phase) => deferWork(folder.project, plan, phase, { what, to, why }));
}

/** The tag to set when a phase is through. */
export function tagOffer(session: Session, folder: Folder, params: GateParams): TagReport {
  const placed = placedPhase(folder.project, params.phase, pathOf(session, params));
  if (!placed) return { name: '', message: '', problem: gone(params) };
  return offered(folder.project, placed.plan, placed.phase);
}

/** What the core writes about a phase, as an edit of the editor; refused where the phase is gone. */
export function editing(
  session: Session,
  folder: Folder,
  params: GateParams,
  write: (plan: Plan, phase: Phase) => ReturnType<typeof moved>,
): EditAnswer {
  const placed = placedPhase(folder.project, params.phase, pathOf(session, params));
  if (!placed) return { refused: gone(params) };
  const edits = write(placed.plan, placed.phase);
  return 'refused' in edits ? edits : toWorkspaceEdit(session, folder, edits);
}

function gone({ phase }: GateParams): string {
  return `There is no phase ${phase} in the plan any more.`;
}
