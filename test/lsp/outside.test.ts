import { expect, test } from 'vitest';
import { protocol } from '../../server/src/lsp/protocol.ts';
import { testFolder } from '../support/folder.ts';
import { startClient } from '../support/lspClient.ts';

const plan =
  '## Phase 1: Pantry\nStatus: in progress\n### Scope\n- `src/pantry/**`\n## Phase 2: Market\n### Scope\n- `src/market/**`\n';
const start = { line: 0, character: 0 };
interface Action {
  readonly title: string;
  readonly edit?: { readonly documentChanges: readonly unknown[] };
  readonly command?: { readonly command: string; readonly arguments: readonly [Record<string, unknown>] };
}

async function actionsFor(initializationOptions: object) {
  const folder = testFolder([
    ['docs/plan.md', plan],
    ['src/market/stall.js', '//\n'],
  ]);
  const client = await startClient({ folders: [folder.uri], initializationOptions });
  const uri = folder.uriOf('src/market/stall.js');
  client.notify(protocol.touched, { uri });
  await client.settled();
  const params = { textDocument: { uri }, range: { start, end: start }, context: { diagnostics: [] } };
  const actions = (await client.request('textDocument/codeAction', params)) as readonly Action[];
  return { client, folder, uri, actions };
}

test('an editor that can ask is told what to ask, and gets the edit for the answers', async () => {
  const { client, folder, uri, actions } = await actionsFor({ asks: true });
  const allow = actions.find(({ title }) => title === 'Allow it in phase 1, with a reason');
  expect(allow?.edit).toBeUndefined();
  const [asked] = allow?.command?.arguments ?? [];
  expect(asked).toMatchObject({ uri, rule: 'scope/out-of-scope', title: allow?.title });
  expect(asked?.blanks).toMatchObject([
    { prompt: 'Why may it change now?' },
    { answer: 'name' },
    { answer: 'day', optional: true },
  ]);
  const edit = await client.request(protocol.fix, { uri, rule: asked?.rule, title: asked?.title, words: ['Outage', '', ''] });
  expect(edit).toEqual({
    documentChanges: [
      { kind: 'create', uri: folder.uriOf('phasewise.yaml'), options: { ignoreIfExists: true } },
      {
        textDocument: { uri: folder.uriOf('phasewise.yaml'), version: null },
        edits: [
          {
            range: { start, end: start },
            newText: "scope:\n  exceptions:\n    - path: src/market/stall.js\n      phase: 1\n      reason: 'Outage'\n",
          },
        ],
      },
    ],
  });
  const gone = await client.request(protocol.fix, { uri, rule: 'scope/out-of-scope', title: 'Something else', words: [] });
  expect(gone).toEqual({ refused: expect.stringContaining('gone') });
});

test('any other editor gets the edit with the words still to be written, and an exception without a reason does not count', async () => {
  const { actions } = await actionsFor({});
  const allow = actions.find(({ title }) => title === 'Allow it in phase 1, with a reason');
  expect(allow?.command).toBeUndefined();
  expect(JSON.stringify(allow?.edit)).toContain("reason: ''\\n\"");
});
