import { expect, test } from 'vitest';
import { targetsIn } from '../../../server/src/core/read/evidenceTargets.ts';
import { toSource } from '../../../server/src/core/source.ts';

/** What some words point to: `file src/a.ts#L3 @ "src/a.ts"`. */
function targets(words: string): readonly string[] {
  const source = toSource('docs/a.md', `- ${words}\n`);
  return targetsIn(words, { start: 2, end: 2 + words.length }, source).map(({ kind, form, value, part, at }) => {
    const inside = part === null ? '' : ` ${part.kind} ${part.value}`;
    return `${form} ${kind} ${value}${inside} at ${source.text.slice(at.start, at.end)}`;
  });
}

test.each([
  ['[log](evidence/heat.md)', ['link file evidence/heat.md at evidence/heat.md']],
  ['[log](evidence/heat%20log.md#oven-1)', ['link file evidence/heat log.md section oven-1 at evidence/heat%20log.md#oven-1']],
  ['[here](#results)', ['link file  section results at #results']],
  ['[code](../src/heat.ts#L3-L9)', ['link file ../src/heat.ts line L3-L9 at ../src/heat.ts#L3-L9']],
  ['[a](x.md), [b](x.md)', ['link file x.md at x.md', 'link file x.md at x.md']],
  ['[run](https://ci.example.org/1)', ['link url https://ci.example.org/1 at https://ci.example.org/1']],
  [
    '[4f2a9c1](https://git.example.org/o/r/commit/4f2a9c1)',
    ['link commit 4f2a9c1 at https://git.example.org/o/r/commit/4f2a9c1'],
  ],
  ['See https://ci.example.org/1.', ['words url https://ci.example.org/1 at https://ci.example.org/1']],
  ['commit 4f2a9c1', ['words commit 4f2a9c1 at 4f2a9c1']],
  [
    'commits 4f2a9c1, 77d0e3b and 0a1b2c3',
    ['words commit 4f2a9c1 at 4f2a9c1', 'words commit 77d0e3b at 77d0e3b', 'words commit 0a1b2c3 at 0a1b2c3'],
  ],
  ['`4f2a9c1`', ['words commit 4f2a9c1 at 4f2a9c1']],
  [
    '`tests/heat.test.ts::reaches 280 °C`',
    ['words file tests/heat.test.ts test reaches 280 °C at tests/heat.test.ts::reaches 280 °C'],
  ],
  ['`src/heat.ts:12`', ['words file src/heat.ts line L12 at src/heat.ts:12']],
  ['docs/evidence/heat.md (38 minutes)', ['words file docs/evidence/heat.md at docs/evidence/heat.md']],
  [
    '`docs/evidence/`, `src/**/*.test.ts`',
    ['words file docs/evidence/ at docs/evidence/', 'words file src/**/*.test.ts at src/**/*.test.ts'],
  ],
  ['`C:\\heat.txt`', ['words file C:\\heat.txt at C:\\heat.txt']],
])('%s', (words, expected) => {
  expect(targets(words)).toEqual(expected);
});

test.each([
  ['a command', '`pnpm test --run`'],
  ['a route', '`GET /health`, `/health`'],
  ['a number', '`1234567`, run 1234567'],
  ['a sentence', 'The oven was hot, as planned.'],
  ['two names with a slash between', 'Sharp/libvips'],
  ['a package', '`@scope/name@1.2.3`'],
  ['a mail address', '[Ada](mailto:ada@example.org)'],
  ['a word of hexadecimal letters', 'the defaced1 facade'],
])('%s points to nothing', (_, words) => {
  expect(targets(words)).toEqual([]);
});
