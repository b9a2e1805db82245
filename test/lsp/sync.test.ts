import { expect, test } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { startClient } from '../support/lspClient.ts';
import { concrete, phase1, phase2, vague, vagueLine } from './vague.ts';

test('findings of files on disk are published without opening them', async () => {
  const folder = testFolder([[phase1, vague]]);
  const client = await startClient({ folders: [folder.uri] });
  await client.settled();
  const [finding] = client.shown(folder.uriOf(phase1));
  expect(finding).toMatchObject({
    source: 'phasewise',
    code: expect.stringMatching(/^gate\//),
    range: { start: { line: vagueLine } },
  });
  expect(finding?.codeDescription).toBeUndefined();
});

test('a finding leaves with the words it was about, and comes back with them', async () => {
  const folder = testFolder([[phase1, vague]]);
  const client = await startClient({ folders: [folder.uri] });
  const uri = folder.uriOf(phase1);
  client.open(uri, vague);
  await client.settled();
  expect(client.shown(uri)).toHaveLength(1);

  const start = vague.split('\n')[vagueLine]?.indexOf('All') ?? 0;
  const words = {
    start: { line: vagueLine, character: start },
    end: { line: vagueLine, character: start + 'All tests pass'.length },
  };
  client.change(uri, '`npm test` exits 0', words);
  await client.settled();
  expect(client.shown(uri)).toEqual([]);
  expect(client.publications.at(-1)).toMatchObject({ uri, version: 2 });

  client.change(uri, vague);
  await client.settled();
  expect(client.shown(uri)).toHaveLength(1);
});

test('what the editor holds wins over the disk until it is closed', async () => {
  const folder = testFolder([[phase1, vague]]);
  const client = await startClient({ folders: [folder.uri] });
  const uri = folder.uriOf(phase1);
  client.open(uri, concrete);
  await client.settled();
  expect(client.shown(uri)).toEqual([]);
  client.watched({ uri, type: 2 });
  await client.settled();
  expect(client.shown(uri)).toEqual([]);
  client.close(uri);
  await client.settled();
  expect(client.shown(uri)).toHaveLength(1);
});

test('files that change, come or go on disk are read again, those that left are cleared', async () => {
  const folder = testFolder([[phase1, concrete]]);
  const client = await startClient({ folders: [folder.uri] });
  await client.settled();
  folder.write(phase1, vague);
  folder.write(phase2, vague.replace('Phase 1', 'Phase 2'));
  client.watched({ uri: folder.uriOf(phase1), type: 2 }, { uri: folder.uriOf(phase2), type: 1 });
  await client.settled();
  const has = (path: string) => client.shown(folder.uriOf(path)).some((one) => one.range.start.line === vagueLine);
  expect([has(phase1), has(phase2)]).toEqual([true, true]);
  folder.remove('docs/phases');
  client.notify('workspace/didDeleteFiles', { files: [{ uri: folder.uriOf('docs/phases') }] });
  await client.settled();
  expect([client.shown(folder.uriOf(phase1)), client.shown(folder.uriOf(phase2))]).toEqual([[], []]);
});

test('only files whose findings changed are published again', async () => {
  const folder = testFolder([
    [phase1, vague],
    [phase2, vague.replace('Phase 1', 'Phase 2')],
  ]);
  const client = await startClient({ folders: [folder.uri] });
  client.open(folder.uriOf(phase1), vague);
  await client.settled();
  const before = client.publications.length;
  client.change(folder.uriOf(phase1), vague.replace('returns 200', 'returns 204'));
  await client.settled();
  expect(client.publications.length).toBe(before);
  client.change(folder.uriOf(phase1), `${vague}\n`.replace('## Exit', '\n## Exit'));
  await client.settled();
  expect(client.publications.slice(before).map((one) => one.uri)).toEqual([folder.uriOf(phase1)]);
});

test('a burst of keys is answered for its end, not for each key', async () => {
  const folder = testFolder([[phase1, concrete]]);
  const client = await startClient({ folders: [folder.uri] });
  const uri = folder.uriOf(phase1);
  client.open(uri, concrete);
  await client.settled();
  const before = client.publications.length;
  for (let key = 0; key < 200; key += 1) client.change(uri, key % 2 === 0 ? vague : concrete);
  client.change(uri, vague);
  await client.settled();
  expect(client.shown(uri)).toHaveLength(1);
  expect(client.publications.length - before).toBeLessThan(20);
});

test('a change beyond the end of the document is taken at its end, and a save puts everything right', async () => {
  const folder = testFolder();
  const client = await startClient({ folders: [folder.uri] });
  const uri = folder.uriOf(phase1);
  client.open(uri, '# Phase 1: API\n');
  const far = { line: 900, character: 900 };
  client.change(uri, '\n## Exit criteria\n\n- [ ] All tests pass\n', { start: far, end: far });
  await client.settled();
  expect(client.shown(uri)[0]?.range.start.line).toBe(4);
  client.notify('textDocument/didSave', { textDocument: { uri }, text: vague });
  await client.settled();
  expect(client.shown(uri)[0]?.range.start.line).toBe(vagueLine);
});

test('a storm of file events is one reading', async () => {
  const folder = testFolder([[phase1, concrete]]);
  const client = await startClient({ folders: [folder.uri] });
  await client.settled();
  folder.write(phase1, vague);
  const changes = Array.from({ length: 10_000 }, (_, at) => ({
    uri: folder.uriOf(at % 2 === 0 ? phase1 : `build/out-${at}.yaml`),
    type: 2 as const,
  }));
  for (let at = 0; at < changes.length; at += 100) client.watched(...changes.slice(at, at + 100));
  const { folders } = await client.settled();
  expect(client.shown(folder.uriOf(phase1))).toHaveLength(1);
  expect(folders[0]?.revision).toBeLessThan(60);
});

test('what a changed phasewise.yaml brings in or leaves out is looked for', async () => {
  const folder = testFolder([['work/alpha.md', vague]]);
  const client = await startClient({ folders: [folder.uri] });
  await client.settled();
  expect(client.shown(folder.uriOf('work/alpha.md'))).toEqual([]);
  folder.write('phasewise.yaml', 'documents:\n  include:\n    - "work/**/*.md"\n');
  client.watched({ uri: folder.uriOf('phasewise.yaml'), type: 1 });
  await client.settled();
  expect(client.shown(folder.uriOf('work/alpha.md'))).toHaveLength(1);
});

test('a document with very many findings shows the first two hundred and says how many more there are', async () => {
  const many = Array.from({ length: 250 }, () => '- [ ] All tests pass').join('\n');
  const folder = testFolder([[phase1, vague.replace('- [ ] All tests pass', many)]]);
  const client = await startClient({ folders: [folder.uri] });
  await client.settled();
  const shown = client.shown(folder.uriOf(phase1));
  expect(shown).toHaveLength(201);
  expect(shown.at(-1)).toMatchObject({ message: expect.stringMatching(/^\d+ more findings/), severity: 3 });
});

test('a status takes its steps one save after the other, and one that left out a step stays a finding', async () => {
  const at = (status: string) => `# Phase 1: Pantry\nStatus: ${status}\n## Exit criteria\n- \`npm test\` exits 0\n`;
  const folder = testFolder([[phase1, at('Not Started')]]);
  const client = await startClient({ folders: [folder.uri] });
  const uri = folder.uriOf(phase1);
  const jumps = async (status: string) => {
    client.change(uri, at(status));
    client.notify('textDocument/didSave', { textDocument: { uri } });
    await client.settled();
    return client.shown(uri).filter(({ code }) => code === 'status/illegal-jump').length;
  };
  client.open(uri, at('Not Started'));
  expect(await jumps('In Progress')).toBe(0);
  expect(await jumps('Signed Off')).toBe(1);
  expect(await jumps('Signed Off')).toBe(1);
  expect(await jumps('Ready for Signoff')).toBe(0);
  expect(await jumps('Signed Off')).toBe(0);
  expect(await jumps('In Progress')).toBe(1);

  // Closing the editor changes nothing, and what somebody else wrote meanwhile is where it begins again.
  folder.write(phase1, at('In Progress'));
  client.close(uri);
  await client.settled();
  expect(client.shown(uri).map(({ code }) => code)).toEqual(['status/illegal-jump']);
  folder.write(phase1, at('Blocked'));
  client.watched({ uri, type: 2 });
  await client.settled();
  expect(client.shown(uri)).toEqual([]);
});
