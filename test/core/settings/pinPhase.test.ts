import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../server/src/core/model.ts';
import { pinPhase } from '../../../server/src/core/pinPhase.ts';
import { readSettings } from '../../../server/src/core/read/settingsFile.ts';
import { toSource } from '../../../server/src/core/source.ts';

function apply(text: string, edits: readonly Edit[]): string {
  return edits.reduceRight((result, { start, end, text: put }) => result.slice(0, start) + put + result.slice(end), text);
}

function pin(text: string, phase: string | null): string {
  return apply(text, pinPhase(toSource('phasewise.yaml', text), phase));
}

describe('pinPhase', () => {
  it.each([
    ['replaces the value', 'a: 1\nphase: 2 # now\nb: 3\n', '3', 'a: 1\nphase: 3 # now\nb: 3\n'],
    ['replaces a quoted value', "phase: '2'\r\nb: 3\r\n", '2A', 'phase: 2A\r\nb: 3\r\n'],
    ['fills an empty value', 'phase:\ntag: x\n', '3', 'phase: 3\ntag: x\n'],
    ['fills `null`', 'phase: ~\n', '3', 'phase: 3\n'],
    ['stands behind the comments at the top', '# ours\n\ntag: x\n', '1.3', '# ours\n\nphase: 1.3\ntag: x\n'],
    ['keeps carriage returns', '# ours\r\ntag: x\r\n', '1', '# ours\r\nphase: 1\r\ntag: x\r\n'],
    ['keeps a byte order mark', '\uFEFFtag: x\n', '1', '\uFEFFphase: 1\ntag: x\n'],
    ['goes behind a lone comment', '# ours', '1', '# ours\nphase: 1\n'],
    ['keeps an indented file as it is', '  tag: x\n', '1', '  phase: 1\n  tag: x\n'],
    ['fits into a flow map', '{tag: x}\n', '1', '{phase: 1, tag: x}\n'],
    ['fills an empty file', '', '0', 'phase: 0\n'],
    ['quotes what is no plain word', 'tag: x\n', "it's: on", "phase: 'it''s: on'\ntag: x\n"],
    ['removes the line', '# c\nphase: 2 # now\ntag: x\n', null, '# c\ntag: x\n'],
    ['removes the last line', 'tag: x\nphase: 2', null, 'tag: x\n'],
    ['removes the entry of a flow map', '{phase: 2, tag: x}', null, '{tag: x}'],
    ['removes nothing where nothing is', 'tag: x\n', null, 'tag: x\n'],
  ])('%s', (_, before, phase, after) => {
    expect(pin(before, phase)).toBe(after);
  });

  it('creates the file', () => {
    expect(pinPhase(undefined, '2')).toEqual([{ path: 'phasewise.yaml', start: 0, end: 0, text: 'phase: 2\n' }]);
    expect(pinPhase(undefined, null)).toEqual([]);
  });

  it('changes the phase and nothing else, whatever else the file holds', () => {
    const line = fc.constantFrom(
      '# note',
      '',
      'tag: v{n}',
      'scope:',
      '  mode: hint',
      '  allow: [a, b]',
      'phase: 7',
      "phase: '8' # why",
      'rules:',
      '  gate/x: off',
    );
    const file = fc
      .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
      .map(([lines, end, last]) => lines.join(end) + (last ? end : ''));
    const id = fc.oneof(
      fc.constantFrom('0', '2A', '1.3', 'post-11', 'yes', 'null'),
      fc
        .string({ minLength: 1, maxLength: 8 })
        .filter((text) => text.trim() === text && !/\s{2}|[\0-\x1f\x7f-\x9f\ud800-\udfff]/.test(text)),
    );
    fc.assert(
      fc.property(file, id, (text, phase) => {
        const before = readSettings(toSource('phasewise.yaml', text));
        if (before.problems.length > 0) return;
        const pinned = pin(text, phase);
        expect(readSettings(toSource('phasewise.yaml', pinned))).toEqual({
          settings: { ...before.settings, phase },
          problems: [],
        });
        const unpinned = pin(pinned, null);
        expect(readSettings(toSource('phasewise.yaml', unpinned)).settings).toEqual({ ...before.settings, phase: null });
        if (before.settings.phase === null && !/phase/.test(text) && /\n$/.test(text)) expect(unpinned).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});
