import { expect, test } from 'vitest';
import type { AddOneAnswer, CreatePlanAnswer, TemplateReport } from '../../server/src/lsp/protocol.ts';
import { testFolder } from '../support/folder.ts';
import { startClient } from '../support/lspClient.ts';

test('a new plan is one edit that creates its documents, with the first words to write', async () => {
  const folder = testFolder([['package.json', '{"scripts":{"test":"node --test"}}']]);
  const client = await startClient({ folders: [folder.uri] });
  await client.settled();
  const templates = await client.request<readonly TemplateReport[]>('phasewise/templates', {});
  for (const { id } of templates) {
    const params = { folder: folder.uri, template: id, names: ['lib'] };
    const answer = await client.request<CreatePlanAnswer>('phasewise/createPlan', params);
    if ('refused' in answer) throw new Error(answer.refused);
    const { edit, files, first, snippet } = answer;
    // Words that stand twice are written once.
    const stops = [...snippet.matchAll(/\$\{(\d+):([^}]*)\}/g)].map(([, number, words]) => [words, number]);
    expect(new Map(stops as [string, string][]).size).toBe(new Set(stops.map(([, number]) => number)).size);
    expect(
      edit.documentChanges?.map((change) =>
        'uri' in change ? change.uri : 'textDocument' in change ? change.textDocument.uri : change.newUri,
      ),
    ).toEqual(files.flatMap(({ uri }) => [uri, uri]));
    const line = files[0]?.text.split('\n')[first.start.line] ?? '';
    expect(line.slice(first.start.character, first.end.character)).toMatch(/^\S.*\S$/);
  }
});

test('a document that exists is named, and nothing is offered', async () => {
  const folder = testFolder([['docs/plan.md', '# Plan\n\n## Phase 1: Kiln\n']]);
  const client = await startClient({ folders: [folder.uri] });
  await client.settled();
  const params = { folder: folder.uri, template: 'one-file', names: ['docs'] };
  expect(await client.request('phasewise/createPlan', params)).toEqual({
    refused: 'docs/plan.md exists already, and nothing was written. Move it, or choose another way of working.',
  });
});

test('one more test is an edit of its document, and the first words to write are found in the text after it', async () => {
  const text = '## Phase 1: Kiln\n\n### Manual tests\n\n- [ ] Test 1: Fire it\n  - Command: `make fire`\n  - Expected: 900\n';
  const folder = testFolder([['docs/plan.md', text]]);
  const client = await startClient({ folders: [folder.uri] });
  await client.settled();
  const ask = (phase: string, what: string) =>
    client.request<AddOneAnswer>('phasewise/addOne', { folder: folder.uri, phase, document: null, what });
  const answer = await ask('1', 'test');
  if ('refused' in answer) throw new Error(answer.refused);
  expect(answer.uri).toBe(folder.uriOf('docs/plan.md'));
  expect(answer.first).toEqual({ start: { line: 7, character: 14 }, end: { line: 7, character: 33 } });
  expect(await ask('1', 'stage')).toMatchObject({ refused: expect.stringContaining('has no stage') });
  expect(await ask('7', 'test')).toEqual({ refused: 'There is no phase 7.' });
});
