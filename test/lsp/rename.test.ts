import { expect, test } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { type LspClient, type Range, richCapabilities, startClient } from '../support/lspClient.ts';

const plan = '# Bakery\n\n## Phase 1: Ovens\n\nStatus: done\n\n## Phase 2: Shop\n\nDepends on: Phase 1\n\n- [ ] T2-001 Paint\n';
const page = '# Phase 2: Shop\n\n### Exit criteria\n- [ ] The door opens\n';
const board = '# Board\n\n## Open\n\n- T2-001 Paint, as [said](phases/phase-2.md)\n\n## Done\n';
const capabilities = {
  ...richCapabilities,
  workspace: {
    ...richCapabilities.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename'], changeAnnotationSupport: {} },
  },
};

interface Edit {
  readonly documentChanges: readonly (
    | { textDocument: { uri: string }; edits: { range: Range; newText: string }[] }
    | { kind: string; oldUri: string; newUri: string }
  )[];
}

async function open(files: readonly (readonly [string, string])[], its: object = capabilities) {
  const folder = testFolder(files);
  const client = await startClient({ folders: [folder.uri], capabilities: its });
  await client.settled();
  return { folder, client };
}

const files = [
  ['docs/plan.md', plan],
  ['docs/phases/phase-2.md', page],
  ['docs/phase-board.md', board],
] as const;

const ask = (client: LspClient, uri: string, line: number, character: number, newName?: string) =>
  client.request<Edit & { range: Range; placeholder: string }>(
    newName === undefined ? 'textDocument/prepareRename' : 'textDocument/rename',
    { textDocument: { uri }, position: { line, character }, ...(newName === undefined ? {} : { newName }) },
  );

test('a phase is renamed with its document in one edit, and the move changes nothing more', async () => {
  const { folder, client } = await open(files);
  const uri = folder.uriOf('docs/plan.md');
  expect(await ask(client, uri, 6, 9)).toEqual({ range: range(6, 9, 10), placeholder: '2' });
  const { documentChanges } = await ask(client, uri, 6, 9, '4');
  expect(documentChanges).toEqual([
    change(folder.uriOf('docs/plan.md'), [edit(6, 9, 10, '4'), edit(10, 7, 8, '4')]),
    change(folder.uriOf('docs/phases/phase-2.md'), [edit(0, 8, 9, '4')]),
    change(folder.uriOf('docs/phase-board.md'), [edit(4, 3, 4, '4'), edit(4, 39, 40, '4')]),
    { kind: 'rename', oldUri: folder.uriOf('docs/phases/phase-2.md'), newUri: folder.uriOf('docs/phases/phase-4.md') },
  ]);
  // What the editor does with it: the texts, then the file.
  for (const [path, text] of files) {
    client.open(folder.uriOf(path), text);
    client.change(
      folder.uriOf(path),
      text.replaceAll('Phase 2', 'Phase 4').replaceAll('T2-', 'T4-').replaceAll('phase-2', 'phase-4'),
    );
  }
  const moved = [{ oldUri: folder.uriOf('docs/phases/phase-2.md'), newUri: folder.uriOf('docs/phases/phase-4.md') }];
  expect(await client.request('workspace/willRenameFiles', { files: moved })).toBeNull();
});

test('what cannot be renamed says why', async () => {
  const { folder, client } = await open(files);
  const uri = folder.uriOf('docs/plan.md');
  await expect(ask(client, uri, 0, 3)).rejects.toThrow('Put the cursor on the number of a phase');
  await expect(ask(client, uri, 6, 9, '1')).rejects.toThrow('There is a phase 1 already');
});

test('an editor that cannot move files gets the texts alone', async () => {
  const { folder, client } = await open(files, richCapabilities);
  const { documentChanges } = await ask(client, folder.uriOf('docs/plan.md'), 6, 9, '4');
  expect(documentChanges.filter((one) => 'kind' in one)).toEqual([]);
});

test('a new phase comes with its document, in one edit', async () => {
  const { folder, client } = await open(files);
  const answer = await client.request<{ phase: string; warnings: string[]; edit: object }>('phasewise/insertPhase', {
    folder: folder.uri,
    after: '1',
    title: 'Counter',
  });
  expect(answer).toEqual({
    phase: '2',
    label: 'Insert phase 2',
    warnings: [],
    edit: {
      documentChanges: [
        change(folder.uriOf('docs/plan.md'), [
          edit(6, 9, 10, '3'),
          edit(10, 7, 8, '3'),
          edit(6, 0, 0, '## Phase 2: Counter\n\nStatus: planned\n\n'),
        ]),
        change(folder.uriOf('docs/phases/phase-2.md'), [edit(0, 8, 9, '3')]),
        change(folder.uriOf('docs/phase-board.md'), [edit(4, 3, 4, '3'), edit(4, 39, 40, '3')]),
        {
          kind: 'rename',
          oldUri: folder.uriOf('docs/phases/phase-2.md'),
          newUri: folder.uriOf('docs/phases/phase-3.md'),
        },
      ],
    },
  });
});

test('a phase is renumbered, and what cannot be says why', async () => {
  const { folder, client } = await open([['docs/plan.md', plan]]);
  const ask = (from: string, to: string) =>
    client.request<{ edit: Edit; phase: string }>('phasewise/renumber', { folder: folder.uri, from, to });
  const { edit: answer, phase } = await ask('2', '1');
  expect(phase).toBe('1');
  expect(answer.documentChanges.flatMap((one) => ('edits' in one ? one.edits.map(({ newText }) => newText) : []))).toEqual([
    '2',
    '1',
    '2',
    '1',
  ]);
  expect(await ask('9', '1')).toEqual({ refused: 'There is no phase 9 in this plan.' });
});

function range(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

function edit(line: number, start: number, end: number, newText: string) {
  return { range: range(line, start, end), newText };
}

function change(uri: string, edits: readonly ReturnType<typeof edit>[]) {
  return { textDocument: { uri, version: null }, edits };
}
