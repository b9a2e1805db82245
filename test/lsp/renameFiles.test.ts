import { expect, test } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { startClient } from '../support/lspClient.ts';

const plan =
  '## Phase 1: Pantry\nStatus: in progress\n### Scope\n- `src/pantry/**`\n- `src/shelf.ts`\n### Evidence\n- [log](../src/pantry/log.md)\n';

test('moving files in the editor changes what the plan says of them, and nothing else', async () => {
  const folder = testFolder([
    ['docs/plan.md', plan],
    ['README.md', 'See src/pantry/.\n'],
    ['phasewise.yaml', 'scope:\n  allow: ["src/pantry/generated/**"]\n'],
  ]);
  const client = await startClient({ folders: [folder.uri] });
  await client.settled();
  const files = [
    { oldUri: folder.uriOf('src/pantry'), newUri: folder.uriOf('src/larder') },
    { oldUri: folder.uriOf('src/shelf.ts'), newUri: folder.uriOf('src/larder/shelf.ts') },
  ];
  const edit = await client.request('workspace/willRenameFiles', { files });
  expect(edit).toEqual({
    documentChanges: [
      {
        textDocument: { uri: folder.uriOf('docs/plan.md'), version: null },
        edits: [
          { range: at(3, 3, 13), newText: 'src/larder' },
          { range: at(4, 3, 15), newText: 'src/larder/shelf.ts' },
          { range: at(6, 8, 21), newText: '../src/larder' },
        ],
      },
      {
        textDocument: { uri: folder.uriOf('phasewise.yaml'), version: null },
        edits: [{ range: at(1, 11, 21), newText: 'src/larder' }],
      },
    ],
  });
});

test('moving a file that no plan names changes nothing', async () => {
  const folder = testFolder([['docs/plan.md', plan]]);
  const client = await startClient({ folders: [folder.uri] });
  await client.settled();
  const files = [{ oldUri: folder.uriOf('lib/a.ts'), newUri: folder.uriOf('lib/b.ts') }];
  expect(await client.request('workspace/willRenameFiles', { files })).toBeNull();
});

function at(line: number, start: number, end: number) {
  return { start: { line, character: start }, end: { line, character: end } };
}
