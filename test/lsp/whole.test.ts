import { expect, test } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { startClient } from '../support/lspClient.ts';

const plan = '# Bakery\n\n## Phase 1: Ovens\n\n- [ ] T1-001 Heat\n\n## Phase 2: Shop\n\nDepends on: Phase 1\n';

test('folding, selecting, links and symbols of a document of a plan; nothing of others', async () => {
  const folder = testFolder([
    ['docs/plan.md', plan],
    ['docs/other.yaml', 'a:\n  b: 1\n  c: 2\n'],
  ]);
  const client = await startClient({ folders: [folder.uri] });
  await client.settled();
  const textDocument = { uri: folder.uriOf('docs/plan.md') };
  expect(await client.request('textDocument/foldingRange', { textDocument })).toEqual([
    { startLine: 0, endLine: 8 },
    { startLine: 2, endLine: 4 },
    { startLine: 6, endLine: 8 },
  ]);
  const other = { textDocument: { uri: folder.uriOf('docs/other.yaml') } };
  expect(await client.request('textDocument/foldingRange', other)).toBeNull();
  const positions = [{ line: 8, character: 3 }];
  expect(await client.request('textDocument/selectionRange', { textDocument, positions })).toEqual([
    {
      range: range(8, 0, 8, 19),
      parent: { range: range(6, 0, 8, 19), parent: { range: range(0, 0, 8, 19) } },
    },
  ]);
  expect(await client.request('textDocument/documentLink', { textDocument })).toEqual([
    { range: range(8, 18, 8, 19), target: `${textDocument.uri}#L3` },
  ]);
  expect(await client.request('workspace/symbol', { query: 't1-001' })).toMatchObject([
    { name: 'T1-001 Heat', containerName: 'Phase 1: Ovens', location: textDocument },
  ]);
});

function range(line: number, character: number, endLine: number, endCharacter: number) {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}
