import { expect, test } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { startClient } from '../support/lspClient.ts';
import { phase1, vague } from './vague.ts';

interface Hover {
  readonly contents: { readonly value: string };
}

test('a hover on a finding says why it matters and gives a good example; elsewhere it says nothing', async () => {
  const folder = testFolder([[phase1, vague]]);
  const client = await startClient({ folders: [folder.uri] });
  const uri = folder.uriOf(phase1);
  client.open(uri, vague);
  await client.settled();
  const [diagnostic] = client.shown(uri);
  const ask = (line: number, character: number) =>
    client.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position: { line, character } });
  const { line, character } = diagnostic?.range.start ?? { line: -1, character: -1 };
  const hover = await ask(line, character + 1);
  expect(hover?.contents.value).toMatch(/\.\s[\s\S]*Good: /);
  expect(await ask(0, 0)).toBeNull();
});
