import { describe, expect, it } from 'vitest';
import { Harmless, Kept, mostKept, printable } from '../../server/src/run/output.ts';

/** What a hostile program may print, and what is left of it. */
const hostile: readonly (readonly [string, string])[] = [
  ['\x1b[31mred\x1b[0m', 'red'],
  ['\x1b[2J\x1b[1;1Hclean', 'clean'],
  ['\x1b]0;title\x07a', 'a'],
  ['\x1b]0;title\x1b\\a', 'a'],
  ['\x1b]8;;http://bad\x07link\x1b]8;;\x07', 'link'],
  ['\x1b]52;c;cm0gLXJm\x07a', 'a'],
  ['\x1bPq#0;2;0;0;0#0~~\x1b\\a', 'a'],
  ['\x1b_Gf=24;AAAA\x1b\\a', 'a'],
  ['\x1b^private\x1b\\a', 'a'],
  ['\x1bXstring\x1b\\a', 'a'],
  ['\x9b31mred', 'red'],
  ['\x9d0;title\x9ca', 'a'],
  ['\x90data\x9ca', 'a'],
  ['\x1bca', 'a'],
  ['\x1b(0a', 'a'],
  ['\x1b#8a', 'a'],
  ['\x1b7\x1b8a', 'a'],
  ['\x1b[?1049ha', 'a'],
  ['\x1b[6na', 'a'],
  ['\x1b[200~rm\x1b[201~', 'rm'],
  ['a\rb', 'a\nb'],
  ['a\r\nb', 'a\nb'],
  ['a\x08\x08b', 'ab'],
  ['a\x00b', 'ab'],
  ['a\x07', 'a'],
  ['a\u202eb\u2066', 'ab'],
  ['a\u200bb\ufeff', 'ab'],
  ['a\u{e0041}b', 'ab'],
  ['a\u2028b\u0085c', 'abc'],
  ['\x1b]never ended', 'never ended'],
  ['\x1b', ''],
];

describe('output of a program', () => {
  it.each(hostile)('%j is kept as %j', (raw, kept) => {
    const shown = printable(raw);
    expect(shown.replace(/^\]/, '')).toBe(kept);
    expect(shown).toMatch(/^[\n\t\x20-\x7e]*$/);
  });

  it.each(hostile)('%j comes out the same in whatever pieces it arrives', (raw) => {
    for (let cut = 0; cut <= raw.length; cut += 1) {
      const harmless = new Harmless();
      expect(harmless.take(`x${raw.slice(0, cut)}`) + harmless.take(`${raw.slice(cut)}y\n`) + harmless.end()).toBe(
        printable(`x${raw}y\n`),
      );
    }
  });

  it('is kept whole while it is short, and then by its beginning and end', () => {
    const short = new Kept();
    for (let at = 0; at < 100; at += 1) short.add(`line ${at}\n`);
    expect([short.cut, short.text.split('\n').length]).toEqual([false, 101]);
    const long = new Kept();
    long.add('first\n');
    for (let at = 0; at < 20_000; at += 1) long.add(`é… ${at}\n`);
    long.add('last\n');
    expect(Buffer.byteLength(long.text)).toBeLessThanOrEqual(mostKept);
    expect(long.text).toMatch(/^first\n/);
    expect(long.text).toMatch(/\n… \d+ bytes left out …\n/);
    expect(long.text).toMatch(/é… 19999\nlast\n$/);
    expect(long.text).not.toContain('\ufffd');
  });

  it('is kept in order however the pieces fall', () => {
    const kept = new Kept();
    kept.add('a'.repeat(30_000));
    kept.add('b'.repeat(30_000));
    kept.add('c');
    expect(kept.text).toBe(`${'a'.repeat(30_000)}${'b'.repeat(30_000)}c`);
  });
});
