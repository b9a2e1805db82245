import type { RenameFilesParams } from 'vscode-languageserver';
import { type Move, renamePaths, settingsPath } from '../../core/index.ts';
import { toWorkspaceEdit } from '../edits.ts';
import type { Folder } from '../folder.ts';
import { isOwnMove } from '../ownMoves.ts';
import type { WorkspaceEdit } from '../protocol.ts';
import type { Session } from '../session.ts';

/**
 * The edits after which the plans name files that are about to move by their new paths, or null where none of them does. An editor asks
 * the person before it takes them.
 */
export function renameFiles(session: Session, { files }: RenameFilesParams): WorkspaceEdit | null {
  const moves = new Map<Folder, Move[]>();
  for (const { oldUri, newUri } of files) {
    const [from, to] = [session.place(oldUri), session.place(newUri)];
    // A file that leaves its workspace folder has no path in its plan any more.
    if (!from || from.folder !== to?.folder || isOwnMove(from.folder, from.path, to.path)) continue;
    const known = moves.get(from.folder) ?? [];
    moves.set(from.folder, [...known, { from: from.path, to: to.path }]);
  }
  const each = [...moves].flatMap(([folder, own]) => {
    const { sources, plans } = folder.project;
    const paths = [settingsPath, ...plans.flatMap((plan) => plan.documents)];
    const edits = renamePaths(
      paths.flatMap((path) => sources.get(path) ?? []),
      own,
    );
    return edits.length > 0 ? [toWorkspaceEdit(session, folder, edits)] : [];
  });
  if (each.length === 0) return null;
  if (!session.client.documentChanges) return { changes: Object.assign({}, ...each.map((one) => one.changes)) };
  return { documentChanges: each.flatMap((one) => one.documentChanges ?? []) };
}
