/** Spans in a value that do not lie inside a text of the given length; places of other documents are left out. */
export function wrongSpans(value: unknown, length: number, path: string): readonly unknown[] {
  const wrong: unknown[] = [];
  const seen = new Set<unknown>();
  const visit = (one: unknown): void => {
    if (typeof one !== 'object' || one === null || seen.has(one)) return;
    seen.add(one);
    const { start, end, path: own } = one as { start?: unknown; end?: unknown; path?: unknown };
    if (typeof start === 'number' && typeof end === 'number' && (own === undefined || own === path)) {
      if (!(start >= 0 && start <= end && end <= length)) wrong.push({ start, end, length });
    }
    for (const inner of one instanceof Map ? one.values() : Object.values(one)) visit(inner);
  };
  visit(value);
  return wrong;
}
