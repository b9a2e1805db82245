import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { protocol } from '../../server/src/lsp/protocol.ts';
import { allCases } from '../support/cases.ts';
import { differences, type Found } from '../support/compare.ts';
import { makeFolder, removeFolder, type TestFolder, tagAll } from '../support/folder.ts';
import { type Diagnostic, startClient } from '../support/lspClient.ts';

// One server with a folder per case: what it publishes for one must not depend on the others.
describe('the language server publishes what the case marks', () => {
  const cases = allCases();
  let folders: TestFolder[] = [];
  beforeAll(() => {
    folders = cases.map((scenario) => makeFolder([...scenario.files, ...scenario.before]));
    for (const [index, { tags }] of cases.entries()) {
      const folder = folders[index];
      if (folder && tags.length > 0) tagAll(folder, tags);
    }
  });
  afterAll(() => folders.forEach(removeFolder));

  test.runIf(cases.length > 0)(`in ${cases.length} cases at once`, async () => {
    const client = await startClient({ folders: folders.map((folder) => folder.uri) });
    for (const [index, { touched }] of cases.entries())
      for (const path of touched) client.notify(protocol.touched, { uri: folders[index]?.uriOf(path) });
    await client.settled();
    for (const [index, { before, files }] of cases.entries()) {
      for (const [path, text] of before) {
        const uri = folders[index]?.uriOf(path) ?? '';
        client.open(uri, text);
        client.change(uri, files.get(path) ?? '');
      }
    }
    await client.settled();
    const wrong = cases.flatMap((scenario, index) => {
      const folder = folders[index];
      const uris = folder
        ? [...new Set(client.publications.map(({ uri }) => uri))].filter((uri) => uri.startsWith(`${folder.uri}/`))
        : [];
      const found = uris.flatMap((uri) =>
        client.shown(uri).map((one) => toFound(decodeURIComponent(uri.slice((folder?.uri.length ?? 0) + 1)), one)),
      );
      return differences(scenario, found).map((line) => `${scenario.name}: ${line}`);
    });
    expect(wrong).toEqual([]);
  });
});

function toFound(path: string, { range, code, message }: Diagnostic): Found {
  return {
    path,
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    rule: code ?? '',
    message,
  };
}
