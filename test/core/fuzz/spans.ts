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
    if (one instanceof Map) for (const inner of one.values()) visit(inner);
    // What is to be filled in is counted in the words of its edit, not in the document.
    else for (const [key, inner] of Object.entries(one)) if (key !== 'stops') visit(inner);
  };
  visit(value);
  return wrong;
}
