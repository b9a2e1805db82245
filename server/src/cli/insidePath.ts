import type { PlatformPath } from 'node:path';

/**
 * The way from a folder to a path below it, with `/`; `''` for the folder itself. Undefined for a path outside it and for one that names
 * a file in a roundabout way.
 * @param platform how paths are written: `node:path`, or one of its two kinds
 * @param folder absolute
 * @param path absolute
 */
export function insidePath(platform: PlatformPath, folder: string, path: string): string | undefined {
  const way = platform.relative(folder, path);
  const parts = way.split(platform.sep);
  if (parts[0] === '..' || platform.isAbsolute(way)) return undefined;
  // Windows takes `a.ts.`, `a.ts ` and `a.ts::$DATA` for `a.ts`, which a scope would not.
  if (platform.sep === '\\' && parts.some((part) => /:|[. ]$/.test(part))) return undefined;
  return parts.join('/');
}
