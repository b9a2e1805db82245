import { expect, test } from 'vitest';
import type { CreatePlanAnswer, TemplateReport } from '../../server/src/lsp/protocol.ts';
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
    const { edit, files, first } = answer;
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
    refused: 'docs/plan.md exists already, and nothing was written.',
  });
});
