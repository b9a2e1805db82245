import type { Command } from 'vscode-languageserver';
import { blanksOf, type Finding, type Fix, fillIn, fixesOf, withoutOptional } from '../../core/index.ts';
import { toWorkspaceEdit } from '../edits.ts';
import { commands, type EditAnswer, type FillInArguments, type FixParams, type WorkspaceEdit } from '../protocol.ts';
import type { Placed, Session } from '../session.ts';

/**
 * The edit of a fix. Where a person is to write some words in a document that they do not look at, the command that asks for them, in
 * editors that have it.
 */
export function editOrQuestion(
  session: Session,
  { folder, path }: Placed,
  uri: string,
  { rule }: Finding,
  { title, edits }: Fix,
): { readonly edit: WorkspaceEdit } | { readonly command: Command } {
  const elsewhere = edits.some((edit) => edit.path !== path && edit.stops?.length);
  if (!elsewhere || !session.client.options.asks) return { edit: toWorkspaceEdit(session, folder, withoutOptional(edits)) };
  const asked: FillInArguments = { uri, rule, title, blanks: blanksOf(edits) };
  return { command: { title, command: commands.fillIn, arguments: [asked] } };
}

/** A fix with a person's words in it, as the document and its finding are now. */
export function quickFix(session: Session, { uri, rule, title, words }: FixParams): EditAnswer {
  const placed = session.place(uri);
  const project = placed?.folder.project;
  for (const finding of (placed && project?.findings.get(placed.path)) ?? []) {
    const found = finding.rule === rule && project && fixesOf(project, finding).find((fix) => fix.title === title);
    if (placed && found) return toWorkspaceEdit(session, placed.folder, fillIn(found.edits, words));
  }
  return { refused: 'The finding is gone, or it is mended in another way now.' };
}
