import { expect, it } from 'vitest';
import { FileIndex } from '../../../server/src/core/files.ts';
import { suggestPaths } from '../../../server/src/core/fixes/suggestPaths.ts';

const files = new FileIndex(
  [
    ...['docs/plan.md', 'scripts/payments/settle.ts', 'scripts/build.ts', 'src/payments/api.ts', 'src/healthPoints.ts'],
    ...['src/categories/list.ts', 'src/nightly-import/run.ts', 'src/a/test/x.ts', 'src/b/test/x.ts', 'src/c/test/x.ts'],
    ...['src/d/test/x.ts', 'src/e/test/x.ts', '.github/workflows/nightly.yml', 'src/überweisung/konto.ts'],
  ].sort(),
);

it.each([
  ['payment scripts', ['scripts/payments/**']],
  ['payments', ['src/payments/**', 'scripts/payments/**']],
  ['health points', ['src/healthPoints.ts']],
  ['The category page', ['src/categories/**']],
  ['the nightly import', ['src/nightly-import/**']],
  ['nightly', []],
  ['tests', []],
  ['the plan', []],
  ['Überweisungen und Konto', ['src/überweisung/konto.ts']],
  ['', []],
  ['src', []],
])('“%s” may mean %j', (text, expected) => {
  expect(suggestPaths(text, files, (path) => path === 'docs/plan.md')).toEqual(expected);
});
