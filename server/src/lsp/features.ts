import type { Connection, WorkspaceEdit } from 'vscode-languageserver';
import { codeActions } from './features/codeActions.ts';
import { hover } from './features/hover.ts';
import { lenses } from './features/lenses.ts';
import { renameFiles } from './features/renameFiles.ts';
import { symbols } from './features/symbols.ts';
import { answering, type Log } from './guard.ts';
import type { Workspace } from './workspace.ts';

/** Answers what editors ask about documents. A document outside all folders has nothing to say. */
export function serveFeatures(connection: Connection, workspace: Workspace, log: Log): void {
  connection.onCodeAction(
    answering(log, 'Finding code actions', (params) => {
      const placed = workspace.place(params.textDocument.uri);
      return placed ? codeActions(workspace, params, placed) : [];
    }),
  );
  connection.onCodeLens(
    answering(log, 'Finding lenses', async ({ textDocument }) => {
      const placed = workspace.place(textDocument.uri);
      // Counts cross documents: they are right once the folder was read.
      await placed?.folder.ready;
      return placed ? lenses(workspace, placed) : [];
    }),
  );
  connection.onHover(
    answering(log, 'Finding what to say', (params) => {
      const placed = workspace.place(params.textDocument.uri);
      return placed ? hover(params, placed) : null;
    }),
  );
  connection.workspace.onWillRenameFiles(
    answering(log, 'Following moved files', (params) => renameFiles(workspace, params) as WorkspaceEdit | null),
  );
  connection.onDocumentSymbol(
    answering(log, 'Finding symbols', ({ textDocument }) => {
      const placed = workspace.place(textDocument.uri);
      return placed ? symbols(workspace, placed) : [];
    }),
  );
}
