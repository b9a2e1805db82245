import type { Connection, Range, WorkspaceEdit } from 'vscode-languageserver';
import { codeActions } from './features/codeActions.ts';
import { completion } from './features/completion.ts';
import { folding, selections } from './features/folding.ts';
import { hover } from './features/hover.ts';
import { inlayHints } from './features/inlayHints.ts';
import { lenses } from './features/lenses.ts';
import { links } from './features/links.ts';
import { definitions, highlights, references } from './features/navigation.ts';
import { prepareRename, rename } from './features/rename.ts';
import { renameFiles } from './features/renameFiles.ts';
import { semanticTokens } from './features/semanticTokens.ts';
import { symbols } from './features/symbols.ts';
import { workspaceSymbols } from './features/workspaceSymbols.ts';
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
  connection.onCompletion(
    answering(log, 'Finding what may be written', (params) => {
      const placed = workspace.place(params.textDocument.uri);
      return placed ? completion(workspace, params, placed) : null;
    }),
  );
  connection.onHover(
    answering(log, 'Finding what to say', (params) => {
      const placed = workspace.place(params.textDocument.uri);
      return placed ? hover(workspace, params, placed) : null;
    }),
  );
  /** What crosses documents is right once the folder was read. */
  const placedAndRead = async (uri: string) => {
    const placed = workspace.place(uri);
    await placed?.folder.ready;
    return placed;
  };
  connection.onDefinition(
    answering(log, 'Finding the definition', async (params) => {
      const placed = await placedAndRead(params.textDocument.uri);
      return placed ? definitions(params, placed) : [];
    }),
  );
  connection.onDeclaration(
    answering(log, 'Finding the declaration', async (params) => {
      const placed = await placedAndRead(params.textDocument.uri);
      return placed ? definitions(params, placed) : [];
    }),
  );
  connection.onReferences(
    answering(log, 'Finding references', async (params) => {
      const placed = await placedAndRead(params.textDocument.uri);
      return placed ? references(params, placed) : [];
    }),
  );
  connection.onPrepareRename(
    answering(log, 'Finding what to rename', async (params) => {
      const placed = await placedAndRead(params.textDocument.uri);
      return placed ? prepareRename(params, placed) : null;
    }),
  );
  connection.onRenameRequest(
    answering(log, 'Renaming', async (params) => {
      const placed = await placedAndRead(params.textDocument.uri);
      return placed ? (rename(workspace, params, placed) as WorkspaceEdit) : null;
    }),
  );
  connection.onDocumentHighlight(
    answering(log, 'Finding names', (params) => {
      const placed = workspace.place(params.textDocument.uri);
      return placed ? highlights(params, placed) : [];
    }),
  );
  connection.onFoldingRanges(
    answering(log, 'Finding what to fold', ({ textDocument }) => {
      const placed = workspace.place(textDocument.uri);
      return placed ? folding(placed) : null;
    }),
  );
  connection.onSelectionRanges(
    answering(log, 'Finding what to select', ({ textDocument, positions }) => {
      const placed = workspace.place(textDocument.uri);
      return placed ? selections(positions, placed) : null;
    }),
  );
  connection.onDocumentLinks(
    answering(log, 'Finding links', async ({ textDocument }) => {
      const placed = await placedAndRead(textDocument.uri);
      return placed ? links(placed) : [];
    }),
  );
  connection.languages.inlayHint.on(
    answering(log, 'Finding what to add', async (params) => {
      const placed = await placedAndRead(params.textDocument.uri);
      return placed ? inlayHints(params, placed) : [];
    }),
  );
  const tokens = answering(log, 'Finding names', async (params: { textDocument: { uri: string }; range?: Range }) => {
    const placed = await placedAndRead(params.textDocument.uri);
    return placed ? semanticTokens(placed, params.range) : { data: [] };
  });
  connection.languages.semanticTokens.on(tokens);
  connection.languages.semanticTokens.onRange(tokens);
  connection.onWorkspaceSymbol(
    answering(log, 'Finding symbols', async ({ query }) => {
      await Promise.all(workspace.folders.map((folder) => folder.ready));
      return workspaceSymbols(workspace, query);
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
