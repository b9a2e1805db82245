import { join, relative, sep } from 'node:path';
import { repositoryAround, textOf } from './gitFolder.ts';
import { type Ignoring, withPatterns } from './gitignore.ts';

/** Larger files of patterns are not read. */
const largest = 1024 * 1024;

/** Where Git compares without case by default, the disk does so too. */
const ignoreCase = process.platform === 'win32' || process.platform === 'darwin';

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

function add(outer: Ignoring | undefined, file: string, lead: string, skip: number): Ignoring | undefined {
  return withPatterns({ text: textOf(file, largest), lead, skip, outer, ignoreCase });
}
