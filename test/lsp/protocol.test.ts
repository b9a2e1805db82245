import { expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { protocol } from '../../server/src/lsp/protocol.ts';
import { testFolder } from '../support/folder.ts';
import { spawnClient, startClient } from '../support/lspClient.ts';
import { phase1, vague } from './vague.ts';

test('the server leaves with the editor, whether the editor says so or not', async () => {
  const folder = testFolder();
  const polite = await startClient({ folders: [folder.uri] });
  await polite.request('shutdown', undefined);
  polite.notify('exit', undefined);
  expect(await polite.exit).toBe(0);
  const gone = await startClient({ folders: [folder.uri] });
  await gone.settled();
  gone.process.stdin.end();
  expect(await gone.exit).toBe(1);
});

test('a frame whose body is no JSON is answered, and the next one is read', async () => {
  const client = await startClient({ folders: [testFolder().uri] });
  await client.settled();
  client.process.stdin.write('Content-Length: 5\r\n\r\nhello');
  expect((await client.settled()).folders).toHaveLength(1);
});

test('a broken frame ends the server with a word, so that the editor can start it anew', async () => {
  for (const frame of ['Content-Length: many\r\n\r\n{}', 'no header at all\r\n\r\n', 'Content-Type: x\r\n\r\n{}']) {
    const client = spawnClient();
    client.process.stdin.write(frame);
    expect(await client.exit).toBe(1);
    expect(client.log.join('')).toContain('can no longer be told apart');
  }
});

test('what a client gets wrong is an error to it, and the server lives on', async () => {
  const folder = testFolder([[phase1, vague]]);
  const client = await startClient({ folders: [folder.uri] });
  await expect(client.request('phasewise/nothing', {})).rejects.toThrow();
  await expect(client.request('textDocument/codeAction', {})).rejects.toThrow();
  await expect(client.request(protocol.outline, { folder: 'not a uri' })).rejects.toThrow();
  client.notify('textDocument/didOpen', {});
  client.notify('textDocument/didChange', {
    textDocument: { uri: 'file:///nowhere.md', version: 3 },
    contentChanges: [{ text: '' }],
  });
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: '%%%' }, {}] });
  client.open('untitled:Untitled-1', vague);
  client.notify(protocol.touched, { uri: `${folder.uri}/../../etc/passwd` });
  expect((await client.settled()).folders).toMatchObject([{ ready: true }]);
});

test('a cancelled request is answered as cancelled', async () => {
  const folder = testFolder([[phase1, vague]]);
  const client = await startClient({ folders: [folder.uri] });
  const source = new CancellationTokenSource();
  const answer = client.connection.sendRequest(protocol.status, { settled: true }, source.token);
  source.cancel();
  await expect(answer).rejects.toThrow(/cancel/i);
  expect((await client.settled()).folders).toHaveLength(1);
});
