import { expect, test } from 'vitest';
import { runCli } from '../support/built.ts';
import { testFolder } from '../support/folder.ts';

const phase1 = '# Phase 1: API\n\n**Status**: In progress\n\n## Scope\n\n- `src/api/**`\n';
const phase2 = '# Phase 2: Web\n\n**Status**: Planned\n\n## Scope\n\n- `src/web/**`\n';
const plan = [
  ['docs/phases/phase-1.md', phase1],
  ['docs/phases/phase-2.md', phase2],
] as const;

test('tells for each path whether the current phase may touch it, and whose it is', async () => {
  const { code, out, err } = await runCli(testFolder(plan).path, ['scope', 'src/api/a.ts', 'src/web/b.ts', '--format', 'json']);
  expect(err).toBe('');
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    phase: '1',
    paths: [
      {
        path: 'src/api/a.ts',
        verdict: 'in',
        phase: '1',
        matched: { glob: 'src/api/**', path: 'docs/phases/phase-1.md', line: 7 },
      },
      { path: 'src/web/b.ts', verdict: 'out', phase: '2', message: expect.any(String) },
    ],
  });
  expect(code).toBe(1);
  expect((await runCli(testFolder(plan).path, ['scope', 'src/api/a.ts'])).code).toBe(0);
});

test('asks Git for what is staged, changed, changed since a revision, or since the last gate', async () => {
  const folder = testFolder(plan);
  const judged = async (...args: string[]) => {
    const { out, err } = await runCli(folder.path, ['scope', '--format', 'json', ...args]);
    expect(err).toBe('');
    return JSON.parse(out).paths.map((one: { path: string }) => one.path);
  };
  folder.git('init', '-q', '-b', 'main');
  folder.git('add', '.');
  folder.git('commit', '-qm', 'The plan');
  folder.git('tag', 'phase-0-complete');
  expect(await judged()).toEqual([]);

  folder.write('src/api/with space ü "quoted".ts', '');
  folder.write('src/web/b.ts', '');
  folder.git('add', 'src/api');
  expect(await judged('--staged')).toEqual(['src/api/with space ü "quoted".ts']);
  expect(await judged()).toEqual(['src/api/with space ü "quoted".ts', 'src/web/b.ts']);

  folder.git('checkout', '-qb', 'work');
  folder.git('add', '.');
  folder.git('commit', '-qm', 'Work');
  expect(await judged('--base', 'main')).toEqual(['src/api/with space ü "quoted".ts', 'src/web/b.ts']);
  expect(await judged('--since-tag')).toEqual(['src/api/with space ü "quoted".ts', 'src/web/b.ts']);
  const unknown = await runCli(folder.path, ['scope', '--base', 'nothing']);
  expect(unknown).toMatchObject({ code: 2, err: 'phasewise: Git knows no revision nothing\n' });
});

test('starts nothing that the configuration of a repository names', async () => {
  const folder = testFolder(plan);
  folder.git('init', '-q');
  folder.git('add', '.');
  folder.git('commit', '-qm', 'The plan');
  folder.write('hook.sh', '#!/bin/sh\ntouch ran\n');
  const { chmodSync, existsSync } = await import('node:fs');
  chmodSync(`${folder.path}/hook.sh`, 0o755);
  for (const key of ['core.fsmonitor', 'diff.external', 'core.pager']) folder.git('config', key, `${folder.path}/hook.sh`);
  folder.write('src/api/a.ts', '');
  await runCli(folder.path, ['scope']);
  await runCli(folder.path, ['scope', '--base', 'HEAD']);
  expect(existsSync(`${folder.path}/ran`)).toBe(false);
});
