import { expect, test } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { richCapabilities, startClient } from '../support/lspClient.ts';

const plan = 'docs/plan.md';
const text = '## Phase 1: Wood\nStatus: done\n### Scope\n- `src/saw/**`\n- `src/oil/**`\n';

/** The rules with findings that the editor shows for the plan. */
const rulesOf = (client: Awaited<ReturnType<typeof startClient>>, uri: string) => client.shown(uri).map(({ code }) => code);

test('a scope is compared with the files of the folder, and again when files come and go', async () => {
  const folder = testFolder([
    [plan, text],
    ['src/saw/blade.ts', ''],
  ]);
  const client = await startClient({ folders: [folder.uri] });
  await client.settled();
  expect(rulesOf(client, folder.uriOf(plan))).toEqual(['scope/matches-nothing']);
  folder.write('src/oil/lid.ts', '');
  client.watched({ uri: folder.uriOf('src/oil/lid.ts'), type: 1 });
  await client.settled();
  expect(rulesOf(client, folder.uriOf(plan))).toEqual([]);
  folder.remove('src/oil');
  client.notify('workspace/didDeleteFiles', { files: [{ uri: folder.uriOf('src/oil') }] });
  await client.settled();
  expect(rulesOf(client, folder.uriOf(plan))).toEqual(['scope/matches-nothing']);
});

test('findings of the documents are shown before the files are listed', async () => {
  const folder = testFolder([
    [plan, `${text}### Exit criteria\n- All tests pass\n`],
    ['src/saw/blade.ts', ''],
  ]);
  const client = await startClient({ folders: [folder.uri] });
  await client.settled();
  const shown = client.publications.filter(({ uri }) => uri === folder.uriOf(plan)).map((one) => one.diagnostics.length);
  expect(shown).toEqual([1, 2]);
});

test('an editor is asked to watch all files once a scope is there, and not before', async () => {
  const folder = testFolder([[plan, '## Phase 1: Wood\n']]);
  const client = await startClient({ folders: [folder.uri], capabilities: richCapabilities });
  await client.settled();
  const globs = () =>
    client.registrations.flatMap((one) =>
      (one.registerOptions as { watchers: { globPattern: string }[] }).watchers.map(({ globPattern }) => globPattern),
    );
  expect(globs()).not.toContain('**/*');
  client.open(folder.uriOf(plan), text);
  await client.settled();
  expect(globs()).toContain('**/*');
  expect(globs()).toContain('**/.gitignore');
});

test('a folder that is deleted takes its documents with it, also where only the folder is told', async () => {
  const folder = testFolder([
    [plan, text],
    ['docs/phases/phase-2.md', '# Phase 2: Oil\n## Exit criteria\n- All tests pass\n'],
  ]);
  const client = await startClient({ folders: [folder.uri] });
  await client.settled();
  expect(client.shown(folder.uriOf('docs/phases/phase-2.md'))).not.toEqual([]);
  folder.remove('docs/phases');
  client.watched({ uri: folder.uriOf('docs/phases'), type: 3 });
  await client.settled();
  expect(client.shown(folder.uriOf('docs/phases/phase-2.md'))).toEqual([]);
});
