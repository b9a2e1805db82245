import { realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { Failure } from './failure.ts';

/** A workspace folder, and how paths that a person types become paths of the workspace. */
export interface Root {
  /** Absolute path. */
  readonly folder: string;
  /** The workspace-relative path with `/` of a path as typed. Fails for a path outside the folder. */
  toPath(typed: string): string;
}

/** The folder that `--root` names, else the current one. */
export function openRoot(typed: string | undefined, cwd: string): Root {
  const folder = resolve(cwd, typed ?? '.');
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (!stats) throw new Failure(`there is no folder ${folder}`);
  if (!stats.isDirectory()) throw new Failure(`${folder} is not a folder; --root takes the workspace folder`);
  // Typed paths mean what they mean to the shell, unless the shell stands outside the workspace.
  const base = isInside(folder, cwd) ? cwd : folder;
  return {
    folder,
    toPath(path) {
      if (path.includes('\0')) throw new Failure('a path may not contain a NUL character');
      const absolute = resolve(base, path);
      const real = realPathOf(absolute);
      // A symbolic link may lead out of the workspace, and the workspace may itself be reached through one.
      const inside = isInside(realpathSync(folder), real);
      if (!inside) throw new Failure(`${path} is outside ${folder}`);
      const direct = isInside(folder, absolute) ? relative(folder, absolute) : relative(realpathSync(folder), real);
      return direct.split(sep).join('/');
    },
  };
}

/** The path with symbolic links followed as far as it exists. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = resolve(path, '..');
    return parent === path ? path : resolve(realPathOf(parent), relative(parent, path));
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}
