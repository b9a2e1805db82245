import { expect, test } from 'vitest';
import {
  type EditAnswer,
  type GateAnswer,
  protocol,
  type TagReport,
  type TextDocumentEdit,
} from '../../server/src/lsp/protocol.ts';
import { testFolder } from '../support/folder.ts';
import { startClient } from '../support/lspClient.ts';

const path = 'docs/plan.md';
const plan = '## Phase 1: Jetty\nStatus: In Progress\n\n- [x] Piles\n\n## Phase 2: Boats\nStatus: Not Started\n';

test('a phase goes step by step to signed off, and its tag is offered', async () => {
  const folder = testFolder([[path, plan]]);
  const client = await startClient({ folders: [folder.uri] });
  const uri = folder.uriOf(path);
  const at = { folder: folder.uri, phase: '1', document: uri };
  client.open(uri, plan);
  const early = await client.request<EditAnswer>(protocol.signOff, { ...at, actor: 'Ada Marsh' });
  expect(early).toEqual({ refused: expect.stringContaining('move it to ready for sign-off first') });
  const moved = await client.request<EditAnswer>(protocol.moveStatus, { ...at, status: 'ready' });
  expect(JSON.stringify(moved)).toContain('"Ready for Signoff"');
  client.change(uri, plan.replace('In Progress', 'Ready for Signoff'));
  const record = { actor: 'Ada Marsh', date: '2026-03-01', commit: '1a2b3c4' };
  const signed = await client.request<{ documentChanges: TextDocumentEdit[] }>(protocol.signOff, { ...at, ...record });
  expect(signed.documentChanges).toHaveLength(1);
  expect(JSON.stringify(signed)).toContain('- Correlation ID: phase-1-2026-03-01-1a2b3c4');
  expect(await client.request<TagReport>(protocol.tagOffer, at)).toEqual({
    name: 'phase-1-complete',
    message: 'Phase 1: Jetty - gate passed',
    problem: 'This folder is in no Git repository, so there is nothing to tag.',
  });
  expect(await client.request<EditAnswer>(protocol.moveStatus, { ...at, phase: '7', status: 'done' })).toEqual({
    refused: 'There is no phase 7 in the plan any more.',
  });
});

test('a failed attempt is written down, and unfinished work goes to the next phase', async () => {
  const open = plan.replace('[x] Piles', '[ ] Piles');
  const folder = testFolder([[path, open]]);
  const client = await startClient({ folders: [folder.uri] });
  const at = { folder: folder.uri, phase: '1' };
  const items = [{ step: 'The piles stand', note: 'one leans' }];
  const failed = await client.request<EditAnswer>(protocol.recordAttempt, { ...at, outcome: 'fail', items, date: '2026-03-01' });
  expect(JSON.stringify(failed)).toContain('- Attempt 1: fail (2026-03-01)\\n  - Failed: The piles stand — one leans');
  const put = await client.request<EditAnswer>(protocol.defer, { ...at, what: 'Piles', why: 'high water' });
  expect(JSON.stringify(put)).toContain('- Piles → phase 2: high water');
  expect(await client.request<EditAnswer>(protocol.defer, { ...at, what: 'Piles', to: '1' })).toHaveProperty('refused');
});

test('what the client has run counts for the sign-off as for the verdict', async () => {
  const text = '## Phase 1: Jetty\nStatus: Done\n\n### Exit criteria\n\n- [x] `npm test` exits 0\n';
  const folder = testFolder([[path, text]]);
  const client = await startClient({ folders: [folder.uri] });
  const at = { folder: folder.uri, phase: '1' };
  const record = { ...at, actor: 'Ada Marsh', date: '2026-03-01' };
  const early = await client.request<EditAnswer>(protocol.signOff, record);
  expect(early).toEqual({ refused: expect.stringContaining('1 command was not run') });
  const gate = await client.request<GateAnswer>(protocol.gate, at);
  expect(gate.signOff).toMatchObject({ signed: false, overridable: true, roles: [] });
  const runs = gate.steps.map(({ key, command }) => ({ key, command, exitCode: 0, result: 'pass', output: '' }));
  expect((await client.request<GateAnswer>(protocol.gate, { ...at, runs })).signOff.refused).toBeNull();
  const signed = await client.request<EditAnswer>(protocol.signOff, { ...record, runs });
  expect(JSON.stringify(signed)).toContain('- Approved by: Ada Marsh');
});
