import { describe, expect, it } from 'vitest';
import { commandText, printable } from '../../client/src/commandText.ts';

describe('a command from a document', () => {
  it.each([
    'curl -s http://localhost:9753/health | jq -e .status',
    `psql -c "select count(*) from users where name = 'Zoë'"`,
    'echo "✔️ done" && test "$(git rev-parse HEAD)" = "$TAG"',
    "docker run --rm -e A=$A image:latest sh -c 'exit 0'",
    'npm test -- --run 日本語',
  ])('is runnable as written: %s', (command) => {
    expect(commandText(command)).toEqual({ shown: command, refused: null });
  });

  it.each([
    ['line feed', 'ls\nrm -rf x', 'ls\\u{000A}rm -rf x'],
    ['carriage return', 'ls\rrm x', 'ls\\u{000D}rm x'],
    ['tab', 'ls\tx', 'ls\\u{0009}x'],
    ['escape', 'ls \x1b[2K', 'ls \\u{001B}[2K'],
    ['Ctrl-U', 'ls\x15rm', 'ls\\u{0015}rm'],
    ['delete', 'ls\x7f', 'ls\\u{007F}'],
    ['C1 control', 'ls\x9bx', 'ls\\u{009B}x'],
    ['right-to-left override', 'ls \u202Etxt', 'ls \\u{202E}txt'],
    ['isolate', 'ls \u2066a\u2069', 'ls \\u{2066}a\\u{2069}'],
    ['zero-width space', 'rm\u200B x', 'rm\\u{200B} x'],
    ['zero-width joiner', 'rm\u200D x', 'rm\\u{200D} x'],
    ['byte order mark', '\uFEFFls', '\\u{FEFF}ls'],
    ['soft hyphen', 'ls\u00AD', 'ls\\u{00AD}'],
    ['no-break space', 'ls\u00A0x', 'ls\\u{00A0}x'],
    ['ideographic space', 'ls\u3000x', 'ls\\u{3000}x'],
    ['line separator', 'ls\u2028x', 'ls\\u{2028}x'],
    ['Hangul filler', 'ls\u3164x', 'ls\\u{3164}x'],
    ['tag characters', 'ls\u{E0041}', 'ls\\u{E0041}'],
    ['variation selector on a letter', 'ls\uFE0F', 'ls\\u{FE0F}'],
    ['variation selector supplement', 'ls😀\u{E0101}', 'ls😀\\u{E0101}'],
    ['lone surrogate', 'ls\uD800', 'ls\\u{D800}'],
    ['private use', 'ls\uE000', 'ls\\u{E000}'],
    ['blank Braille', 'ls\u2800x', 'ls\\u{2800}x'],
  ])('is shown and not run with a %s', (_, command, shown) => {
    expect(commandText(command)).toEqual({ shown, refused: 'hidden' });
  });

  it('is not run when it is too long to be checked, or empty', () => {
    expect(commandText('x'.repeat(1001)).refused).toBe('long');
    expect(commandText('  ').refused).toBe('empty');
  });
});

describe('the output of a program', () => {
  it('cannot steer the terminal', () => {
    expect(printable('\x1b[31mred\x1b[0m\ttab\r\nnext\x07\x9b2J\u202E')).toBe('red\ttab\nnext2J');
  });
});
