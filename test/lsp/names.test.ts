import { expect, test } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { type LspClient, richCapabilities, startClient } from '../support/lspClient.ts';

const plan = `## Phase 1: Nets
Status: Done
## Phase 2: Boats
Depends on: Phase 1
`;
const tracker = `| Phase | Status |
|---|---|
| Phase 2: Boats | Planned |
`;
const on = 'editor:\n  inlayHints: on\n';

const capabilities = {
  ...richCapabilities,
  workspace: {
    ...richCapabilities.workspace,
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
};

/** Counts how often the editor is told to ask again. */
function refreshes(client: LspClient) {
  const count = { hints: 0, tokens: 0 };
  client.connection.onRequest('workspace/inlayHint/refresh', () => {
    count.hints += 1;
    return null;
  });
  client.connection.onRequest('workspace/semanticTokens/refresh', () => {
    count.tokens += 1;
    return null;
  });
  return count;
}

async function open(settings: string) {
  const folder = testFolder([
    ['phasewise.yaml', settings],
    ['docs/plan.md', plan],
    ['docs/readiness-tracker.md', tracker],
  ]);
  const client = await startClient({ folders: [folder.uri], capabilities });
  const count = refreshes(client);
  const uri = folder.uriOf('docs/plan.md');
  client.open(uri, plan);
  client.open(folder.uriOf('docs/readiness-tracker.md'), tracker);
  await client.settled();
  const everything = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const hints = async () => {
    const found = await client.request<{ label: string }[]>('textDocument/inlayHint', {
      textDocument: { uri },
      range: everything,
    });
    return found.map(({ label }) => label);
  };
  const ask = <T>(method: string, more = {}) => client.request<T>(method, { textDocument: { uri }, ...more });
  return {
    client,
    count,
    hints,
    ask,
    uri,
    tracker: folder.uriOf('docs/readiness-tracker.md'),
    settings: folder.uriOf('phasewise.yaml'),
  };
}

test('what another document says of a phase is shown anew when it changes, and a word in a sentence changes nothing', async () => {
  const { client, count, hints, tracker: other, uri } = await open(on);
  expect(await hints()).toEqual(['planned', 'Nets · done']);
  client.change(other, tracker.replace('Planned', 'In Progress'));
  await client.settled();
  expect(count).toEqual({ hints: 1, tokens: 0 });
  expect(await hints()).toEqual(['in progress', 'Nets · done']);
  client.change(uri, `${plan}\nA word.\n`);
  await client.settled();
  expect(count).toEqual({ hints: 1, tokens: 0 });
});

test('a phase that comes is a name in all documents', async () => {
  const { client, count, ask, uri, tracker: other } = await open('');
  const before = await ask<{ data: number[] }>('textDocument/semanticTokens/full');
  client.change(other, `${tracker}| Phase 3: Ice | Planned |\n`);
  await client.settled();
  expect(count).toEqual({ hints: 0, tokens: 1 });
  client.change(uri, `${plan}Before phase 3.\n`);
  const after = await ask<{ data: number[] }>('textDocument/semanticTokens/full');
  expect(after.data.length).toBe(before.data.length + 5);
  const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 99 } };
  expect((await ask<{ data: number[] }>('textDocument/semanticTokens/range', { range })).data).toEqual([3, 12, 7, 0, 0]);
});

test('the setting is off until somebody turns it on, and is followed at once', async () => {
  const { client, count, hints, settings } = await open('');
  expect(await hints()).toEqual([]);
  client.open(settings, '', 'yaml');
  client.change(settings, on);
  await client.settled();
  expect(count.hints).toBe(1);
  expect(await hints()).toEqual(['planned', 'Nets · done']);
});
