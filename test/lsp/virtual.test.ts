import { expect, test } from 'vitest';
import type { DocumentParams, EditorEntry, FolderParams, HostText } from '../../server/src/lsp/protocol.ts';
import { spawnClient } from '../support/lspClient.ts';

const folder = 'memory://somewhere/project';
const files: Readonly<Record<string, string>> = {
  'docs/plan.md':
    '# Plan\n\n## Phase 1: Kiln\nStatus: in progress\n### Scope\n- `src/kiln/**`\n- `src/glaze/**`\n### Exit criteria\n- The kiln is fast.\n',
  'src/kiln/fire.ts': '',
  'src/glaze/generated.ts': '',
  '.gitignore': '# nothing\n',
  'src/.gitignore': 'glaze/\n',
  'node_modules/plan.md': '# Phase 9: Not ours\n',
};

/** An editor whose folder is on no disk. */
async function openVirtual() {
  const client = spawnClient();
  const asked: string[] = [];
  client.connection.onRequest('phasewise/entries', ({ folder: uri }: FolderParams): readonly EditorEntry[] => {
    const at = uri === folder ? '' : `${uri.slice(folder.length + 1)}/`;
    asked.push(at);
    const inside = Object.keys(files).filter((path) => path.startsWith(at));
    const names = new Map(inside.map((path) => [path.slice(at.length).split('/')[0] ?? '', path.slice(at.length).includes('/')]));
    return [...names].map(([name, isFolder]) => ({ name, kind: isFolder ? 'folder' : 'file' }));
  });
  client.connection.onRequest<HostText, void>('phasewise/readFile', ({ uri }: DocumentParams) => {
    const text = files[uri.slice(folder.length + 1)];
    return text === undefined ? { missing: true } : { text };
  });
  await client.request('initialize', {
    processId: process.pid,
    rootUri: folder,
    workspaceFolders: [{ uri: folder, name: 'project' }],
    capabilities: {},
  });
  client.notify('initialized', {});
  await client.settled();
  return { client, asked };
}

test('a folder that is on no disk is read through the editor', async () => {
  const { client, asked } = await openVirtual();
  expect(client.shown(`${folder}/docs/plan.md`).map(({ code }) => code)).toContain('gate/unquantified');
  expect(client.news.at(-1)).toMatchObject({ folder, current: { phase: '1' } });
  expect(asked).not.toContain('node_modules/');
});

test('what its .gitignore files leave out is no file of it', async () => {
  const { client } = await openVirtual();
  const shown = client.shown(`${folder}/docs/plan.md`).filter(({ code }) => code === 'scope/matches-nothing');
  expect(shown.map(({ range }) => range.start.line)).toEqual([6]);
});
