import { describe, expect, it } from 'vitest';
import { commandText } from '../../server/src/run/commandText.ts';

/** Characters that are not seen, reorder what is seen, or look like something else. */
const hiddenOnes = [
  ...'0000 0001 0003 0004 0007 0008 0009 000a 000b 000c 000d 000e 0012 0015 0016 0017 001a 001b 007f'.split(' '),
  ...'0080 0085 008d 0090 0098 009b 009c 009d 009f 00a0 00ad 034f 061c 115f 1160 1680 17b4 17b5'.split(' '),
  ...'180b 180e 2000 2003 2007 2009 200b 200c 200d 200e 200f 2028 2029 202a 202b 202c 202d 202e 202f'.split(' '),
  ...'205f 2060 2061 2064 2066 2067 2068 2069 206a 206f 20dd 2800 3000 3164 e000 fe00 fe0f feff ffa0'.split(' '),
  ...'fff9 fffb 1bca0 1d159 1d173 e0001 e0020 e0041 e007f e0100 e01ef f0000 10ffff'.split(' '),
];

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

  it.each(hiddenOnes)('is not run with U+%s in it, and shows where it stands', (hex) => {
    const character = String.fromCodePoint(Number.parseInt(hex, 16));
    const { shown, refused } = commandText(`ls a${character}b`);
    expect(refused).toBe('hidden');
    expect(shown).toBe(`ls a\\u{${hex.toUpperCase()}}b`);
  });

  it('is not run when spaces push its end out of sight, or marks are heaped upon a letter', () => {
    const pushed = commandText(`ls${' '.repeat(300)}&& rm -r x`);
    expect(pushed.refused).toBe('hidden');
    expect(pushed.shown).toContain('\\u{0020}');
    expect(commandText(`ls a${'\u0335'.repeat(6)}`).refused).toBe('hidden');
    expect(commandText('echo Zoe\u0308').refused).toBeNull();
  });
});
