import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import * as platform from 'node:path';
import { Failure } from './failure.ts';
import { insidePath } from './insidePath.ts';

const { join, parse, relative, resolve, sep } = platform;

/** Longer paths exist on no system that people work on. UTF-16 units. */
const longest = 4096;

/** A workspace folder, and how paths that a person types become paths of the workspace. */
export interface Root {
  /** Absolute path. */
  readonly folder: string;
  /** The workspace-relative path with `/` of a path as typed. Fails for a path outside the folder. */
  toPath(typed: string): string;
  /**
   * The same for a path of a program, taken as it stands.
   * @param base where a relative path begins; absolute
   */
  toPathFrom(base: string, path: string): string;
}

/** The folder that `--root` names, else the current one. */
export function openRoot(typed: string | undefined, cwd: string): Root {
  const folder = resolve(cwd, typed ?? '.');
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (!stats) throw new Failure(`there is no folder ${folder}`);
  if (!stats.isDirectory()) throw new Failure(`${folder} is not a folder; --root takes the workspace folder`);
  // Typed paths mean what they mean to the shell, unless the shell stands outside the workspace.
  const shell = insidePath(platform, folder, cwd) === undefined ? folder : cwd;
  const toPathFrom = (base: string, path: string) => {
    if (path.includes('\0')) throw new Failure('a path may not contain a NUL character');
    if (path.length > longest) throw new Failure(`a path of ${path.length} characters is too long`);
    const absolute = resolve(base, path);
    const realFolder = realpathSync(folder);
    // A symbolic link may lead out of the workspace, and the workspace may itself be reached through one.
    const real = insidePath(platform, realFolder, realPathOf(absolute));
    if (real === undefined) throw new Failure(`${path} is outside ${folder}`);
    return insidePath(platform, folder, absolute) ?? real;
  };
  return {
    folder,
    toPathFrom,
    toPath: (path) => toPathFrom(shell, withSlashes(path, shell)),
  };
}

/** A path as a person on Windows writes it, also where `\` is a character like any other; a file of that very name comes first. */
function withSlashes(path: string, base: string): string {
  return path.includes('\\') && !existsSync(resolve(base, path)) ? path.replaceAll('\\', '/') : path;
}

/** The path with symbolic links followed as far as it exists. */
function realPathOf(path: string): string {
  const { root } = parse(path);
  const parts = relative(root, path).split(sep);
  let real = root;
  for (const [index, part] of parts.entries()) {
    const next = join(real, part);
    try {
      real = realpathSync(next);
    } catch {
      // What is written through a link that leads nowhere yet stands where it leads.
      if (isLink(next)) throw new Failure(`${path} is a link that leads nowhere`);
      return join(real, ...parts.slice(index));
    }
  }
  return real;
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
