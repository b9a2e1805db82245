import { expect, test } from 'vitest';
import { type EditAnswer, type GateAnswer, protocol, type ScopeAnswer } from '../../server/src/lsp/protocol.ts';
import { testFolder } from '../support/folder.ts';
import { startClient } from '../support/lspClient.ts';
import { phase1, vague } from './vague.ts';

const checklist = `${vague}
## Scope

- \`src/api/**\`

## Manual checklist

- [ ] Health
  - Command: \`curl localhost:9753/health\`
  - Expected: \`ok\`
- [x] Version
  - Command: \`node --version\`
  - Expected: \`v20\`
`;

test('the tree and the status bar are told when the plan changes, with its numbers', async () => {
  const folder = testFolder([[phase1, vague]]);
  const client = await startClient({ folders: [folder.uri] });
  const uri = folder.uriOf(phase1);
  client.open(uri, vague);
  await client.settled();
  expect(client.news.at(-1)).toMatchObject({ folder: folder.uri, current: { phase: '1', title: 'API' }, counts: { phases: 1 } });
  client.change(uri, vague.replace('API', 'Shop'));
  await client.settled();
  expect(client.news.at(-1)?.current?.title).toBe('Shop');
});

test('where no phase is found the tree is told what was looked at, and where none is current, why', async () => {
  const folder = testFolder([['docs/plan.md', '# Boat\n\n## Hull\n']]);
  const client = await startClient({ folders: [folder.uri] });
  const uri = folder.uriOf('docs/plan.md');
  client.open(uri, '# Boat\n\n## Hull\n');
  await client.settled();
  const lacking = { path: 'docs/plan.md', line: 1, message: 'no heading names a phase (`## Phase 1: …`)' };
  expect(client.news.at(-1)).toMatchObject({ lookedAt: { documents: [lacking], more: 0 }, noCurrent: null });
  client.change(uri, '# Boat\n\n## Phase 1: Hull\nStatus: signed off\n');
  await client.settled();
  expect(client.news.at(-1)).toMatchObject({ lookedAt: { documents: [] }, current: null, noCurrent: { why: 'signed-off' } });
});

test('an edited file outside the scope is a finding on that file, and none any more when it no longer counts', async () => {
  const folder = testFolder([[phase1, checklist]]);
  const client = await startClient({ folders: [folder.uri] });
  await client.settled();
  const [inside, outside] = [folder.uriOf('src/api/a.ts'), folder.uriOf('src/web/b.ts')];
  const { verdicts } = await client.request<ScopeAnswer>(protocol.scope, { uris: [inside, outside, 'file:///elsewhere.ts'] });
  expect(verdicts.map((one) => one.verdict)).toEqual(['in', 'out', 'unscoped']);
  client.notify(protocol.touched, { uri: outside });
  client.notify(protocol.touched, { uri: inside });
  await client.settled();
  expect([client.shown(outside).length, client.shown(inside).length]).toEqual([1, 0]);
  client.notify(protocol.untouched, { uri: outside });
  await client.settled();
  expect(client.shown(outside)).toEqual([]);
});

test('an editor without our client tells the same by editing the file', async () => {
  const folder = testFolder([[phase1, checklist]]);
  const client = await startClient({ folders: [folder.uri] });
  const uri = folder.uriOf('src/web/b.ts');
  client.open(uri, 'export {};\n', 'typescript');
  await client.settled();
  expect(client.shown(uri)).toEqual([]);
  client.change(uri, 'export const a = 1;\n');
  await client.settled();
  expect(client.shown(uri)).toHaveLength(1);
});

test('lenses on the phase run its gate, say how far it is, and sign it off', async () => {
  const folder = testFolder([[phase1, checklist]]);
  const client = await startClient({ folders: [folder.uri] });
  const uri = folder.uriOf(phase1);
  expect(await client.request('textDocument/codeLens', { textDocument: { uri } })).toMatchObject([
    {
      range: { start: { line: 0 } },
      command: { title: 'Run gate · 1/4', command: 'phasewise.runGate', arguments: [{ uri, phase: '1' }] },
    },
    {
      range: { start: { line: 0 } },
      command: { title: 'Sign off', command: 'phasewise.signOff', arguments: [{ uri, phase: '1' }] },
    },
  ]);
});

