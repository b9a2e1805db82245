import { Minimatch } from 'minimatch';

/** Beyond these a pattern is refused: minimatch would silently drop alternatives. */
const longest = 1000;
const mostAlternatives = 1000;

/** Tells whether a workspace-relative path matches. */
export type Matcher = (path: string) => boolean;

const compiled = new Map<string, Matcher>();

/** One matcher for a list of globs; compiled once per list. A pattern over the limits matches nothing: see `globProblem`. */
export function matcherOf(globs: readonly string[], nocase = false): Matcher {
  const key = `${nocase}\n${globs.join('\n')}`;
  let matcher = compiled.get(key);
  if (!matcher) {
    const each = globs.map((glob) => compile(glob, nocase));
    matcher = (path) => each.some((matches) => matches(path));
    if (compiled.size > 2000) compiled.clear();
    compiled.set(key, matcher);
  }
  return matcher;
}

/** Why a pattern cannot be used, or undefined. */
export function globProblem(glob: string): string | undefined {
  if (glob.length > longest) return `This pattern has ${glob.length} characters; at most ${longest} are read.`;
  const count = alternativesOf(glob);
  if (count > mostAlternatives) return `This pattern has more than ${mostAlternatives} alternatives; write it as several lines.`;
  return undefined;
}

/**
 * A pattern as its author meant it: `./` is dropped, a trailing `/` or a bare directory means everything below it.
 * Brackets and parentheses are tried literally first (`app/[locale]/**`, `app/(protected)/**` are real directory names).
 */
function compile(glob: string, nocase: boolean): Matcher {
  if (globProblem(glob)) return () => false;
  const pattern = glob.replace(/^(?:\.\/)+/, '');
  const options = {
    dot: true,
    nocomment: true,
    nonegate: true,
    braceExpandMax: mostAlternatives,
    nocase,
    optimizationLevel: 1,
  } as const;
  const variants = new Set([pattern]);
  if (pattern.endsWith('/')) variants.add(`${pattern}**`);
  else variants.add(`${pattern}/**`);
  if (/[[\]()]/.test(pattern)) for (const variant of [...variants]) variants.add(variant.replace(/[[\]()]/g, '\\$&'));
  const each = [...variants].map((variant) => new Minimatch(variant, options));
  return (path) => each.some((one) => one.match(path));
}

/** How many alternatives the braces of a pattern stand for; an upper bound, counted without expanding. */
function alternativesOf(glob: string): number {
  let total = 1;
  const open: number[] = [];
  for (let at = 0; at < glob.length; at += 1) {
    const char = glob[at];
    if (char === '\\') at += 1;
    else if (char === '{') open.push(1);
    else if (char === ',' && open.length > 0) open[open.length - 1] = (open.at(-1) ?? 0) + 1;
    else if (char === '}' && open.length > 0) {
      const range = /(-?\d{1,9})\.\.(-?\d{1,9})$/.exec(glob.slice(Math.max(0, at - 24), at));
      const here = range ? Math.abs(Number(range[2]) - Number(range[1])) + 1 : (open.at(-1) ?? 1);
      open.pop();
      total *= Math.max(1, here);
      if (total > mostAlternatives) return total;
    }
  }
  return total;
}
