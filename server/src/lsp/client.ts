import { CodeActionKind, type InitializeParams, type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver';
import { version } from '../../../package.json';
import { fixAllKind } from './features/codeActions.ts';
import { triggerCharacters } from './features/completion.ts';
import { legend } from './features/semanticTokens.ts';
import { fileOperations } from './features/watching.ts';
import type { InitializationOptions } from './protocol.ts';
import { fromFilePath } from './uris.ts';

/** What the client understands and wishes. */
export interface Client {
  readonly options: InitializationOptions;
  readonly documentChanges: boolean;
  readonly createFile: boolean;
  readonly renameFile: boolean;
  /** It has tab stops in the edits of code actions. */
  readonly snippets: boolean;
  readonly watchers: boolean;
  readonly relatedInformation: boolean;
  /** It looks at the version that findings are about: older ones are out of date to it, although nothing changed. */
  readonly versions: boolean;
  readonly hierarchicalSymbols: boolean;
  /** It shows hovers as Markdown, and not as plain text only. */
  readonly markdownHovers: boolean;
  /** What it asks for again when it is told to. */
  readonly refreshes: { readonly inlayHints: boolean; readonly semanticTokens: boolean };
}

/** A client that understands nothing beyond the least of the protocol. */
export const plainClient: Client = {
  options: {},
  documentChanges: false,
  createFile: false,
  renameFile: false,
  snippets: false,
  watchers: false,
  relatedInformation: false,
  versions: false,
  hierarchicalSymbols: false,
  markdownHovers: false,
  refreshes: { inlayHints: false, semanticTokens: false },
};

/** Reads what a client says about itself. */
export function toClient({ capabilities: its, initializationOptions }: InitializeParams): Client {
  const isRecord = typeof initializationOptions === 'object' && initializationOptions !== null;
  return {
    options: isRecord ? (initializationOptions as InitializationOptions) : {},
    documentChanges: its.workspace?.workspaceEdit?.documentChanges === true,
    createFile: its.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    renameFile: its.workspace?.workspaceEdit?.resourceOperations?.includes('rename') === true,
    snippets: (its.workspace?.workspaceEdit as { snippetEditSupport?: boolean } | undefined)?.snippetEditSupport === true,
    watchers: its.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relatedInformation: its.textDocument?.publishDiagnostics?.relatedInformation === true,
    versions: its.textDocument?.publishDiagnostics?.versionSupport === true,
    hierarchicalSymbols: its.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdownHovers: its.textDocument?.hover?.contentFormat?.includes('markdown') ?? true,
    refreshes: {
      inlayHints: its.workspace?.inlayHint?.refreshSupport === true,
      semanticTokens: its.workspace?.semanticTokens?.refreshSupport === true,
    },
  };
}

/** The folders a client has open; older clients name one, by a URI or a path. */
export function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map((folder) => folder.uri);
  if (rootUri) return [rootUri];
  return rootPath ? [fromFilePath(rootPath)] : [];
}

/** What the server offers. */
export const capabilities: InitializeResult = {
  serverInfo: { name: 'Phasewise', version },
  capabilities: {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: true } },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    codeLensProvider: {},
    completionProvider: { triggerCharacters },
    hoverProvider: true,
    definitionProvider: true,
    declarationProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    inlayHintProvider: true,
    semanticTokensProvider: { legend, full: true, range: true },
    workspaceSymbolProvider: true,
    renameProvider: { prepareProvider: true },
    documentSymbolProvider: { label: 'Phasewise' },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: {
        didCreate: fileOperations,
        willRename: fileOperations,
        didRename: fileOperations,
        didDelete: fileOperations,
      },
    },
  },
};
