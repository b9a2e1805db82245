import { expect, test } from 'vitest';
import { runCli } from '../support/built.ts';
import { tagAll, testFolder } from '../support/folder.ts';

const plan = '## Phase 1: Pantry\n### Exit criteria\n- `npm test` exits 0\n## Phase 2: Market\n';

async function tagsIn(path: string, root: string): Promise<readonly (string | null)[]> {
  const { out } = await runCli(path, ['outline', '--format', 'json', '--root', root]);
  return JSON.parse(out).plans[0].phases.map((phase: { tag: string | null }) => phase.tag);
}

test('tags are known whether Git packed them or not, and in every working tree of a repository', async () => {
  const folder = testFolder([['docs/plan.md', plan]]);
  tagAll(folder, ['phase-1-complete']);
  folder.git('pack-refs', '--all');
  folder.git('tag', 'phase-2-complete');
  expect(await tagsIn(folder.path, '.')).toEqual(['phase-1-complete', 'phase-2-complete']);

  folder.git('worktree', 'add', '-q', 'other');
  folder.write('other/docs/plan.md', plan);
  expect(await tagsIn(folder.path, 'other')).toEqual(['phase-1-complete', 'phase-2-complete']);

  // A workspace folder inside the repository.
  expect(await tagsIn(folder.path, 'docs')).toEqual(['phase-1-complete', 'phase-2-complete']);
});

test('the template of the tag is a setting', async () => {
  const folder = testFolder([
    ['docs/plan.md', plan],
    ['phasewise.yaml', 'tag: v0.{n}.0\n'],
  ]);
  tagAll(folder, ['v0.2.0', 'v0.2.1', 'phase-1-complete']);
  expect(await tagsIn(folder.path, '.')).toEqual([null, 'v0.2.0']);
});

test('a repository without tags, and a folder without a repository', async () => {
  const folder = testFolder([['docs/plan.md', plan]]);
  expect(await tagsIn(folder.path, '.')).toEqual([null, null]);
  folder.write('.git', 'gitdir: nowhere');
  expect(await tagsIn(folder.path, '.')).toEqual([null, null]);
});
