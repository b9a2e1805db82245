import { join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { repositoryAround, textOf } from './gitFolder.ts';

/** Larger files of patterns are not read. */
const largest = 1024 * 1024;

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

/**
 * What Git ignores in a workspace folder before its own files are looked at: `.git/info/exclude` and the `.gitignore` files of the folders
 * around it, as far as the repository reaches (https://git-scm.com/docs/gitignore). They are read as files; Git is not run.
 * @param root absolute path
 */
export function ignoringAround(root: string): Ignoring | undefined {
  const repository = repositoryAround(root);
  if (!repository) return undefined;
  const { top, shared } = repository;
  const way = relative(top, root).split(sep).filter(Boolean);
  const leadFrom = (depth: number) =>
    way
      .slice(depth)
      .map((part) => `${part}/`)
      .join('');
  let all = add(undefined, join(shared, 'info', 'exclude'), leadFrom(0), 0);
  for (let depth = 0; depth < way.length; depth += 1)
    all = add(all, join(top, ...way.slice(0, depth), '.gitignore'), leadFrom(depth), 0);
  return all;
}

/** The patterns that hold in a folder, with those of its own `.gitignore`. @param folder relative to the root, empty for the root */
export function ignoringIn(root: string, folder: string, outer: Ignoring | undefined): Ignoring | undefined {
  return add(outer, join(root, folder, '.gitignore'), '', folder === '' ? 0 : folder.length + 1);
}

/** Whether Git ignores a file or folder. The patterns of the innermost folder that says anything decide. */
export function isIgnored(ignoring: Ignoring | undefined, path: string, isFolder: boolean): boolean {
  for (let one = ignoring; one; one = one.outer) {
    const { ignored, unignored } = one.own.test(`${one.lead}${path.slice(one.skip)}${isFolder ? '/' : ''}`);
    if (ignored || unignored) return ignored;
  }
  return false;
}

function add(outer: Ignoring | undefined, file: string, lead: string, skip: number): Ignoring | undefined {
  const lines = textOf(file, largest)
    .split('\n')
    .filter((line) => (line.match(/\*\*/g)?.length ?? 0) <= mostGlobstars);
  if (!lines.some((line) => /^[^#\s]/.test(line))) return outer;
  // Where Git compares without case by default, the disk does so too.
  const own = ignore({ ignorecase: process.platform === 'win32' || process.platform === 'darwin' }).add(lines.join('\n'));
  return { own, lead, skip, outer };
}
