import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYamlDocument } from '../../../server/src/core/read/yamlDocument.ts';
import { readYaml } from '../../../server/src/core/read/yamlText.ts';
import { defaultSettings } from '../../../server/src/core/settings.ts';
import { toSource } from '../../../server/src/core/source.ts';
import { composeYaml } from '../../../server/src/core/yaml.ts';

/** Lines of every kind that a reader may trip over, among them plenty of ordinary ones. */
const pieces = [
  ...[
    'i: |',
    'j: >-',
    'ga: |-',
    'gb: >',
    '- |',
    '  in a block',
    '    deeper',
    '',
    '',
    'gc: "a \\n \\"b\\" \\u00e9"',
    'gd: "\\x41"',
  ],
  ...[
    'a: 1',
    'b: "x y"',
    "c: 'z'",
    'd:',
    '- a',
    '- id: T1-001',
    '- id: T1-002',
    'title: Do it',
    'status: done',
    'status: ~',
    'phase: 2',
  ],
  ...[
    'e: [1, "two", three]',
    'f: []',
    'g: {}',
    'h: {x: 1}',
    'tasks:',
    'phases:',
    'depends_on: [T1-001]',
    'scope: ["src/**"]',
    '-',
    '- - x',
  ],
  ...[
    'i: |',
    'j: >-',
    '# comment',
    'k: x # note',
    'l: &l 1',
    'm: *l',
    '<<: *l',
    'n: !t x',
    '? o',
    ': p',
    'q: r: s',
    't: "open',
    "u: 'it''s'",
  ],
  ...[
    'v: [',
    ']',
    'w: {',
    '}',
    '---',
    '...',
    '%YAML 1.2',
    '-x',
    'y:z',
    ' z : 1',
    '@x',
    '"a b" : 1',
    'aa: \t tab',
    '\t',
    '',
    '  ',
    'dup: 1',
    'dup: 2',
  ],
  ...[
    '日本: 語',
    'acceptance_criteria:',
    '- [x] done',
    'bb: .5',
    'cc: -',
    'dd: "\\u0041"',
    'ee: null',
    'null: 1',
    '{"a": [1, {"b": null}]}',
    'ff: #c',
  ],
];
const line = fc.record({
  indent: fc.constantFrom(0, 0, 2, 2, 4, 4, 6, 1, 3),
  tab: fc.boolean(),
  piece: fc.constantFrom(...pieces),
  end: fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'),
});
const text = fc
  .array(line, { maxLength: 12 })
  .map((lines) =>
    lines.map(({ indent, tab, piece, end }) => `${tab && indent === 6 ? '\t' : ' '.repeat(indent)}${piece}${end}`).join(''),
  );
const anything = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

/** A register that is in order, and what a person may leave in it while they type. */
const register = [
  ...['tasks:', '  - id: T1', '    title: "Do it"', '    depends_on: [A, B]', '    notes: |', '      in a block', '    scope:'],
  ...['      include:', '        - src/**', '        - "x/y"', '      other: {a: 1}', '  - id: T2', "    title: 'x'"],
  ...['    long: some words', '      that go on', '    q: "open', '      closed"', '    list:', '    - a', '    - b'],
  ...[
    '    f: [a,',
    '      b]',
    '    g: [a,',
    '    ]',
    '  # comment',
    '  - id: T3',
    '    - odd',
    'phases:',
    '- id: 1',
    '  title: x',
  ],
];
const typed = fc.record({
  at: fc.nat(600),
  gone: fc.constantFrom(0, 0, 0, 1, 2, 5, 14),
  words: fc.constantFrom(
    ...['', '"', "'", '[', ']', '{', '}', ':', ': ', '- ', '|', '>', 'ow', 'x: 1', '  ', '\n', '#', ' #', ',', '@', '`'],
    ...['\n    ow\n', '\n    a: [b\n', '\n    "k', 'k: v: w', '\n    title: y\n', '---', '&a ', '*a', '? '],
  ),
});
const registers = fc
  .record({ from: fc.constantFrom(0, 0, 1, 11), to: fc.integer({ min: 14, max: 30 }), edits: fc.array(typed, { maxLength: 3 }) })
  .map(({ from, to, edits }) =>
    edits.reduce(
      (text, { at, gone, words }) => {
        const start = at % (text.length + 1);
        return text.slice(0, start) + words + text.slice(start + gone);
      },
      `${register.slice(from, to).join('\n')}\n`,
    ),
  );

describe('readYaml on arbitrary texts', { timeout: 60_000 }, () => {
  it('finds nothing wrong with a register that the library as a whole reads', () => {
    fc.assert(
      fc.property(registers, (sample) => {
        if (readYaml(sample).errors.length > 0) expect(composeYaml(sample).errors.length, sample).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads what the library reads, where that has nothing to say against it', () => {
    fc.assert(
      fc.property(anything, (sample) => {
        const whole = composeYaml(sample);
        if (whole.errors.length > 0) return;
        // The matcher is slow; it is asked only for its report.
        const found = readYaml(sample);
        if (JSON.stringify(found) !== JSON.stringify(whole)) expect(found).toEqual(whole);
      }),
      { numRuns: 2500 },
    );
  });

  it('finds a fault wherever the library finds one', () => {
    fc.assert(
      fc.property(text, (sample) => {
        if (composeYaml(sample).errors.length > 0) expect(readYaml(sample).errors.length).toBeGreaterThan(0);
      }),
      { numRuns: 1500 },
    );
  });

  it('never throws, and every place is inside the text', () => {
    const check = (value: unknown, length: number): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('start' in value && 'end' in value) {
        const { start, end } = value as { start: number; end: number };
        if (!(start >= 0 && start <= end && end <= length)) expect({ start, end }).toBe(`inside 0 to ${length}`);
      }
      for (const each of Object.values(value)) check(each, length);
    };
    fc.assert(
      fc.property(anything, (sample) => {
        check(readYaml(sample), sample.length);
        check(readYamlDocument(toSource('tasks/tasks.yaml', sample), defaultSettings), sample.length);
      }),
      { numRuns: 1500 },
    );
  });
});
