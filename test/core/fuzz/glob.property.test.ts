import fc from 'fast-check';
import { expect, it } from 'vitest';
import { globProblem, matcherOf } from '../../../server/src/core/index.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 2000);
const piece = fc.constantFrom(
  ...[
    '*',
    '**',
    '?',
    '/',
    '//',
    './',
    '../',
    '!',
    '{',
    '}',
    ',',
    '{a,b}',
    '{1..9}',
    '{a..z..2}',
    '{0..9999999}',
    '[',
    ']',
    '[a-z]',
    '[!a]',
    '[[:alpha:]]',
  ],
  ...[
    '(',
    ')',
    '+(',
    '@(a|b)',
    '!(a)',
    '*(a|a*)',
    '|',
    '\\',
    '#',
    '~',
    '$',
    'src',
    'a',
    'b.ts',
    '.',
    '..',
    ' ',
    '日本',
    '\ud83d',
    '\0',
    '\n',
    '^',
    '-',
  ],
);
const glob = fc.oneof(
  { weight: 8, arbitrary: fc.array(piece, { maxLength: 16 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.tuple(piece, fc.integer({ min: 0, max: 1200 })).map(([part, times]) => part.repeat(times)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);
const path = fc.oneof(
  fc
    .array(fc.constantFrom('src', 'a', 'b.ts', '[id]', '(x)', '.env', 'aaaaaaaaaaaaaaaaaaaaaaaaac'), {
      minLength: 1,
      maxLength: 5,
    })
    .map((parts) => parts.join('/')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

it('matches any path against any glob, without an error and in time', { timeout: 20_000 + runs }, () => {
  let slowest = 0;
  fc.assert(
    fc.property(glob, path, (pattern, file) => {
      const before = process.cpuUsage();
      const answer = matcherOf([pattern])(file);
      const { user, system } = process.cpuUsage(before);
      slowest = Math.max(slowest, user + system);
      expect(typeof answer).toBe('boolean');
      if (globProblem(pattern)) expect(answer).toBe(false);
    }),
    { numRuns: runs },
  );
  expect(slowest / 1000).toBeLessThan(500);
});

it('refuses what stands for too much, whatever stands in the braces', () => {
  for (const pattern of [
    '{1..1001}',
    '{-900..5..5}{1..9}',
    '{a..z..2}{A..z}{1..9}',
    `{1..${'9'.repeat(30)}}`,
    `{1..999}${'*[a]'.repeat(200)}`,
  ])
    expect(globProblem(pattern)).toBeDefined();
  expect(matcherOf(['src/{1..1000}/**'])('src/1000/a')).toBe(true);
  expect(matcherOf(['{a..z}{1..9}.ts'])('z9.ts')).toBe(true);
});