test('phases and their gates are symbols of the document', async () => {
  const folder = testFolder([[phase1, vague]]);
  const client = await startClient({ folders: [folder.uri] });
  await client.settled();
  expect(await client.request('textDocument/documentSymbol', { textDocument: { uri: folder.uriOf(phase1) } })).toMatchObject([
    { name: 'Phase 1: API', children: [{ name: 'Exit criteria' }] },
  ]);
});

test('an outcome becomes an edit of the document, or a refusal in words', async () => {
  const folder = testFolder([[phase1, checklist]]);
  const client = await startClient({ folders: [folder.uri] });
  const uri = folder.uriOf(phase1);
  client.open(uri, checklist);
  await client.settled();
  const line = checklist.split('\n').indexOf('- [ ] Health');
  const record = (at: number, title: string) =>
    client.request<EditAnswer>(protocol.recordOutcome, { uri, line: at, title, outcome: 'pass', date: '2026-03-01' });
  expect(await record(line, 'Health')).toMatchObject({ documentChanges: [{ textDocument: { uri, version: 1 } }] });
  // The item moved: it is found again by its title.
  expect(await record(line - 1, 'Health')).toEqual(await record(line, 'Health'));
  expect(await record(line, 'Something else')).toEqual({ refused: expect.stringContaining('changed') });
});

test('an outcome is recorded by the key of its step, with what the command printed in a file of its own', async () => {
  const folder = testFolder([
    [phase1, checklist],
    ['docs/evidence/phase-1/health-2026-03-01.txt', 'of an earlier run\n'],
  ]);
  const client = await startClient({ folders: [folder.uri] });
  const uri = folder.uriOf(phase1);
  client.open(uri, checklist);
  await client.settled();
  const answer = await client.request<GateAnswer>(protocol.gate, { folder: folder.uri, phase: '1' });
  const step = answer.steps.find(({ title }) => title === 'Health');
  const { key, command } = step ?? {};
  const asked = { folder: folder.uri, phase: '1', key, command, outcome: 'pass', date: '2026-03-01', exitCode: 0 };
  // In the client's own words: one step to undo, made for the version that the server knows.
  expect(
    await client.request<EditAnswer>(protocol.recordOutcome, { ...asked, run: { folder: '', output: 'ok\n' } }),
  ).toMatchObject({
    documentChanges: [
      { kind: 'create', uri: folder.uriOf('docs/evidence/phase-1/health-2026-03-01-2.txt'), options: {} },
      { edits: [{ newText: expect.stringMatching(/exit code: 0\n\nok\n$/) }] },
      { textDocument: { uri, version: 1 }, edits: expect.any(Array) },
    ],
  });
  expect(await client.request(protocol.recordOutcome, { ...asked, command: 'rm -r .' })).toEqual({
    refused: expect.stringContaining('another one'),
  });
  expect(await client.request(protocol.recordOutcome, { ...asked, phase: '9' })).toEqual({ refused: expect.any(String) });
  expect(await client.request(protocol.recordOutcome, { ...asked, key: 'docs/gone.md#1#Health#1' })).toEqual({
    refused: expect.stringContaining('no longer'),
  });
});

test('pinning a phase creates the configuration file where there is none', async () => {
  const folder = testFolder([[phase1, vague]]);
  const client = await startClient({ folders: [folder.uri] });
  const uri = folder.uriOf('phasewise.yaml');
  const answer = await client.request<EditAnswer>(protocol.pinPhase, { folder: folder.uri, phase: '1' });
  expect(answer).toMatchObject({ documentChanges: [{ kind: 'create', uri }, { textDocument: { uri, version: null } }] });
});

test('a gate is answered with its verdict and with everything there is to go through', async () => {
  const folder = testFolder([[phase1, checklist]]);
  const client = await startClient({ folders: [folder.uri] });
  const ask = (phase: string) => client.request<GateAnswer | null>(protocol.gate, { folder: folder.uri, phase });
  const answer = await ask('01');
  expect(answer?.report).toMatchObject({ phase: '1', pass: false });
  expect(answer?.earlier).toEqual([]);
  expect(answer?.steps.find(({ title }) => title === 'Health')).toMatchObject({
    kind: 'test',
    command: 'curl localhost:9753/health',
    compared: ['the output contains `ok`'],
    standing: 'open',
    path: phase1,
    line: checklist.split('\n').indexOf('- [ ] Health') + 1,
  });
  expect(await ask('7')).toBeNull();
});
