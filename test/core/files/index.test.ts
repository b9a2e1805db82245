import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileIndex } from '../../../server/src/core/files.ts';
import { matcherOf } from '../../../server/src/core/glob.ts';

const part = fc.constantFrom('a', 'b', 'src', 'src-gen', 'x.ts', 'y.ts', '.env', '[id]', 'ä', '日本');
const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
const paths = fc.array(path, { maxLength: 30 }).map((all) => [...new Set(all)].sort());
const glob = fc.constantFrom(
  '**',
  'src/**',
  'src',
  'src/*',
  '**/*.ts',
  'a/b',
  '[id]/**',
  'src-gen/**',
  '{a,b}/**',
  './src/',
  'ä/*',
);

describe('the index of a folder', () => {
  it('names for a pattern what the pattern matches, and which names a folder holds', () => {
    fc.assert(
      fc.property(paths, glob, (all, one) => {
        const index = new FileIndex(all);
        expect(index.matching(one)).toEqual(all.filter(matcherOf([one])));
        const below = all.filter((each) => each.startsWith('src/')).map((each) => each.split('/')[1] ?? '');
        expect([...new Set(index.children('src'))].sort()).toEqual([...new Set(below)].sort());
      }),
    );
  });

  it('that follows from another says what a new one says, and keeps lists that stay the same', () => {
    fc.assert(
      fc.property(paths, paths, fc.array(glob, { maxLength: 4 }), (before, after, globs) => {
        const first = new FileIndex(before);
        const old = globs.map((one) => first.matching(one));
        const next = first.next(after);
        for (const [at, one] of globs.entries()) {
          expect(next.matching(one)).toEqual(new FileIndex(after).matching(one));
          if (JSON.stringify(old[at]) === JSON.stringify(next.matching(one))) expect(next.matching(one)).toBe(old[at]);
        }
        expect(next.next([...after])).toBe(next);
      }),
    );
  });
});
