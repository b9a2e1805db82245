import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../server/src/core/index.ts';
import { holds } from '../../../server/src/core/steps/jsonMatch.ts';
import { readJsonPattern } from '../../../server/src/core/steps/jsonPattern.ts';
import { readExpectation } from '../../../server/src/core/steps/readExpectation.ts';

/** What comes of an expectation when a command ends so. */
function came(expected: string, output: string, exitCode: number | null = 0, command = 'node a.js') {
  const matches = ({ source, flags }: { source: string; flags: string }, text: string) => new RegExp(source, flags).test(text);
  return compare(readExpectation(expected, command), { exitCode, output }, matches);
}

describe('what came is compared with what was expected', () => {
  it.each<[string, string, number | null, string]>([
    ['exit 0', '', 0, 'pass'],
    ['exit 0', '', 1, 'fail'],
    ['exit 0', '', null, 'person'],
    ['non-zero exit code', '', 2, 'pass'],
    ['non-zero exit code', '', 0, 'fail'],
    ['`ready`', 'is\nready now', 0, 'pass'],
    ['`ready`', 'already', 0, 'person'],
    ['`0 errors`', '10 errors', 0, 'person'],
    ['`3 pass`', '3 passed', 0, 'pass'],
    ['`a b`', 'a\n  b', 0, 'pass'],
    ['`ready`', 'waiting', 0, 'fail'],
    ['`ready`', 'waiting', null, 'person'],
    ['`ready`', 'ready', 1, 'person'],
    ['exit 1, `bad input`', 'bad input', 1, 'pass'],
    ['`port ... is free`', 'port 80 is free', 0, 'pass'],
    ['/ready in \\d+ ms/', 'ready in 12 ms', 0, 'pass'],
    ['/^ready$/', 'already', 0, 'fail'],
    ['exit 0; the chart is blue', '', 0, 'person'],
    ['exit 0; the chart is blue', '', 1, 'fail'],
    ['looks right', 'looks right', 0, 'person'],
    ['`{"status":"healthy",...}`', '{"version":"1","status":"healthy"}', 0, 'pass'],
    ['`{"status":"healthy",...}`', 'log\n{"status":"ill"}\n', 0, 'fail'],
    ['`{"status":"healthy"}`', 'no JSON at all', 0, 'fail'],
    ['`{"ok":true}`', '{"n":1}\n{"ok":true}\n', 0, 'pass'],
  ])('%s: %j with %s is %s', (expected, output, exitCode, result) => {
    expect(came(expected, output, exitCode)).toBe(result);
  });

  it.each([
    ['HTTP/1.1 200 OK\nserver: x\n\n{"up":true}', 'pass'],
    ['< HTTP/2 200 \n<\nok', 'pass'],
    ['ok\n200', 'pass'],
    ['"200"', 'pass'],
    ['HTTP/1.1 301 Moved\n\nHTTP/1.1 200 OK\n\n', 'pass'],
    ['HTTP/1.1 503 Service Unavailable\n\n', 'fail'],
    ['{"up":true}', 'person'],
    ['2000 rows', 'person'],
  ])('a status counts only where the output shows it: %j is %s', (output, result) => {
    expect(came('200', output, 0, 'curl -i localhost/health')).toBe(result);
  });
});

describe('JSON that is expected', () => {
  it.each<[string, unknown, boolean]>([
    ['{"a":1}', { a: 1, b: 2 }, true],
    ['{"a":{"b":"..."}}', { a: { b: 'anything' } }, true],
    ['{"a":{"b":...}}', { a: { b: [1] } }, true],
    ['{"a":...}', {}, false],
    ['{a: 1, …}', { a: 1 }, true],
    ["{'a': 'it\\'s'}", { a: "it's" }, true],
    ['{"a":1,}', { a: 1 }, true],
    ['{"id":"ship-..."}', { id: 'ship-17' }, true],
    ['{"id":"ship-..."}', { id: 'boat-17' }, false],
    ['{"id":"a...b...c"}', { id: 'aXbYc' }, true],
    ['{"id":"a...b...c"}', { id: 'acb' }, false],
    ['[1, 2]', [1, 2], true],
    ['[1, 2]', [1, 2, 3], false],
    ['[1, ...]', [1, 2, 3], true],
    ['[..., 3]', [1, 2, 3], true],
    ['[..., {"a":1}, ...]', [0, { a: 1, b: 1 }, 2], true],
    ['[...]', [], true],
    ['{"a":null}', { a: null }, true],
    ['{"a":null}', {}, false],
    ['{"__proto__":1}', JSON.parse('{"__proto__":1}'), true],
    ['{"__proto__":1}', {}, false],
    ['{"toString":...}', {}, false],
  ])('%s and %j: %s', (text, value, result) => {
    const pattern = readJsonPattern(text);
    expect(pattern && holds(pattern, value)).toBe(result);
  });

  it.each(['{', '{"a"}', '[1', '{"a":<id>}', '{"a":01}x', 'true false', `${'['.repeat(100)}${']'.repeat(100)}`])(
    '%s is none',
    (text) => {
      expect(readJsonPattern(text)).toBeUndefined();
    },
  );

  it('every JSON text expects itself, and what has more members', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value);
        if (/\.\.\.|…/.test(text)) return;
        const pattern = readJsonPattern(text);
        expect(pattern && holds(pattern, JSON.parse(text))).toBe(true);
        const more = typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, more: 1 } : value;
        expect(pattern && holds(pattern, more)).toBe(true);
      }),
    );
  });

  it('whatever is written and whatever comes, there is an answer', () => {
    const answers = ['pass', 'fail', 'person'];
    const words = fc.array(
      fc.oneof(
        fc.constantFrom('`', '"', '/', '{', '[', '...', ' and ', 'exit', '0', ';', '\n', 'prints', '\\', 'no', '"a":'),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(words, fc.string(), fc.constantFrom('curl -i x', 'node a'), (parts, output, command) => {
        const never = () => null;
        expect(answers).toContain(compare(readExpectation(parts.join(''), command), { exitCode: 0, output }, never));
      }),
    );
  });

  it('hostile output and hostile expectations take no time', () => {
    const began = performance.now();
    for (const unit of ['[', '{', '{"a":', '"', '`', '/', '(', 'a ', ', ', '\n{', '...']) {
      came('`{"a":[...,{"b":1},...]}`', unit.repeat(30_000));
      came(unit.repeat(30_000), 'x');
      came(`\`${unit.repeat(2000)}\``, unit.repeat(30_000));
    }
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
