import { pinPhase as editsFor, settingsPath } from '../../core/index.ts';
import { toWorkspaceEdit } from '../edits.ts';
import type { Folder } from '../folder.ts';
import type { EditAnswer } from '../protocol.ts';
import type { Session } from '../session.ts';

/** The edit of `phasewise.yaml` that pins the current phase, or with null lets it be derived again. */
export function pinPhase(session: Session, folder: Folder, phase: string | null): EditAnswer {
  const edits = editsFor(folder.project.sources.get(settingsPath), phase);
  return toWorkspaceEdit(session, folder, edits);
}
