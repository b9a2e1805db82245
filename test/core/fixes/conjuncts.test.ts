import { describe, expect, it } from 'vitest';
import { conjunctsOf } from '../../../server/src/core/fixes/conjuncts.ts';

const context = {
  siblings: [],
  commands: [
    { text: 'npm test', purpose: 'test' as const },
    { text: 'npm run lint', purpose: 'lint' as const },
    { text: 'npm run types', purpose: 'typecheck' as const },
  ],
};
const parts = (text: string) => conjunctsOf(text, context)?.map((part) => part.text);

describe('a compound condition', () => {
  it.each([
    ['Docs updated and `npm run keel` exits 0', ['Docs updated in `README.md`, section "Setup"', '`npm run keel` exits 0']],
    ['The pump starts and prints `on`, and all tests pass', ['The pump starts', 'The pump prints `on`', '`npm test` exits 0']],
    ['`make keel` exits 0; search is fast.', ['`make keel` exits 0.', 'Search is below 200 ms at p95.']],
    ['Lint, typecheck and tests pass', ['`npm run lint` exits 0', '`npm run types` exits 0', '`npm test` exits 0']],
    ['Lint and tests are green', ['`npm run lint` exits 0', '`npm test` exits 0']],
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it.each([
    ['All tests pass'],
    ['When the pump stops, the alarm sounds and the display works correctly'],
    ['The mirror turns left and right'],
    ['**The pump starts and the alarm works correctly**'],
    ['Lint, formatting and tests pass'],
    ['Login: works correctly and shows "Welcome"'],
  ])('is none, or has no certain parts: %s', (text) => {
    expect(parts(text)).toBeUndefined();
  });

  it('leaves what a person is to fill in marked in each part', () => {
    const [first] = conjunctsOf('Docs updated and `npm run keel` exits 0', context) ?? [];
    expect(first?.stops.map(({ start, end }) => first.text.slice(start, end))).toEqual(['README.md', 'Setup']);
  });
});
