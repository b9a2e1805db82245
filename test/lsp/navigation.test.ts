import { expect, test } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { type Range, startClient } from '../support/lspClient.ts';

const plan = '# Bakery\n\n## Phase 1: Ovens\n\n- [ ] T1-001 Heat the oven\n\n## Phase 2: Shop\n\nDepends on: Phase 1\n';
const tasks =
  '- id: T1-001\n  phase: 1\n  title: Heat the oven\n- id: T2-001\n  phase: 2\n  title: Paint\n  depends_on: [T1-001]\n';

interface Location {
  readonly uri: string;
  readonly range: Range;
}

test('definition, references and highlights lead from document to document, in every folder on its own', async () => {
  const folder = testFolder([
    ['docs/plan.md', plan],
    ['tasks/tasks.yaml', tasks],
  ]);
  const other = testFolder([['docs/plan.md', plan]]);
  const client = await startClient({ folders: [folder.uri, other.uri] });
  await client.settled();
  const ask = async (method: string, path: string, line: number, character: number) => {
    const params = {
      textDocument: { uri: folder.uriOf(path) },
      position: { line, character },
      context: { includeDeclaration: true },
    };
    return (await client.request<Location[]>(method, params)).map(({ uri, range }) => place(uri ?? folder.uriOf(path), range));
  };
  const place = (uri: string, { start, end }: Range) =>
    `${uri.startsWith(folder.uri) ? uri.slice(folder.uri.length + 1) : uri}:${start.line}:${start.character}-${end.character}`;

  expect(await ask('textDocument/definition', 'tasks/tasks.yaml', 1, 9)).toEqual(['docs/plan.md:2:9-10']);
  expect(await ask('textDocument/declaration', 'docs/plan.md', 8, 14)).toEqual(['docs/plan.md:2:9-10']);
  expect(await ask('textDocument/definition', 'docs/plan.md', 4, 8)).toEqual(['tasks/tasks.yaml:0:6-12']);
  expect(await ask('textDocument/references', 'docs/plan.md', 2, 9)).toEqual([
    'docs/plan.md:2:9-10',
    'docs/plan.md:8:18-19',
    'tasks/tasks.yaml:1:9-10',
  ]);
  expect(await ask('textDocument/documentHighlight', 'tasks/tasks.yaml', 6, 18)).toEqual([
    'tasks/tasks.yaml:0:6-12',
    'tasks/tasks.yaml:6:15-21',
  ]);
});
