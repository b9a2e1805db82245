import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toEditedSource, toSource } from '../../../server/src/core/source.ts';
import { editBetween } from '../../../server/src/core/textEdit.ts';

const piece = fc.constantFrom('a', 'word ', '\n', '\n\n', '\r\n', '\r', '# x\n', 'a'.repeat(300), '\n'.repeat(20));
const text = fc.array(piece, { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(''));

/** Long enough for its lines to be followed instead of found again. */
const filling = 'A line of a long document\n'.repeat(900);

test('the lines of an edited text are those of a text that is new', () => {
  fc.assert(
    fc.property(
      text,
      text,
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 }), piece), { maxLength: 6 }),
      (front, behind, edits) => {
        let source = toSource('docs/plan.md', front + filling + behind);
        for (const [where, length, put] of edits) {
          const at = where % (source.text.length + 1);
          expect(source.lineStarts).toEqual(toSource('docs/plan.md', source.text).lineStarts);
          source = toEditedSource(source, source.text.slice(0, at) + put + source.text.slice(at + length));
        }
        expect(source.lineStarts).toEqual(toSource('docs/plan.md', source.text).lineStarts);
      },
    ),
    { numRuns: 200 },
  );
});

test('an edit between two texts makes the one of the other', () => {
  fc.assert(
    fc.property(text, text, text, text, (front, old, now, behind) => {
      const [a, b] = [front + old + behind, front + now + behind];
      const { start, end, by } = editBetween(a, b);
      expect(a.slice(0, start) + b.slice(start, end + by) + a.slice(end)).toBe(b);
      expect(end - start).toBeLessThanOrEqual(old.length);
    }),
  );
});
