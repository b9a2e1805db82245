import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../support/built.ts';
import { testFolder } from '../support/folder.ts';

test('lists the ways of working', async () => {
  const { code, out } = await runCli(testFolder().path, ['init']);
  expect(code).toBe(0);
  for (const id of ['one-file', 'phase-documents', 'readiness-tracker', 'stages', 'gates']) expect(out).toContain(`  ${id} `);
});

test('writes a plan that the other commands understand, and says where to go on', async () => {
  const folder = testFolder([['package.json', '{"scripts":{"test":"node --test"}}']]);
  const { code, out } = await runCli(folder.path, ['init', 'phase-documents']);
  expect(code).toBe(0);
  expect(out).toMatch(/^docs\/phases\/phase-0\.md {2}8 places to fill in: lines 1, [\d, ]+\n/);
  const outline = await runCli(folder.path, ['outline', '--format', 'json']);
  expect(JSON.parse(outline.out).plans[0].current).toMatchObject({ phase: '0' });
  expect(readFileSync(join(folder.path, 'phasewise.yaml'), 'utf8')).toContain('tag: v0.{n}.0');
});

test('prints the files and writes none', async () => {
  const folder = testFolder();
  const { code, out } = await runCli(folder.path, ['init', 'one-file', '--dry-run']);
  expect([code, out.startsWith('--- docs/plan.md\n# ')]).toEqual([0, true]);
  expect(readdirSync(folder.path)).toEqual([]);
});

test('a file that exists stays as it is, and none of the others is written', async () => {
  const folder = testFolder([['docs/phase-board.md', 'mine\n']]);
  const { code, err } = await runCli(folder.path, ['init', 'phase-documents']);
  expect([code, err]).toEqual([
    2,
    'phasewise: docs/phase-board.md exists already, and nothing was written. Move it, or choose another way of working.\n',
  ]);
  expect(readdirSync(folder.path)).toEqual(['docs']);
});

test('nothing is written through a link that leads out of the folder, and nothing is left half written', async () => {
  const [folder, outside] = [testFolder(), testFolder()];
  symlinkSync(outside.path, join(folder.path, 'tasks'));
  const { code, err } = await runCli(folder.path, ['init', 'phase-documents']);
  expect([code, err]).toEqual([2, expect.stringContaining('is outside')]);
  expect(readdirSync(outside.path)).toEqual([]);
  expect(readdirSync(join(folder.path, 'docs', 'phases'))).toEqual([]);
});

test('an unknown template names those there are', async () => {
  const folder = testFolder();
  mkdirSync(join(folder.path, 'docs'));
  const { code, err } = await runCli(folder.path, ['init', 'waterfall']);
  expect([code, err]).toEqual([2, expect.stringContaining('one-file, phase-documents')]);
});
