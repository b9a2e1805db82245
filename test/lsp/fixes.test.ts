import { expect, test } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { type Diagnostic, type Range, startClient } from '../support/lspClient.ts';
import { phase1, vague, vagueLine } from './vague.ts';

interface CodeAction {
  readonly title: string;
  readonly kind: string;
  readonly diagnostics?: readonly Diagnostic[];
  readonly edit: { documentChanges?: DocumentChange[]; changes?: Record<string, TextEdit[]> };
}
interface DocumentChange {
  readonly textDocument: { readonly uri: string; readonly version: number | null };
  readonly edits: TextEdit[];
}
interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

const files = [
  [phase1, vague],
  ['package.json', '{ "scripts": { "test": "vitest run" } }\n'],
] as const;

test('a quick fix mends the finding it belongs to, in the version it was made for', async () => {
  const folder = testFolder(files);
  const client = await startClient({ folders: [folder.uri] });
  const uri = folder.uriOf(phase1);
  client.open(uri, vague);
  await client.settled();
  const [diagnostic] = client.shown(uri);
  const ask = (range: Range | undefined, only?: string[]) =>
    client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: diagnostic ? [diagnostic] : [], ...(only ? { only } : {}) },
    });
  const [action] = await ask(diagnostic?.range);
  expect(action).toMatchObject({ kind: 'quickfix', diagnostics: [{ code: diagnostic?.code }] });
  const [change] = action?.edit.documentChanges ?? [];
  expect(change?.textDocument).toEqual({ uri, version: 1 });

  client.change(uri, applied(vague, change?.edits ?? []));
  await client.settled();
  expect(client.shown(uri).filter((one) => one.code === diagnostic?.code)).toEqual([]);

  const start = { line: 0, character: 0 };
  expect(await ask({ start, end: start })).toEqual([]);
  expect(await ask(diagnostic?.range, ['refactor'])).toEqual([]);
});

test('an editor without versioned edits gets plain ones', async () => {
  const folder = testFolder(files);
  const client = await startClient({ folders: [folder.uri], capabilities: {} });
  const uri = folder.uriOf(phase1);
  await client.settled();
  const range = { start: { line: vagueLine, character: 8 }, end: { line: vagueLine, character: 9 } };
  const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
  const [action] = await client.request<CodeAction[]>('textDocument/codeAction', params);
  expect(Object.keys(action?.edit.changes ?? {})).toEqual([uri]);
});

test('links lead to the pages of the rules where the client says where they are', async () => {
  const folder = testFolder(files);
  const client = await startClient({ folders: [folder.uri], initializationOptions: { docsBase: 'https://example.org/rules/' } });
  await client.settled();
  const [diagnostic] = client.shown(folder.uriOf(phase1));
  expect(diagnostic?.codeDescription?.href).toBe(`https://example.org/rules/${diagnostic?.code?.replace('/', '-')}.md`);
});

/** A text with edits applied as an editor does it. */
function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Range['start']) =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, character);
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((all, { range, newText }) => all.slice(0, offset(range.start)) + newText + all.slice(offset(range.end)), text);
}

test('a client that has tab stops gets them', async () => {
  const folder = testFolder(files);
  const snippets = { workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } } };
  const client = await startClient({ folders: [folder.uri], capabilities: snippets });
  const uri = folder.uriOf(phase1);
  client.open(uri, vague);
  await client.settled();
  const [diagnostic] = client.shown(uri);
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: diagnostic?.range,
    context: { diagnostics: [] },
  });
  const hide = actions.find(({ title }) => title.startsWith('Leave this alone'));
  expect(hide?.edit.documentChanges?.[0]?.edits[0]).toMatchObject({
    snippet: { kind: 'snippet', value: expect.stringMatching(/phasewise-disable-line .* -- \$\{1:.+\}/) },
  });
});

test('a fix of several edits has one row of tab stops, and all findings of a kind can be mended at once', async () => {
  const text = vague.replace(
    '- [ ] All tests pass\n',
    '- [ ] Mirror works correctly and the lens is fast\n- [ ] All tests pass\n- [ ] Unit tests pass\n',
  );
  const folder = testFolder([
    [phase1, text],
    ['package.json', '{ "scripts": { "test": "vitest run" } }\n'],
  ]);
  const snippets = { workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } } };
  const client = await startClient({ folders: [folder.uri], capabilities: snippets });
  const uri = folder.uriOf(phase1);
  client.open(uri, text);
  await client.settled();
  const ask = (line: number, only?: string[]) =>
    client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line, character: 6 }, end: { line, character: 20 } },
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  const split = (await ask(vagueLine)).find(({ title }) => title.startsWith('Split'));
  const values = (split?.edit.documentChanges?.[0]?.edits ?? []).map(
    (edit) => (edit as { snippet?: { value: string } }).snippet?.value,
  );
  expect(values).toEqual([`returns \${1:200}`, `- [ ] The lens is below \${2:200 ms} at p95\n`]);

  const all = (await ask(vagueLine + 1)).find(
    ({ title }) => title === 'Mend both findings of gate/unnamed-tests in this document',
  );
  const mended = applied(text, all?.edit.documentChanges?.[0]?.edits ?? []);
  expect(mended).toBe(text.replace('All tests pass', '`npm test` exits 0').replace('Unit tests pass', '`npm test` exits 0'));
  expect(await ask(0, ['source.fixAll.phasewise'])).toMatchObject([{ kind: 'source.fixAll.phasewise', edit: all?.edit }]);
});
