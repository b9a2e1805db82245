import { expect, test } from 'vitest';
import { protocol } from '../../server/src/lsp/protocol.ts';
import { testFolder } from '../support/folder.ts';
import { startClient } from '../support/lspClient.ts';
import { phase1, vague } from './vague.ts';

test('two folders are two plans', async () => {
  const [one, two] = [testFolder([[phase1, vague]]), testFolder([[phase1, vague.replace('API', 'Shop')]])];
  const client = await startClient({ folders: [one.uri, two.uri] });
  await client.settled();
  const outline = (folder: string) => client.request(protocol.outline, { folder });
  expect(await outline(one.uri)).toMatchObject({ folder: one.uri, plans: [{ phases: [{ id: '1', title: 'API' }] }] });
  expect(await outline(two.uri)).toMatchObject({ folder: two.uri, plans: [{ phases: [{ id: '1', title: 'Shop' }] }] });
  expect(new Set(client.news.map((news) => news.folder))).toEqual(new Set([one.uri, two.uri]));
});

test('a folder that is added brings its findings, one that is removed takes them along', async () => {
  const [one, two] = [testFolder(), testFolder([[phase1, vague]])];
  const client = await startClient({ folders: [one.uri] });
  const change = (added: string[], removed: string[]) => {
    const folders = (uris: string[]) => uris.map((uri) => ({ uri, name: uri }));
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added: folders(added), removed: folders(removed) } });
  };
  change([two.uri], []);
  await client.settled();
  expect(client.shown(two.uriOf(phase1))).toHaveLength(1);
  change([], [two.uri]);
  await client.settled();
  expect(client.shown(two.uriOf(phase1))).toEqual([]);
  await expect(client.request(protocol.outline, { folder: two.uri })).rejects.toThrow('is open');
});

test('a document outside all folders is judged on its own, while it is open', async () => {
  const folder = testFolder([[phase1, vague]]);
  const client = await startClient({ folders: [] });
  const uri = folder.uriOf(phase1);
  client.open(uri, vague.replace('returns 200', 'returns 201'));
  await client.settled();
  expect(client.shown(uri)).toHaveLength(1);
  client.close(uri);
  await client.settled();
  expect(client.shown(uri)).toEqual([]);
});

test('findings come back under the spelling of the URI that the editor uses', async () => {
  const path = 'docs/a b (c)/phase-1.md';
  const folder = testFolder([[path, vague]]);
  const client = await startClient({ folders: [folder.uri] });
  const uri = `${folder.uri}/docs/a%20b%20%28c%29/phase-1.md`;
  client.open(uri, vague);
  await client.settled();
  expect(client.shown(uri)).toHaveLength(1);
});

test('the client is asked to watch plans only if it can', async () => {
  const folder = testFolder();
  const rich = await startClient({ folders: [folder.uri] });
  await rich.until('a registration', () => rich.registrations.length > 0);
  expect(rich.registrations.map((one) => one.method)).toEqual(['workspace/didChangeWatchedFiles']);
  const plain = await startClient({ folders: [folder.uri], capabilities: {} });
  await plain.settled();
  expect(plain.registrations).toEqual([]);
});
