import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { hostOverEditor } from './editorFiles.ts';
import { serve } from './server.ts';

/** Serves the page that started this worker. A fault of ours is a line in its console; the server lives on. */
export function startInWorker(): void {
  const worker = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
  const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
  serve(connection, (uri) => hostOverEditor(connection, uri));
}
