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
  // Most patterns stand for themselves, and every one is asked about again and again.
  if (!glob.includes('{')) return undefined;
  const { count, units } = expansionOf(glob);
  if (count > mostAlternatives) return `This pattern has more than ${mostAlternatives} alternatives; write it as several lines.`;
  if (units * (brackets.test(glob) ? 4 : 1) > longestExpanded)
    return `This pattern has ${count} alternatives and ${units} characters in all of them; write it as several lines.`;
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

/** A pattern without `./` in front; the folder itself is everything in it. */
export function withoutDot(glob: string): string {
  const pattern = glob.replace(/^(?:\.\/)+/, '');
  return glob !== '' && (pattern === '' || pattern === '.') ? '**' : pattern;
}

/** What a pattern, or a part of it, is written out: how many alternatives, and how many UTF-16 units in all of them together. */
interface Expansion {
  readonly count: number;
  readonly units: number;
}

const nothing: Expansion = { count: 1, units: 0 };

/** A brace that was opened: the alternatives before the last comma, the one being read, and all of it in a row if it is never closed. */
interface Brace {
  readonly at: number;
  before: Expansion;
  last: Expansion;
  row: Expansion;
}

/** What the braces of a pattern stand for; an upper bound, counted without writing it out. */
function expansionOf(glob: string): Expansion {
  const open: Brace[] = [{ at: 0, before: { count: 0, units: 0 }, last: nothing, row: nothing }];
  const read = (part: Expansion) => {
    const inner = open.at(-1) as Brace;
    inner.last = inRow(inner.last, part);
    inner.row = inRow(inner.row, part);
  };
  for (let at = 0; at < glob.length; at += 1) {
    const char = glob[at];
    const inner = open.at(-1) as Brace;
    if (char === '{') open.push({ at: at + 1, before: { count: 0, units: 0 }, last: nothing, row: nothing });
    else if (char === ',' && open.length > 1) {
      inner.before = beside(inner.before, inner.last);
      inner.last = nothing;
    } else if (char === '}' && open.length > 1) {
      open.pop();
      read(rangeOf(glob.slice(inner.at, at)) ?? beside(inner.before, inner.last));
    } else {
      read({ count: 1, units: char === '\\' ? 2 : 1 });
      if (char === '\\') at += 1;
    }
  }
  return open.map(({ row }) => row).reduce(inRow);
}

function inRow(a: Expansion, b: Expansion): Expansion {
  return { count: a.count * b.count, units: a.units * b.count + b.units * a.count };
}

function beside(a: Expansion, b: Expansion): Expansion {
  return { count: a.count + b.count, units: a.units + b.units };
}

/** How many numbers or letters `1..9`, `a..z` or `0..100..5` stand for (its step is not looked at). */
function rangeOf(inside: string): Expansion | undefined {
  const range = /^(?:(-?\d+)\.\.(-?\d+)|([a-z])\.\.([a-z]))(?:\.\.-?\d+)?$/i.exec(inside);
  if (!range) return undefined;
  const [from, to] = range[1]
    ? [Number(range[1]), Number(range[2])]
    : [range[3]?.charCodeAt(0) ?? 0, range[4]?.charCodeAt(0) ?? 0];
  const count = Math.abs(to - from) + 1;
  return { count, units: count * inside.length };
}
