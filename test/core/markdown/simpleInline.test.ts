import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInline } from '../../../server/src/core/markdown.ts';
import { readSimple } from '../../../server/src/core/simpleInline.ts';

const runs = Number(process.env.FUZZ_RUNS ?? 5000);

const pieces = [
  ...['*', '**', '***', '****', '_', '__', '___', '`', '``', '```', '~~', '~'],
  ...['a', 'b c', ' ', '  ', '\t', '.', ',', '(', ')', '"', '“', '日本', 'é', '\u00a0', '✅', '1', '-', '—', '#', '+', '>', '|'],
  ...['\\', '\\\\', '\\*', '\\`', '\\_', '\\a', '[', ']', '[x]', '[ ]', '](', '[a](b)', '[a b](c/d.md#e)', '![a](b)', '!', '(b)'],
  ...[
    '<',
    '<br>',
    '<br/>',
    '<br />',
    '</b>',
    '<b>',
    '<name>',
    '<a b>',
    '< a',
    '<1',
    '<!-- c -->',
    'https://a.b',
    '<https://a.b>',
  ],
  ...[
    '\n',
    '\na',
    '\n1',
    '\n2. x',
    '\n(x',
    '\n**b**',
    '\n`c`',
    '\n_d_',
    '\n[e](f)',
    '\n- g',
    '\n==',
    '\n--',
    ' \n',
    '\n ',
    '\\\n',
  ],
  ...['&', '&amp;', '&a', '&#x41;', '&;', 'foo_bar', 'a*b*c', '`x`', '**y**', '_z_', 'src/**/*.ts', ':', '='],
];
const marked = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));
const anything = fc.oneof(
  { weight: 9, arbitrary: marked },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

describe('readSimple', () => {
  it('reads what remark reads, wherever it reads at all', () => {
    let read = 0;
    fc.assert(
      fc.property(anything, (text) => {
        const simple = readSimple(text);
        if (!simple) return;
        read += 1;
        const whole = parseInline(text);
        if (JSON.stringify(simple) !== JSON.stringify(whole)) expect(simple).toEqual(whole);
      }),
      { numRuns: runs },
    );
    expect(read).toBeGreaterThan(runs / 4);
  });
});
