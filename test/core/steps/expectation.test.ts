import { describe, expect, it } from 'vitest';
import { wordsOfExpectation } from '../../../server/src/core/index.ts';
import { readExpectation } from '../../../server/src/core/steps/readExpectation.ts';

function read(text: string, command = 'node serve.js'): string {
  return wordsOfExpectation(readExpectation(text, command)).join(' & ');
}

describe('what of an expected result a machine can decide', () => {
  it.each([
    ['exit 0', 'exit code 0'],
    ['exits 0', 'exit code 0'],
    ['Exits with 0.', 'exit code 0'],
    ['exit code 1', 'exit code 1'],
    ['Exit code: `2`', 'exit code 2'],
    ['exits with exit code 0', 'exit code 0'],
    ['The command exits with status code 3', 'exit code 3'],
    ['returns 0', 'exit code 0'],
    ['return code is 4', 'exit code 4'],
    ['exits with zero', 'exit code 0'],
    ['non-zero exit code', 'an exit code other than 0'],
    ['exits non-zero', 'an exit code other than 0'],
    ['succeeds', 'exit code 0'],
    ['exits cleanly', 'exit code 0'],
    ['`ready`', 'the output contains `ready`'],
    ['prints "listening on 3000"', 'the output contains `listening on 3000`'],
    ['Shows “three ferries”', 'the output contains `three ferries`'],
    ['The output contains `a` and `b`', 'the output contains `a` & the output contains `b`'],
    ['exits 0 and prints `done`', 'exit code 0 & the output contains `done`'],
    ['exit 0, `done`', 'exit code 0 & the output contains `done`'],
    ['- `one`\n- exit code 0', 'the output contains `one` & exit code 0'],
    ['/listening on \\d+/', 'the output matches /listening on \\d+/'],
    ['matches `/^v20\\./m`', 'the output matches /^v20\\./m'],
    ['output matches /ready/i', 'the output matches /ready/i'],
    ['`{"status":"healthy",...}`', 'the output holds the JSON `{"status":"healthy",...}`'],
    ['{"ok": true}', 'the output holds the JSON `{"ok": true}`'],
    ['returns `{ok: true, …}`', 'the output holds the JSON `{ok: true, …}`'],
    ['`[1, ...]`', 'the output holds the JSON `[1, ...]`'],
    ['`[info] ready`', 'the output contains `[info] ready`'],
  ])('%s → %s', (text, words) => {
    expect(read(text)).toBe(words);
  });
});

describe('a number beside a command that asks over HTTP is a status', () => {
  it.each([
    ['200', 'HTTP status 200'],
    ['`200`', 'HTTP status 200'],
    ['HTTP 404', 'HTTP status 404'],
    ['`HTTP/1.1 201 Created`', 'HTTP status 201'],
    ['status 503', 'HTTP status 503'],
    ['returns 404 Not Found', 'HTTP status 404'],
    ['200 OK and `{"up":true}`', 'HTTP status 200 & the output holds the JSON `{"up":true}`'],
    ['`2000`', 'the output contains `2000`'],
  ])('%s → %s', (text, words) => {
    expect(read(text, 'curl -i localhost/health')).toBe(words);
  });
  it('and without one it is prose', () => {
    expect(read('200')).toBe('a person judges');
    expect(read('returns 200')).toBe('a person judges');
  });
});

describe('prose is for a person', () => {
  it.each([
    'The page looks right',
    'All tests pass',
    'no `error` in the log',
    'the file `a.txt` contains `x`, `y`',
    '`one` or `two`',
    'the list has fewer than 5 lines, `a`',
    "doesn't print `error`",
    'only `ready`',
    '`{"id": <number>}`',
    'returns 5 rows',
    'src/api/health',
    'see /usr/share/doc/readme',
    '',
  ])('%s', (text) => {
    expect(read(text)).toBe('a person judges');
  });
  it('and a mixture is decided as far as it can be', () => {
    expect(read('exit code 0; the chart is blue')).toBe('exit code 0 & a person judges');
    expect(read('`ready` and a green light')).toBe('the output contains `ready` & a person judges');
    expect(read('exit code 0 (no errors)')).toBe('exit code 0 & a person judges');
  });
});
