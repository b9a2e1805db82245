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

test('sums up since the last tag that marks a passed gate, and no other tag', async () => {
  const folder = testFolder(plan);
  const commit = (path: string, ...tags: string[]) => {
    folder.write(path, '');
    folder.git('add', '.');
    folder.git('commit', '-qm', path);
    for (const tag of tags) folder.git('tag', tag);
  };
  const sum = async (...args: string[]) => JSON.parse((await runCli(folder.path, ['scope', '--format', 'json', ...args])).out);
  folder.git('init', '-q', '-b', 'main');
  commit('src/api/a.ts', 'phase-0-complete');
  commit('src/api/b.ts', 'phase-draft_of_1-complete', 'phase-complete', 'v1');
  commit('src/web/c.ts', 'phase-1-complete-draft');
  commit('tools/d.ts');
  expect(await sum('--since-tag')).toMatchObject({
    phase: '1',
    title: 'API',
    summary: {
      since: 'phase-0-complete',
      in: 1,
      out: 2,
      phases: [
        { phase: '1', title: 'API', in: 1, out: 0 },
        { phase: '2', title: 'Web', in: 0, out: 1 },
        { phase: null, title: null, in: 0, out: 1 },
      ],
    },
  });
  expect((await sum('--base', 'HEAD~1')).summary).toMatchObject({ since: 'HEAD~1', in: 0, out: 1 });
  folder.write('src/api/e.ts', '');
  folder.git('add', '.');
  expect((await sum('--staged')).summary).toMatchObject({ since: null, in: 1, out: 0 });

  const markdown = await runCli(folder.path, ['scope', '--since-tag', '--format', 'markdown']);
  expect([markdown.code, markdown.out]).toEqual([
    1,
    expect.stringContaining('3 changed files since ` phase-0-complete `, **2 out'),
  ]);
  folder.git('tag', '-d', 'phase-0-complete');
  expect(await runCli(folder.path, ['scope', '--since-tag'])).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^phasewise: no tag like/),
  });
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
  folder.write('.gitattributes', '* filter=odd.name\n');
  for (const key of ['clean', 'process']) folder.git('config', `filter.odd.name.${key}`, `${folder.path}/hook.sh`);
  folder.git('config', 'filter.odd.name.required', 'true');
  folder.write('src/api/a.ts', '');
  folder.write('docs/phases/phase-1.md', `${phase1}\n`);
  const hook = JSON.stringify({ hook_event_name: 'PreToolUse', tool_name: 'Edit', tool_input: { file_path: 'src/api/a.ts' } });
  expect((await runCli(folder.path, ['scope', '--hook'], {}, hook)).out).toContain('"allow"');
  const { out } = await runCli(folder.path, ['scope', '--format', 'json']);
  expect(JSON.parse(out).paths.map((one: { path: string }) => one.path)).toContain('docs/phases/phase-1.md');
  await runCli(folder.path, ['check', '--changed']);
  await runCli(folder.path, ['scope', '--base', 'HEAD']);
  expect(existsSync(`${folder.path}/ran`)).toBe(false);
});
