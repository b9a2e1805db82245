import ignore, { type Ignore } from 'ignore';

/** Lines with more `**` than this are left out: each costs as many tries as a path is deep, times those of the others. */
const mostGlobstars = 3;

/** The patterns that hold in a folder and below it: those of its own `.gitignore`, and those of the folders around it. */
export interface Ignoring {
  readonly own: Ignore;
  /** Put before a path, relative to the workspace folder, to make it relative to the folder of the patterns. */
  readonly lead: string;
  /** Characters at the start of a path that lead to the folder of the patterns. */
  readonly skip: number;
  readonly outer: Ignoring | undefined;
}

/** How a file of patterns is to be taken (https://git-scm.com/docs/gitignore). */
export interface PatternFile extends Pick<Ignoring, 'lead' | 'skip' | 'outer'> {
  readonly text: string;
  /** Whether case counts: Git compares as the disk does by default. */
  readonly ignoreCase: boolean;
}

/** The patterns of a file besides those around it; these alone where it holds none. */
export function withPatterns({ text, lead, skip, outer, ignoreCase }: PatternFile): Ignoring | undefined {
  const lines = text.split('\n').filter((line) => (line.match(/\*\*/g)?.length ?? 0) <= mostGlobstars);
  if (!lines.some((line) => /^[^#\s]/.test(line))) return outer;
  return { own: ignore({ ignorecase: ignoreCase }).add(lines.join('\n')), lead, skip, outer };
}

/** Whether Git ignores a file or folder. The patterns of the innermost folder that says anything decide. */
export function isIgnored(ignoring: Ignoring | undefined, path: string, isFolder: boolean): boolean {
  for (let one = ignoring; one; one = one.outer) {
    const { ignored, unignored } = one.own.test(`${one.lead}${path.slice(one.skip)}${isFolder ? '/' : ''}`);
    if (ignored || unignored) return ignored;
  }
  return false;
}
