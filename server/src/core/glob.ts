import { Minimatch } from 'minimatch';
import { filterOf } from './globFilter.ts';

/** Beyond these a pattern is refused: minimatch would silently drop alternatives. */
const longest = 1000;
const mostAlternatives = 1000;
/** All alternatives written out; brackets are tried in two ways. Compiling more takes seconds. UTF-16 units. */
const longestExpanded = 40_000;

/** Tells whether a workspace-relative path matches. */
export type Matcher = (path: string) => boolean;

/** Compiled globs, by the glob and, for lists that are asked for again and again, by the list itself. */
const compiled = { true: new Map<string, Matches>(), false: new Map<string, Matches>() };
const lists = { true: new WeakMap<readonly string[], Matcher>(), false: new WeakMap<readonly string[], Matcher>() };
const mostCompiled = 5000;

/** Tells whether a path matches. @param folded the path in lower case where case does not matter */
type Matches = (path: string, folded: string) => boolean;

/** One matcher for a list of globs; each is compiled once. A pattern over the limits matches nothing: see `globProblem`. */
export function matcherOf(globs: readonly string[], nocase = false): Matcher {
  const known = lists[`${nocase}`].get(globs);
  if (known) return known;
  const each = globs.map((glob) => compiledOf(glob, nocase));
  const [only] = each;
  const matcher: Matcher =
    only && each.length === 1
      ? (path) => only(path, nocase ? path.toLowerCase() : path)
      : (path) => {
          const folded = nocase ? path.toLowerCase() : path;
          return each.some((matches) => matches(path, folded));
        };
  lists[`${nocase}`].set(globs, matcher);
  return matcher;
}

function compiledOf(glob: string, nocase: boolean): Matches {
  const known = compiled[`${nocase}`];
  let matches = known.get(glob);
  if (!matches) {
    matches = compile(glob, nocase);
    if (known.size >= mostCompiled) known.clear();
    known.set(glob, matches);
  }
  return matches;
}

/** What every path begins with that a pattern matches; empty where that cannot be told by a look at it. */
export function literalStart(glob: string): string {
  return filterOf(withoutDot(glob), false).prefix;
}

/** Why a pattern cannot be used, or undefined. */
export function globProblem(glob: string): string | undefined {
  if (glob.length > longest) return `This pattern has ${glob.length} characters; at most ${longest} are read.`;
  const count = alternativesOf(glob);
  if (count > mostAlternatives) return `This pattern has more than ${mostAlternatives} alternatives; write it as several lines.`;
  if (count > 1 && count * glob.length * (brackets.test(glob) ? 4 : 1) > longestExpanded)
    return `This pattern has ${count} alternatives and ${glob.length} characters; write it as several lines.`;
  return undefined;
}

const brackets = /[[\]()]/;

/**
 * A pattern as its author meant it: `./` is dropped, a trailing `/` or a bare directory means everything below it.
 * Brackets and parentheses are tried literally first (`app/[locale]/**`, `app/(protected)/**` are real directory names).
 */
function compile(glob: string, nocase: boolean): Matches {
  if (globProblem(glob)) return () => false;
  const pattern = withoutDot(glob);
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
  if (brackets.test(pattern)) for (const variant of [...variants]) variants.add(variant.replace(/[[\]()]/g, '\\$&'));
  try {
    const each = [...variants].map((variant) => new Minimatch(variant, options));
    const { prefix, needle } = filterOf(pattern, nocase);
    return (path, folded) => path.startsWith(prefix) && folded.includes(needle) && each.some((one) => one.match(path));
  } catch {
    // It has limits of its own, on patterns that it puts together. The core never throws because of what a text says.
    return () => false;
  }
}

/** A pattern without `./` in front. */
export function withoutDot(glob: string): string {
  return glob.replace(/^(?:\.\/)+/, '');
}

/** How many alternatives the braces of a pattern stand for; an upper bound, counted without expanding. */
function alternativesOf(glob: string): number {
  let total = 1;
  const open: { readonly at: number; commas: number }[] = [];
  for (let at = 0; at < glob.length; at += 1) {
    const char = glob[at];
    const inner = open.at(-1);
    if (char === '\\') at += 1;
    else if (char === '{') open.push({ at: at + 1, commas: 0 });
    else if (char === ',' && inner) inner.commas += 1;
    else if (char === '}' && inner) {
      open.pop();
      total *= rangeOf(glob.slice(inner.at, at)) ?? inner.commas + 1;
      if (total > mostAlternatives) return total;
    }
  }
  return total;
}

/** How many numbers or letters `1..9`, `a..z` or `0..100..5` stand for (its step is not looked at). */
function rangeOf(inside: string): number | undefined {
  const range = /^(?:(-?\d+)\.\.(-?\d+)|([a-z])\.\.([a-z]))(?:\.\.-?\d+)?$/i.exec(inside);
  if (!range) return undefined;
  const [from, to] = range[1]
    ? [Number(range[1]), Number(range[2])]
    : [range[3]?.charCodeAt(0) ?? 0, range[4]?.charCodeAt(0) ?? 0];
  return Math.abs(to - from) + 1;
}
