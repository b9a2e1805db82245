import { Uri, workspace } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient/browser';
import { quiet } from '../quietClient.ts';
import type { ServerLink } from '../serverProcess.ts';

/** A worker of the browser; its types are not among those of the extension. */
declare const Worker: new (address: string) => ConstructorParameters<typeof BrowserMessageReader>[0];

/** A client whose server is a worker. @param extension where the extension is installed */
export function serverOf(
  extension: Uri,
  options: LanguageClientOptions,
): Pick<ServerLink, 'pid' | 'debugged'> & { readonly client: LanguageClient } {
  const script = Uri.joinPath(extension, 'dist', 'web', 'server.js');
  const client = quiet(new LanguageClient('phasewise', 'Phasewise', () => messagesOf(script), options));
  return { client, pid: () => undefined, debugged: () => false };
}

/** The editor hands out workers of its own kind, which the client does not know as such: it gets the messages. */
async function messagesOf(script: Uri) {
  const worker = await startWorker(script);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/** Browsers start workers from the web alone; an extension that comes from elsewhere hands its script over as text. */
async function startWorker(script: Uri) {
  if (/^https?$/.test(script.scheme)) return new Worker(script.toString(true));
  const bytes = await workspace.fs.readFile(script);
  return new Worker(URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'text/javascript' })));
}
