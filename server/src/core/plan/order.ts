import { keyOf } from '../read/unitName.ts';

/**
 * The natural order of phase and stage ids: `0`, `1`, `1.3`, `2`, `2A`, `2B`, `10`, `post-10`. Ids without a number keep the order in
 * which they were found (0 is returned).
 */
export function compareIds(a: string, b: string): number {
  return compareParts(a, b, partsOf(a), partsOf(b));
}

/** A list in the natural order of its ids; of equal ones the earlier first. */
export function sortById<T extends { readonly id: string }>(list: readonly T[]): readonly T[] {
  return list
    .map((one, index) => ({ one, index, parts: partsOf(one.id) }))
    .sort((a, b) => compareParts(a.one.id, b.one.id, a.parts, b.parts) || a.index - b.index)
    .map(({ one }) => one);
}

type Parts = readonly number[] | undefined;

function compareParts(a: string, b: string, left: Parts, right: Parts): number {
  if (!left || !right) return left || !right ? (left ? -1 : compareLetters(a, b)) : 1;
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Numbers that order an id: those of its parts, then its letter; `pre-` and `post-` stand just before and behind the number. */
function partsOf(id: string): readonly number[] | undefined {
  const match = /^(pre-|post-)?(\d{1,6}(?:\.\d{1,6}){0,5})([a-z]?)$/.exec(keyOf(id));
  if (!match?.[2]) return undefined;
  const numbers = match[2].split('.').map(Number);
  if (match[1] === 'pre-') return [(numbers[0] ?? 0) - 0.5, ...numbers.slice(1)];
  if (match[1] === 'post-') return [(numbers[0] ?? 0) + 0.5, ...numbers.slice(1)];
  const letter = match[3] ? (match[3].charCodeAt(0) - 96) / 100 : 0;
  return [...numbers.slice(0, -1), (numbers.at(-1) ?? 0) + letter];
}

function compareLetters(a: string, b: string): number {
  const single = /^[a-z]$/i;
  return single.test(a) && single.test(b) ? a.toLowerCase().charCodeAt(0) - b.toLowerCase().charCodeAt(0) : 0;
}
