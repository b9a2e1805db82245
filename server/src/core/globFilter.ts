/** What every path that a glob matches begins with and holds: a look at it tells most paths apart from most globs at once. */
export interface GlobFilter {
  readonly prefix: string;
  /** In lower case where case does not matter. */
  readonly needle: string;
}

const none: GlobFilter = { prefix: '', needle: '' };

/**
 * The literal parts of a pattern. Only what stands before the first brace, bracket, parenthesis or backslash is looked at, and slashes at
 * the ends are left out: `**` stands for no folder, too.
 */
export function filterOf(pattern: string, nocase: boolean): GlobFilter {
  // These are taken out before a pattern is matched.
  if (/\/\/|(?:^|\/)\.{1,2}(?:\/|$)/.test(pattern)) return none;
  const end = pattern.search(/[{[(\\]/);
  // The sign before a parenthesis belongs to it: `+(a|b)`.
  const plain = end < 0 ? pattern : pattern.slice(0, pattern[end] === '(' ? Math.max(0, end - 1) : end);
  // Doubled slashes were refused above, so there is at most one at each end.
  const runs = plain.split(/[*?]+/).map((run) => run.replace(/^\//, '').replace(/\/$/, ''));
  const prefix = /^[*?]/.test(plain) || nocase ? '' : (runs[0] ?? '');
  if (prefix !== '') return { prefix, needle: '' };
  const ascii = runs.filter((run) => !nocase || !/[^ -~]/.test(run));
  const needle = ascii.reduce((most, run) => (run.length > most.length ? run : most), '');
  return { prefix, needle: nocase ? needle.toLowerCase() : needle };
}
