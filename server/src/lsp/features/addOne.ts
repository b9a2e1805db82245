import { addStage, addTest, applyEdits, toSource } from '../../core/index.ts';
import { toRange } from '../convert.ts';
import { toWorkspaceEdit } from '../edits.ts';
import type { Folder } from '../folder.ts';
import type { AddOneAnswer, AddOneParams } from '../protocol.ts';
import type { Session } from '../session.ts';
import { toUri } from '../uris.ts';
import { pathOf, placedPhase } from './gate.ts';

/** One more manual test or stage of a phase, in the form of those it has. */
export function addOne(session: Session, folder: Folder, params: AddOneParams): AddOneAnswer {
  const { project } = folder;
  const placed = placedPhase(project, params.phase, pathOf(session, params));
  if (!placed) return { refused: `There is no phase ${params.phase}.` };
  const { plan, phase } = placed;
  const edits = params.what === 'test' ? addTest(project, plan, phase) : addStage(project, phase);
  if ('refused' in edits) return edits;
  const [edit] = edits;
  const before = edit && project.sources.get(edit.path);
  if (!edit || !before) return { refused: 'Its document has changed: try again.' };
  const { path, start, stops: [words = { start: 0, end: 0 }] = [] } = edit;
  const after = toSource(path, applyEdits(path, before.text, edits));
  const first = toRange({ path, start: start + words.start, end: start + words.end }, new Map([[path, after]]));
  // The words are selected by the client: tab stops would be a second way to the same place.
  const plain = edits.map(({ stops: _, ...one }) => one);
  return { edit: toWorkspaceEdit(session, folder, plain), uri: folder.openUri(path) ?? toUri(folder.uri, path), first };
}
