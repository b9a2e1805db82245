import fc from 'fast-check';
import { Minimatch } from 'minimatch';
import { expect, test } from 'vitest';
import { matcherOf } from '../../../server/src/core/glob.ts';

const numRuns = Number(process.env.FUZZ_RUNS ?? 3000);
const part = fc.constantFrom('a', 'B', 'src', 'Phase', 'x.ts', '.github', 'ä', '[id]', '(app)', '..', '.', '');
const wild = fc.constantFrom('*', '**', '?', '*.ts', '{a,B}', '[ab]', '+(a|b)', '!(a)', 'ph*', '*Phase*', '\\*', 'a*b?c');
const path = fc
  .array(part, { minLength: 1, maxLength: 4 })
  .map((parts) => parts.filter((one) => one !== '' && one !== '..' && one !== '.').join('/'));
const glob = fc
  .array(
    fc.oneof(
      part,
      wild,
      fc.tuple(part, wild).map(([one, two]) => one + two),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join('/'));

/** As `compile` builds it, without a look at the literal parts first. */
function bare(pattern: string, nocase: boolean): (path: string) => boolean {
  const plain = /^(?:\.\/)*\.\/?$/.test(pattern) ? '**' : pattern.replace(/^(?:\.\/)+/, '');
  const variants = [plain, plain.endsWith('/') ? `${plain}**` : `${plain}/**`];
  if (/[[\]()]/.test(plain)) variants.push(...variants.map((one) => one.replace(/[[\]()]/g, '\\$&')));
  const options = { dot: true, nocomment: true, nonegate: true, nocase, optimizationLevel: 1 } as const;
  const each = variants.map((one) => new Minimatch(one, options));
  return (one) => each.some((matcher) => matcher.match(one));
}

test('a look at the literal parts of a glob first changes no answer', () => {
  let matched = 0;
  fc.assert(
    fc.property(glob, path, fc.boolean(), (pattern, one, nocase) => {
      const expected = bare(pattern, nocase)(one);
      if (expected) matched += 1;
      expect(matcherOf([pattern], nocase)(one)).toBe(expected);
    }),
    { numRuns },
  );
  expect(matched).toBeGreaterThan(numRuns / 100);
}, 120_000);
