import { gateVerdict, moveStatus as moved, tagOffer as offered, signOff as signed } from '../../core/index.ts';
import { localDay } from '../../host/day.ts';
import { toWorkspaceEdit } from '../edits.ts';
import type { Folder } from '../folder.ts';
import type { EditAnswer, MoveStatusParams, PhaseParams, SignOffParams, TagAnswer } from '../protocol.ts';
import type { Session } from '../session.ts';
import { isPlaced, placePhase } from './placePhase.ts';

/** The edits that sign a phase off, from the verdict as it is now. */
export function signOff(session: Session, folder: Folder, params: SignOffParams): EditAnswer {
  const at = placePhase(session, folder, params);
  if (!isPlaced(at)) return at;
  const { actor, role = null, date = localDay(), commit = null, correlationId = null, evidence = [], override = null } = params;
  const record = { actor, role, date, commit, correlationId, evidence, override };
  const { project } = folder;
  const edits = signed(project, at.plan, at.phase, record, gateVerdict(project, at.plan, at.phase));
  return 'refused' in edits ? edits : toWorkspaceEdit(session, folder, edits);
}

/** The edits that move a phase to a status. */
export function moveStatus(session: Session, folder: Folder, params: MoveStatusParams): EditAnswer {
  const at = placePhase(session, folder, params);
  if (!isPlaced(at)) return at;
  const edits = moved(folder.project, at.plan, at.phase, params.status);
  return 'refused' in edits ? edits : toWorkspaceEdit(session, folder, edits);
}

/** The tag to set when a phase is through. */
export function tagOffer(session: Session, folder: Folder, params: PhaseParams): TagAnswer {
  const at = placePhase(session, folder, params);
  return isPlaced(at) ? offered(folder.project, at.plan, at.phase) : { name: '', message: '', problem: at.refused };
}
