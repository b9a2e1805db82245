import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matcherOf, suggestGlobs } from '../../../server/src/core/index.ts';

const many = (folder: string, count: number) => Array.from({ length: count }, (_, at) => `${folder}/f${at}.ts`);

it.each([
  ['files below one folder', many('src/billing', 31), ['src/billing/**']],
  ['one file', ['src/app.ts'], ['src/app.ts']],
  ['a file beside a folder', [...many('src/billing', 3), 'src/app.ts'], ['src/billing/**', 'src/app.ts']],
  ['two folders', [...many('src/web', 2), ...many('test/web', 5)], ['test/web/**', 'src/web/**']],
  ['a folder with folders in it', [...many('src/a/b', 2), ...many('src/a', 2)], ['src/a/**']],
  ['files at the root', ['a.ts', 'b.ts'], ['a.ts', 'b.ts']],
  ['nothing', [], []],
  ['more places than fit', ['one', 'two', 'three', 'four', 'five'].flatMap((name) => many(`src/${name}`, 2)), ['src/**']],
])('%s', (_, paths, expected) => expect(suggestGlobs(paths)).toEqual(expected));

it('covers every file, in few patterns', () => {
  const part = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'src');
  const path = fc.array(part, { minLength: 2, maxLength: 5 }).map((parts) => `${parts.join('/')}.ts`);
  fc.assert(
    fc.property(fc.array(path, { maxLength: 40 }), (paths) => {
      const globs = suggestGlobs(paths);
      expect(paths.every(matcherOf(globs))).toBe(true);
      expect(globs.length).toBeLessThanOrEqual(Math.max(4, new Set(paths.map((one) => one.split('/')[0])).size));
    }),
  );
});
