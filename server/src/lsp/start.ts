import { type Connection, createConnection, ErrorCodes, ProposedFeatures, StreamMessageReader } from 'vscode-languageserver/node';
import { matcherOf } from '../core/index.ts';
import type { Host } from '../host/host.ts';
import { nodeHost } from '../host/node.ts';
import { hostOverEditor } from './editorFiles.ts';
import { WholeMessageWriter } from './messageWriter.ts';
import { serve } from './server.ts';
import { tryFilePath } from './uris.ts';

/** Serves over standard input and output. */
export function startOnStdio(): void {
  survive();
  const reader = new StreamMessageReader(process.stdin);
  const writer = new WholeMessageWriter(process.stdout);
  const connection = createConnection(ProposedFeatures.all, reader, writer);
  let wasShutDown = false;
  connection.onShutdown(() => {
    wasShutDown = true;
  });
  // The editor is gone, whether it said so or not.
  const leave = () => process.exit(wasShutDown ? 0 : 1);
  process.stdin.once('end', leave).once('close', leave);
  process.stdout.once('error', leave);
  reader.onError((error) => {
    if (error instanceof SyntaxError) {
      // The frame was whole, only what it held was no JSON: the next one can be read.
      writer
        .write({ jsonrpc: '2.0', id: null, error: { code: ErrorCodes.ParseError, message: error.message } } as never)
        .catch(leave);
      return;
    }
    // Where the next message begins is lost. Editors start the server anew; one that hears nothing more helps nobody.
    console.error(`The messages of the editor can no longer be told apart: ${error.message}`);
    process.exit(1);
  });
  serve(connection, (uri) => hostOf(connection, uri));
}

/** Serves over what the arguments of the process name: `--stdio`, `--node-ipc`, `--pipe=…` or `--socket=…`. */
export function startOnArguments(): void {
  if (process.argv.includes('--stdio')) {
    startOnStdio();
    return;
  }
  survive();
  const connection = createConnection(ProposedFeatures.all);
  serve(connection, (uri) => hostOf(connection, uri));
}

/** The files of a workspace folder on disk; a folder that is elsewhere is read through the editor. */
function hostOf(connection: Connection, uri: string): Host {
  const path = tryFilePath(uri);
  return path === undefined ? hostOverEditor(connection, uri) : nodeHost(path, (globs) => matcherOf(globs, true));
}

/** A fault of ours is a line on standard error, which editors log; the server lives on. */
function survive(): void {
  process.on('uncaughtException', (error) => console.error(error));
  process.on('unhandledRejection', (reason) => console.error(reason));
}
