import { expect, test } from 'vitest';
import { runCli } from '../support/built.ts';
import { testFolder } from '../support/folder.ts';

const plan = '## Phase 1: Billing\nStatus: in progress\n### Scope\n- whatever sends bills\n';

test('where the scope is prose, the files that a phase touched say what it might name', async () => {
  const folder = testFolder([['docs/plan.md', plan]]);
  folder.git('init', '-q');
  folder.git('add', '.');
  folder.git('commit', '-q', '-m', 'Before');
  for (const name of ['send', 'round', 'print']) folder.write(`src/billing/${name}.ts`, '');
  folder.write('tools/stamp.sh', '');
  const { out } = await runCli(folder.path, ['scope']);
  expect(out).toContain('This phase touched 3 files that `src/billing/**` covers: add it to its scope?\n');
  expect(out).toContain('This phase touched 1 file that `tools/stamp.sh` covers: add it to its scope?\n');
  const json = JSON.parse((await runCli(folder.path, ['scope', '--format', 'json'])).out);
  expect(json.suggestions).toEqual([
    { glob: 'src/billing/**', files: 3 },
    { glob: 'tools/stamp.sh', files: 1 },
  ]);

  // With a path in the scope there is something to compare with.
  folder.write('docs/plan.md', plan.replace('whatever sends bills', '`src/billing/**`'));
  expect(JSON.parse((await runCli(folder.path, ['scope', '--format', 'json'])).out).suggestions).toEqual([]);
});
