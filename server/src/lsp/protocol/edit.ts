/** An edit to apply as one undoable step, or why there is none. */
export type EditAnswer = WorkspaceEdit | { readonly refused: string };

/** `WorkspaceEdit` of the standard protocol, as far as it is used. */
export interface WorkspaceEdit {
  changes?: { [uri: string]: TextEdit[] };
  documentChanges?: (TextDocumentEdit | CreateFile | RenameFile)[];
}

export interface TextDocumentEdit {
  textDocument: { uri: string; version: number | null };
  edits: (TextEdit | SnippetTextEdit)[];
}

export interface CreateFile {
  kind: 'create';
  uri: string;
  options?: { ignoreIfExists?: boolean };
}

export interface RenameFile {
  kind: 'rename';
  oldUri: string;
  newUri: string;
}

export interface TextEdit {
  range: { start: Position; end: Position };
  newText: string;
}

/** A text edit with tab stops (protocol 3.18). */
export interface SnippetTextEdit {
  range: { start: Position; end: Position };
  snippet: { kind: 'snippet'; value: string };
}

export interface Position {
  line: number;
  character: number;
}
