import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** A repository as its files show it (https://git-scm.com/docs/gitrepository-layout); Git is not run. */
export interface Repository {
  /** The working tree around the folder. Absolute path. */
  readonly top: string;
  /** Where Git keeps what all working trees of the repository share. Absolute path. */
  readonly shared: string;
}

/** The repository that a folder is in, or undefined. @param folder absolute path */
export function repositoryAround(folder: string): Repository | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const git = join(at, '.git');
    if (statSync(git, { throwIfNoEntry: false })) return { top: at, shared: sharedFolder(at, git) };
    if (dirname(at) === at) return undefined;
  }
}

/** In a linked working tree `.git` is a file that names its own folder, and that one names the shared one. */
function sharedFolder(top: string, git: string): string {
  const own = /^gitdir: (.+)$/m.exec(textOf(git, largest))?.[1];
  if (!own) return git;
  const linked = resolve(top, own);
  const common = textOf(join(linked, 'commondir'), largest).trim();
  return common ? resolve(linked, common) : linked;
}

/** A file that names a folder is short. Bytes. */
const largest = 64 * 1024;

/** The text of a file; empty where there is none or it is larger. @param most bytes */
export function textOf(file: string, most: number): string {
  try {
    const about = statSync(file);
    return about.isFile() && about.size <= most ? readFileSync(file, 'utf8') : '';
  } catch {
    return '';
  }
}
