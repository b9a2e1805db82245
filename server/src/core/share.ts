/**
 * Structural sharing: what says the same as before is the same object as before, so that whatever was computed from it still holds and
 * "did it change?" is a comparison of references.
 */

/** The list that stands for all empty ones that are kept. */
export const none: readonly never[] = [];

/** A list that is kept for long: without the room that lists have while they grow. */
export function kept<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? none : list.slice();
}

/** Whether two pieces of plain data (objects, arrays, primitives; no cycles) say the same. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let index = 0; index < a.length; index += 1) if (!isSame(a[index], b[index])) return false;
    return true;
  }
  const left = a as Readonly<Record<string, unknown>>;
  const right = b as Readonly<Record<string, unknown>>;
  let count = 0;
  for (const key in left) {
    if (!isSame(left[key], right[key])) return false;
    count += 1;
  }
  for (const _ in right) count -= 1;
  return count === 0;
}

/** The new list with every entry that says what the old one at its index said replaced by that one; the old list where all do. */
export function shareList<T>(before: readonly T[] | undefined, after: readonly T[]): readonly T[] {
  if (!before) return after;
  let all = before.length === after.length;
  const shared = after.map((one, index) => {
    const old = before[index];
    if (old !== undefined && isSame(old, one)) return old;
    all = false;
    return one;
  });
  return all ? before : shared;
}

/** What says the same as before, down to the smallest piece, replaced by what was before. */
export function share<T>(before: T | undefined, after: T): T {
  if (before === after || typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return after;
  if (Array.isArray(after)) {
    if (!Array.isArray(before)) return after;
    const shared = after.map((one, index) => share(before[index], one));
    return (isSameList(before, shared) ? before : shared) as T;
  }
  const shared: Record<string, unknown> = {};
  let all = true;
  for (const key in after) {
    shared[key] = share(before[key], after[key]);
    all &&= shared[key] === before[key];
  }
  for (const key in before) all &&= key in shared;
  return all ? before : (shared as T);
}

/** Whether two lists hold the same objects. */
export function isSameList(a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean {
  if (a === b) return true;
  if (a?.length !== b?.length || !a || !b) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}

/** The new record with every list that holds the same objects as the old one's replaced by that; the old record where nothing changed. */
export function shareRecord<T extends object>(before: T | undefined, after: T): T {
  if (!before) return after;
  let shared = after;
  let all = true;
  for (const key of Object.keys(after) as (keyof T)[]) {
    if (before[key] === after[key]) continue;
    if (Array.isArray(before[key]) && Array.isArray(after[key]) && isSameList(before[key] as [], after[key] as [])) {
      if (shared === after) shared = { ...after };
      shared[key] = before[key];
    } else all = false;
  }
  return all ? before : shared;
}

/** What is left of two lists without what is the same at the beginning and at the end of both. */
export function differingStretches<T>(
  a: readonly T[],
  b: readonly T[],
  same: (one: T, other: T) => boolean,
): readonly [a: readonly T[], b: readonly T[]] {
  const least = Math.min(a.length, b.length);
  const isSameAt = (one: number, other: number) => a[one] === b[other] || same(a[one] as T, b[other] as T);
  let start = 0;
  while (start < least && isSameAt(start, start)) start += 1;
  let end = 0;
  while (end < least - start && isSameAt(a.length - 1 - end, b.length - 1 - end)) end += 1;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}
