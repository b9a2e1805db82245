import { type CodeActionProvider, type LogOutputChannel, languages, type Uri, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  CodeActionRequest,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  type WorkspaceEdit,
} from 'vscode-languageclient';
import { protocol } from '../../server/src/lsp/protocol.ts';
import { answerFiles } from './serverFiles.ts';
import { serverOf } from './serverProcess.ts';
import { watchdog } from './watchdog.ts';

/**
 * The only file that knows `vscode-languageclient`, and a bundle of its own: loading it costs fifty times what the rest of the
 * extension costs, so `server.ts` does it after activation. The types below are all that the rest sees of it.
 */

/** How the server is doing. */
export type LinkState = 'starting' | 'running' | 'stopped';

/** One server process, and those that follow it when it exits by itself. */
export interface Link {
  /** Settles when the server answers for the first time; rejects when it cannot start. */
  readonly ready: Promise<void>;
  readonly request: <Result>(method: string, params: unknown) => Promise<Result>;
  readonly notify: (method: string, params: unknown) => Promise<void>;
  /** Applies an edit as one undo step. False when a document has changed since the server looked, or the editor refuses. */
  readonly apply: (edit: unknown) => Promise<boolean>;
  /** The process of the server, while it runs. */
  readonly pid: () => number | undefined;
  readonly stop: () => Promise<void>;
}

/** What the server needs to know before it starts. */
export interface LinkOptions {
  /** Where the extension is installed: the server is part of it. */
  readonly extension: Uri;
  readonly log: LogOutputChannel;
  readonly initializationOptions: unknown;
  readonly onState: (state: LinkState) => void;
  /** Called when the server no longer answers although it runs. */
  readonly onHung: () => void;
  /** Called with what the server tells; known before it starts, so that nothing is missed. */
  readonly listeners: readonly { readonly method: string; readonly listener: (params: unknown) => void }[];
}

/** Starts a server. */
export function startLink({ extension, log, initializationOptions, onState, onHung, listeners }: LinkOptions): Link {
  // Whoever has a debugger in the server may stop it as long as they like.
  const watch = watchdog(
    () => client.sendRequest(protocol.status, {}),
    () => debugged() || onHung(),
  );
  const documentSelector = planDocuments();
  const options: LanguageClientOptions = {
    documentSelector,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions,
    initializationFailedHandler: () => false,
    errorHandler: quietErrorHandler(),
    middleware: {
      sendRequest: (type, params, token, next) => {
        const asked = next(type, params, token);
        return type === protocol.status ? asked : watch(asked);
      },
    },
  };
  const { client, pid, debugged } = serverOf(extension, options);
  client.onDidChangeState(({ newState }) => onState(toState(newState)));
  for (const { method, listener } of listeners) client.onNotification(method, listener);
  answerFiles(client);
  const ready = client.start();
  const codeFiles = languages.registerCodeActionsProvider({ pattern: '**' }, codeFileActions(client));
  return {
    ready,
    request: (method, params) => client.sendRequest(method, params),
    notify: (method, params) => client.sendNotification(method, params),
    apply: (edit) => apply(client, edit as WorkspaceEdit),
    pid,
    stop: () => {
      codeFiles.dispose();
      return client.dispose();
    },
  };
}

const languagesOfPlans = ['markdown', 'yaml'];

/**
 * Only documents that may hold a plan are ever sent to the server: no other file's text leaves the editor. They are where the folders are;
 * what Git or a comparison shows of them is no document of the plan.
 */
function planDocuments() {
  const schemes = new Set(['file', ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);
  return [...schemes].flatMap((scheme) => languagesOfPlans.map((language) => ({ scheme, language })));
}

/**
 * Quick fixes on files that are never sent to the server: it knows their findings by name alone, and its edits are for documents of the
 * plan.
 */
function codeFileActions(client: BaseLanguageClient): CodeActionProvider {
  return {
    async provideCodeActions(document, range, { diagnostics }, token) {
      const known = languagesOfPlans.includes(document.languageId);
      if (known || !client.isRunning() || !diagnostics.some(({ source }) => source === 'phasewise')) return undefined;
      const { code2ProtocolConverter: there, protocol2CodeConverter: back } = client;
      const textDocument = { uri: there.asUri(document.uri) };
      const params = { textDocument, range: there.asRange(range), context: { diagnostics: [] } };
      return back.asCodeActionResult((await client.sendRequest(CodeActionRequest.type, params, token)) ?? [], token);
    },
  };
}

/** Restarts a server that exits, up to five times in three minutes; then it stays down until somebody asks for it. */
function quietErrorHandler() {
  const exits: number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      exits.push(Date.now());
      const often = exits.filter((time) => Date.now() - time < 180_000).length > 5;
      return { action: often ? CloseAction.DoNotRestart : CloseAction.Restart, handled: true };
    },
  };
}

async function apply(client: BaseLanguageClient, edit: WorkspaceEdit): Promise<boolean> {
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  // No waiting between this check and the edit: the check would say nothing about the text that is edited.
  return client.validateWorkspaceEdit(edit) && workspace.applyEdit(converted);
}

function toState(state: State): LinkState {
  if (state === State.Running) return 'running';
  return state === State.Starting ? 'starting' : 'stopped';
}
