import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../server/src/core/read/yamlText.ts';
import type { YamlNode } from '../../../server/src/core/yaml.ts';

/** Plain data of a node; every scalar is read from the text at its span where it is written plainly. */
function data(text: string, node: YamlNode | undefined): unknown {
  switch (node?.kind) {
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, data(text, value)]));
    case 'list':
      return node.items.map((item) => data(text, item));
    case 'scalar':
      if (node.style === 'plain' && !node.text.includes(' ')) expect(text.slice(node.span.start, node.span.end)).toBe(node.text);
      return node.text;
    default:
      return null;
  }
}

function read(text: string) {
  const { documents, errors } = readYaml(text);
  return {
    data: documents.map((node) => data(text, node)),
    errors: errors.map(({ start, end, message }) => [text.slice(start, end), message]),
  };
}

describe('readYaml', () => {
  it('keeps words as they were written', () => {
    const text = 'phase: 2.10\ndate: 2026-03-01\nflag: yes\nempty:\nnothing: ~\nquoted: "null"\nnote: a # comment\n';
    expect(read(text)).toEqual({
      data: [{ phase: '2.10', date: '2026-03-01', flag: 'yes', empty: null, nothing: null, quoted: 'null', note: 'a' }],
      errors: [],
    });
  });

  it('reads nested lists and maps, flow and block, in one text', () => {
    const text = 'tasks:\n- id: A\n  needs: [x, "y, z"]\n  more:\n    - {k: v}\n    -\n      - deep\n- B\n';
    expect(read(text)).toEqual({
      data: [{ tasks: [{ id: 'A', needs: ['x', 'y, z'], more: [{ k: 'v' }, ['deep']] }, 'B'] }],
      errors: [],
    });
  });

  it('gives the place of words without quotes, and of block scalars from their first to their last character', () => {
    const text = '\uFEFFa: "b c"\r\nd: |\r\n  one\r\n  two\r\n\r\ne: f\r\n';
    const [root] = readYaml(text).documents;
    expect(root?.kind).toBe('map');
    if (root?.kind !== 'map') return;
    const values = root.entries.map(({ value }) => text.slice(value.span.start, value.span.end));
    expect(values).toEqual(['b c', 'one\r\n  two', 'f']);
    const [first] = root.entries;
    expect(first?.value.kind === 'scalar' && text.slice(first.value.whole.start, first.value.whole.end)).toBe('"b c"');
  });

  it('reads JSON, several documents, and lone carriage returns', () => {
    expect(read('[{"a": 1}, null]').data).toEqual([[{ a: '1' }, null]]);
    expect(read('---\na: 1\n---\nb: 2\n').data).toEqual([{ a: '1' }, { b: '2' }]);
    expect(read('a: 1\rb: 2').data).toEqual([{ a: '1', b: '2' }]);
  });

  it('follows no alias and drops keys that are no words', () => {
    expect(read('base: &x {s: 1}\ncopy: *x\n? [k]\n: v\n').data).toEqual([{ base: { s: '1' }, copy: '*x' }]);
  });

  it('counts the last of repeated keys and says so', () => {
    expect(read('status: open\nstatus: done\n')).toEqual({
      data: [{ status: 'done' }],
      errors: [['status', '“status” stands twice here; the last one counts.']],
    });
    expect(read('__proto__: a\nconstructor: b\n').errors).toEqual([]);
  });

  it.each([
    ['- id: A\n  title: Parse: fast\n  s: 1\n- id: B\n', [{ id: 'A', title: 'Parse: fast', s: '1' }, { id: 'B' }], ': fast'],
    ['- id: A\n  title: "open\n  s: 1\n- id: B\n', [{ id: 'A', title: 'open', s: '1' }, { id: 'B' }], '"open'],
    ['- id: A\n\ts: 1\n- id: B\n', [{ id: 'A', s: '1' }, { id: 'B' }], 's: 1'],
    ['- id: A\n  title\n- id: B\n', [{ id: 'A' }, { id: 'B' }], 'title'],
    ['- id: A\n  n: [1, 2\n- id: B\n', [{ id: 'A', n: '[1, 2' }, { id: 'B' }], 'n: [1, 2'],
    ['- id: A\n-id: X\n- id: B\n', [{ id: 'A' }, { id: 'B' }], '-id: X'],
    ['- id: A\n   s: 1\n- id: B\n', [{ id: 'A', s: '1' }, { id: 'B' }], '   s: 1'],
    ['- id: A\n  t: @me\n- id: B\n', [{ id: 'A', t: '@me' }, { id: 'B' }], '@'],
  ])('loses of a broken item only what is broken: %j', (text, expected, line) => {
    const { documents, errors } = readYaml(text);
    expect(data(text, documents[0])).toEqual(expected);
    expect(errors.length).toBeGreaterThan(0);
    const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
    const wanted = lineOf(text.indexOf(line));
    expect(errors.some(({ start }) => Math.abs(lineOf(start) - wanted) <= 1)).toBe(true);
  });

  const nested = (lines: number, line: (depth: number) => string) =>
    Array.from({ length: lines }, (_, depth) => line(depth)).join('\n');
  it.each([
    ['explicit keys', '? '.repeat(500)],
    ['many explicit keys', '? '.repeat(50_000)],
    ['dashes', '- '.repeat(100_000)],
    ['open brackets', '['.repeat(200_000)],
    ['open braces with keys', '[{a: '.repeat(50_000)],
    ['deep maps', nested(2000, (depth) => `${' '.repeat(depth)}a:`)],
    ['deep lists', nested(1500, (depth) => `${' '.repeat(2 * depth)}- a:`)],
    ['20,000 keys', nested(20_000, (depth) => `k${depth}: 1`)],
    ['20,000 equal keys', 'a: 1\n'.repeat(20_000)],
    ['an alias bomb', `a0: &a0 [x, x]\n${nested(2000, (depth) => `a${depth + 1}: &a${depth + 1} [*a${depth}, *a${depth}]`)}`],
    ['commas', `[${','.repeat(200_000)}]`],
    ['closing brackets', ']'.repeat(200_000)],
    ['unclosed quotes', 'a: "x\n'.repeat(20_000)],
    ['broken lines', 'a: b: c\nd\n'.repeat(20_000)],
    ['documents', '---\n'.repeat(100_000)],
    ['tabs', 'a:\n\t- b\n'.repeat(20_000)],
    ['one long line', 'x'.repeat(5_000_000)],
    ['a long list without a colon', '- x\n'.repeat(200_000)],
    ['escapes', `a: "${'\\u0041\n'.repeat(50_000)}"`],
    ['anchors', `${'&a '.repeat(50_000)}x`],
    ['directives', '%YAML 1.2\n'.repeat(20_000)],
  ])('answers %s within a second and a half', { retry: 2 }, (_, text) => {
    const started = process.cpuUsage();
    const { errors } = readYaml(text);
    // Time of the processor, not of the clock: other things run on the machine too.
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1500);
    for (const { start: from, end } of errors) expect(from >= 0 && from <= end && end <= text.length).toBe(true);
  });

  it('says what it did not read', () => {
    expect(read('['.repeat(200)).errors[0]?.[1]).toMatch(/100 levels deep/);
    expect(read(nested(500, (depth) => `${' '.repeat(depth)}a:`)).errors[0]?.[1]).toMatch(/levels deep/);
    expect(read('---\na: 1\n'.repeat(200)).errors[0]?.[1]).toMatch(/too large/);
  });
});
