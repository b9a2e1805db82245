import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../server/src/core/index.ts';
import { outcomeText, readOutcome, type TextForm } from '../../../server/src/core/outcomeText.ts';
import { recordable } from '../../../server/src/core/record/recordable.ts';
import { result } from './recording.ts';

const numRuns = Number(process.env.FUZZ_RUNS ?? 500);

/** Words that mean something in one of the forms. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '|',
        '\\',
        '\\|',
        '**',
        '__',
        '<!--',
        '-->',
        '<br>',
        '`a|b`',
        ': ',
        ' # ',
        '"',
        "'",
        '(',
        ')',
        ', ',
        ' — ',
        '[output](x)',
      ),
      fc.constantFrom(
        'exit 0',
        'by ',
        'commit 1a2b3c4',
        '2026-03-01',
        'Result: pass',
        '\n',
        '\t',
        '\u202e',
        '\u200b',
        '👩‍💻',
        '{',
        '}',
        '- [ ] ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const outcomes: fc.Arbitrary<Outcome> = fc.record({
  outcome: fc.constantFrom('pass', 'fail', 'skip', 'blocked'),
  note: fc.option(words),
  date: fc.constantFrom('2026-03-01', '2026-12-31'),
  actor: fc.option(fc.oneof(words, fc.constantFrom('Ada', 'Lovelace, Ada', 'Ada (QA)'))),
  commit: fc.option(fc.constantFrom('1a2b3c4', 'dirty', '0123456789abcdef0123456789abcdef01234567')),
  exitCode: fc.option(fc.integer({ min: -300, max: 300 })),
  artifact: fc.option(fc.constantFrom('evidence/t-1.txt', '../my (old) files/é.txt', 'https://ci.example/run/7?a=b', '100%.txt')),
});

describe('the text of an outcome', () => {
  it('has one form', () => {
    const all: Outcome = {
      ...result,
      actor: 'Ada',
      commit: '1a2b3c4',
      exitCode: 0,
      note: 'took 3 s',
      artifact: 'docs/e/t-1.txt',
    };
    const text = 'pass (2026-03-01, Ada, commit 1a2b3c4, exit 0): took 3 s — [output](docs/e/t-1.txt)';
    expect(outcomeText(all, 'markdown')).toBe(text);
    expect(readOutcome(text, text, 'markdown')).toEqual(all);
  });

  it('is read back exactly, in every form', { timeout: 30_000 + numRuns * 10 }, () => {
    fc.assert(
      fc.property(outcomes, fc.constantFrom<TextForm>('markdown', 'cell', 'yaml'), (outcome, form) => {
        const own = recordable(outcome);
        if ('refused' in own) return;
        const text = outcomeText(own, form);
        expect(text).not.toMatch(/[\n\r\u202e\u200b]/);
        expect(readOutcome(text, text, form)).toEqual(own);
        expect(recordable(own)).toEqual(own);
      }),
      { numRuns },
    );
  });

  it.each([
    ['pass', 'pass', null],
    ['✅ **passed** on the second try', 'pass', 'on the second try'],
    ['FAILED: the port is taken', 'fail', 'the port is taken'],
    ['ok - as expected', 'pass', 'as expected'],
    ['skipped (no printer)', 'skip', 'no printer'],
    ['blocked by the printer', 'blocked', 'by the printer'],
  ])('reads what people write: %s', (text, outcome, note) => {
    const plain = text.replaceAll('*', '');
    const read = readOutcome(text, plain, 'markdown');
    expect(read?.outcome).toBe(outcome);
    expect(read?.note?.replace(')', '')).toBe(note ?? undefined);
  });

  it.each(['pass / fail', 'pending', '', 'passport', '⬜'])('takes %j for no outcome', (text) => {
    expect(readOutcome(text, text, 'markdown')).toBeNull();
  });

  it('refuses an outcome of no day', () => {
    expect(recordable({ ...result, date: null })).toMatchObject({ refused: expect.stringContaining('day') });
  });

  it('refuses a note that belongs into a file', () => {
    expect(recordable({ ...result, note: 'x'.repeat(2001) })).toMatchObject({ refused: expect.stringContaining('2000') });
  });
});
