/** An editor without a face: starts a language server, types into documents and waits for their findings. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)(
  'vscode-jsonrpc/node',
);

/** @param command of the server, as for `spawn` @param env its environment, if not that of this process */
export async function startEditor([program, ...args], folder, env = process.env) {
  const began = performance.now();
  const server = spawn(program, args, { cwd: folder, env, stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.onError(() => {});
  connection.onRequest(() => null);
  const waiting = new Set();
  connection.onNotification('textDocument/publishDiagnostics', (params) => {
    for (const one of [...waiting]) one(params);
  });
  connection.listen();
  const uri = pathToFileURL(folder).href;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'bench' }],
    capabilities: { textDocument: { publishDiagnostics: { versionSupport: true, relatedInformation: true } } },
  });
  const initialized = performance.now() - began;
  connection.sendNotification('initialized', {});
  /** Settles with the first publication that fits. */
  const publication = (fits) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no findings came')), 120_000);
      const one = (params) => {
        if (!fits(params)) return;
        clearTimeout(timer);
        waiting.delete(one);
        resolve(params);
      };
      waiting.add(one);
    });
  return {
    initialized,
    /** Resident memory of the server in MB. */
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024,
    /** Settles when the server has read and judged everything. */
    settled: () => connection.sendRequest('phasewise/status', { settled: true }).catch(() => undefined),
    signal: (name) => server.kill(name),
    open: (path) => openDocument(connection, publication, folder, path),
    async close() {
      await connection.sendRequest('shutdown').catch(() => {});
      connection.sendNotification('exit').catch(() => {});
      connection.dispose();
      server.kill();
    },
  };
}

async function openDocument(connection, publication, folder, path) {
  const uri = pathToFileURL(join(folder, path)).href;
  const text = readFileSync(join(folder, path), 'utf8');
  const languageId = path.endsWith('.md') ? 'markdown' : 'yaml';
  const first = publication((params) => params.uri === uri);
  connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  await first;
  let version = 1;
  return {
    lines: text.split('\n'),
    /** Replaces so many characters and waits for nothing. */
    put(line, character, length, words) {
      version += 1;
      const range = { start: { line, character }, end: { line, character: character + length } };
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range, text: words }],
      });
    },
    /** Closes it, changed or not. */
    close: () => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    /** Asks something about a position. */
    ask: (method, line, character) => connection.sendRequest(method, { textDocument: { uri }, position: { line, character } }),
    /**
     * Replaces so many characters and settles with the milliseconds until the findings of this version are here.
     * @param elsewhere path of the document whose findings are waited for instead
     */
    async type(line, character, length, words, elsewhere) {
      version += 1;
      const wanted = version;
      const other = elsewhere && pathToFileURL(join(folder, elsewhere)).href;
      const came = publication((params) => (other ? params.uri === other : params.uri === uri && params.version >= wanted));
      const range = { start: { line, character }, end: { line, character: character + length } };
      const began = performance.now();
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range, text: words }],
      });
      await came;
      return performance.now() - began;
    },
  };
}
