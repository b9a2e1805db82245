import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
} from 'vscode-languageserver';
import { offsetAt, renamableAt, rename as renamed } from '../../core/index.ts';
import { toRange } from '../convert.ts';
import type { WorkspaceEdit } from '../protocol.ts';
import { toRenumberEdit } from '../renumberEdit.ts';
import type { Placed, Session } from '../session.ts';

/** The words under the cursor that can be renamed; an editor shows why where there are none. */
export function prepareRename({ position }: PrepareRenameParams, { folder, path }: Placed): PrepareRenameResult {
  const found = renamableAt(folder.project, path, offset(position, { folder, path }));
  if ('refused' in found) throw refusal(found.refused);
  return { range: toRange(found.at, folder.project.sources), placeholder: found.text };
}

/** The edit that renames a phase, its title, a stage or a task everywhere in its plan. */
export function rename(session: Session, { position, newName }: RenameParams, { folder, path }: Placed): WorkspaceEdit {
  const result = renamed(folder.project, path, offset(position, { folder, path }), newName);
  if ('refused' in result) throw refusal(result.refused);
  return toRenumberEdit(session, folder, result).edit;
}

function offset({ line, character }: PrepareRenameParams['position'], { folder, path }: Placed): number {
  const source = folder.project.sources.get(path);
  return source ? offsetAt(source, { line, column: character }) : 0;
}

function refusal(why: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, why);
}
