import type { Span } from '../model.ts';

/**
 * The numbers of phases in names of Git tags: `2` in `phase-2-complete`.
 * @param template how such a tag is named; `{n}` stands for the number
 */
export function* tagNames(
  text: string,
  template: string,
): Iterable<{ readonly id: string; readonly at: Span; readonly tag: string }> {
  const [prefix = '', suffix, ...more] = template.split('{n}');
  // A number with hardly anything around it may be any number.
  if (suffix === undefined || more.length > 0 || !/[a-z]/i.test(prefix) || prefix.length + suffix.length < 3) return;
  for (let from = text.indexOf(prefix); from >= 0; from = text.indexOf(prefix, from + prefix.length)) {
    const start = from + prefix.length;
    const id = /^(?:\d{1,3}(?:\.\d{1,3}){0,2}?[A-Za-z]?)/.exec(text.slice(start, start + 16))?.[0];
    if (!id || !text.startsWith(suffix, start + id.length)) continue;
    const end = start + id.length + suffix.length;
    if (/[\w./-]/.test(text[from - 1] ?? '') || /^(?:[\w/-]|\.\w)/.test(text.slice(end, end + 2))) continue;
    yield { id, at: { start, end: start + id.length }, tag: text.slice(from, end) };
  }
}
