import { keyOf } from '../read/unitName.ts';

/** Git tags that mark passed gates, by the key of the phase (`keyOf`). */
export type PhaseTags = ReadonlyMap<string, string>;

export const noPhaseTags: PhaseTags = new Map();

/**
 * Which tags mark the passed gate of which phase.
 * @param names tags of the repository
 * @param template how such a tag is named; `{n}` stands for the number of the phase. Without it no tag marks anything.
 */
export function phaseTags(names: readonly string[], template: string): PhaseTags {
  const phaseOf = phaseOfTag(template);
  const tags = new Map<string, string>();
  for (const name of names) {
    const id = phaseOf(name);
    if (id !== undefined && !tags.has(keyOf(id))) tags.set(keyOf(id), name);
  }
  return tags;
}

/** Tells whether a name is that of a tag that marks a passed gate. */
export function tagTest(template: string): (name: string) => boolean {
  const phaseOf = phaseOfTag(template);
  return (name) => phaseOf(name) !== undefined;
}

/** The phase whose passed gate a tag marks. */
function phaseOfTag(template: string): (name: string) => string | undefined {
  const [prefix, suffix, ...more] = template.split('{n}');
  if (prefix === undefined || suffix === undefined || more.length > 0) return () => undefined;
  return (name) => {
    if (name.length <= prefix.length + suffix.length || !name.startsWith(prefix) || !name.endsWith(suffix)) return undefined;
    const id = name.slice(prefix.length, name.length - suffix.length);
    return isId(id) ? id : undefined;
  };
}

/** `2`, `2A`, `1.3`, `post-11`; not `2-rc.1 (old)`. */
function isId(text: string): boolean {
  return text.length <= 20 && /^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+){0,3}$/.test(text);
}
