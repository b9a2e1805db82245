import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listFiles } from '../../../server/src/host/list.ts';
import { testFolder } from '../../support/folder.ts';

const empty = (...paths: string[]) => paths.map((path) => [path, ''] as const);

it('lists every file but what Git ignores, in the order of the paths', async () => {
  const folder = testFolder([
    ['.gitignore', 'out/\n*.log\n/only-here\n!keep.log\ndeep/**/cache\n# note\n\\#odd\n'],
    ['src/.gitignore', 'local.ts\n!seen.log\n'],
    ...empty('a.ts', 'a/b.ts', 'a-b/c.ts', 'out/x.ts', 'src/out/x.ts', 'x.log', 'keep.log', 'src/seen.log', 'src/y.log'),
    ...empty('src/local.ts', 'local.ts', 'only-here', 'src/only-here', 'deep/one/two/cache/x', 'deep/x', '#odd', '.env'),
    ...empty('app/[id]/(group)/page.tsx', 'ä/日本.ts', '.github/workflows/ci.yml'),
  ]);
  folder.git('init', '-q');
  const listed = await listFiles(folder.path);
  const known = folder.git('-c', 'core.quotePath=false', 'ls-files', '--others', '--exclude-standard').trim().split('\n');
  expect(listed).toEqual(known.sort());
  expect(listed).toContain('src/seen.log');
});

it('reads what the folders around the workspace and the repository itself ignore', async () => {
  const folder = testFolder([
    ['.gitignore', 'packages/web/dist/\n*.tmp\n/web-only\n'],
    ['packages/.gitignore', 'web/secret.ts\n'],
    ...empty(
      'packages/web/dist/a.js',
      'packages/web/a.tmp',
      'packages/web/secret.ts',
      'packages/web/web-only',
      'packages/web/a.ts',
    ),
    ...empty('packages/web/mine.txt'),
  ]);
  folder.git('init', '-q');
  folder.write('.git/info/exclude', 'mine.txt\n');
  expect(await listFiles(join(folder.path, 'packages', 'web'))).toEqual(['a.ts', 'web-only']);
});

it('follows no symbolic link, and leaves out what is no file', async () => {
  const folder = testFolder(empty('src/a.ts'));
  symlinkSync(folder.path, join(folder.path, 'src', 'circle'));
  symlinkSync(join(folder.path, 'src', 'a.ts'), join(folder.path, 'b.ts'));
  expect(await listFiles(folder.path)).toEqual(['src/a.ts']);
  expect(await listFiles(join(folder.path, 'nowhere'))).toEqual([]);
});

it('says nothing of a folder with more files than it looks at', async () => {
  const folder = testFolder(empty('a.ts', 'b.ts', 'c/d.ts'));
  expect(await listFiles(folder.path, 2)).toBeUndefined();
  expect(await listFiles(folder.path, 3)).toEqual(['a.ts', 'b.ts', 'c/d.ts']);
});

it('takes no patterns that would take for ever', async () => {
  const stars = `${'**/a/'.repeat(12)}b\n${'*a'.repeat(40)}b\n[\n\\\n!\n[z-a]\n**a**b**c**d\n${'x'.repeat(5000)}\nreal.ts\n`;
  const deep = `${'a/'.repeat(60)}c.ts`;
  const folder = testFolder([['.gitignore', stars], ...empty(deep, `${'a'.repeat(200)}.ts`, 'real.ts')]);
  const began = performance.now();
  expect(await listFiles(folder.path)).toEqual(['.gitignore', deep, `${'a'.repeat(200)}.ts`].sort());
  expect(performance.now() - began).toBeLessThan(2000);
});

it('lets others have a turn while it looks', async () => {
  const folder = testFolder(empty('a.ts', 'b/c.ts', 'b/d.ts'));
  let turns = 0;
  let looking = true;
  const turn = () => {
    turns += 1;
    if (looking) setImmediate(turn);
  };
  setImmediate(turn);
  expect(await listFiles(folder.path, 10, 0)).toHaveLength(3);
  looking = false;
  expect(turns).toBeGreaterThanOrEqual(3);
});
