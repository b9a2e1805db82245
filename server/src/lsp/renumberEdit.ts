import type { Insertion, Renumbering } from '../core/index.ts';
import { toWorkspaceEdit } from './edits.ts';
import type { Folder } from './folder.ts';
import { expectMoves } from './ownMoves.ts';
import type { RenumberAnswer } from './protocol.ts';
import type { Session } from './session.ts';
import { toUri } from './uris.ts';

/**
 * A change of names as one undoable step: the texts first, then the files, which is the order in which editors take them.
 */
export function toRenumberEdit(
  session: Session,
  folder: Folder,
  result: Renumbering | Insertion,
): Omit<Extract<RenumberAnswer, { edit: unknown }>, 'phase' | 'label'> {
  const { edits, moves, warnings } = result;
  const page = 'page' in result ? result.page : null;
  const edit = toWorkspaceEdit(session, folder, edits);
  const { client } = session;
  const canMove = edit.documentChanges !== undefined && client.renameFile;
  if (edit.documentChanges && canMove) {
    edit.documentChanges.push(
      ...moves.map(({ from, to }) => ({
        kind: 'rename' as const,
        oldUri: folder.openUri(from) ?? toUri(folder.uri, from),
        newUri: toUri(folder.uri, to),
      })),
    );
    expectMoves(folder, moves, edits);
  }
  const left: string[] = canMove
    ? []
    : moves.map(({ from, to }) => `Rename ${from} to ${to}: this editor does not do it by itself.`);
  const canCreate = edit.documentChanges !== undefined && client.createFile && left.length === 0;
  if (page && edit.documentChanges && canCreate) {
    const uri = toUri(folder.uri, page.path);
    const start = { line: 0, character: 0 };
    edit.documentChanges.push(
      { kind: 'create', uri },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: page.text }] },
    );
  } else if (page) left.push(`Give the new phase a document of its own, ${page.path}.`);
  return { edit, warnings: [...warnings, ...left] };
}
