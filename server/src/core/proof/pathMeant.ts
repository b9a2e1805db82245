import { folderOf, joined } from './relativePath.ts';

/**
 * The files of the workspace that a written path may mean, the likeliest first; or why it means none, in words that follow the path.
 * Documents come from repositories that nobody vetted: what leads out of the folder is never looked at.
 */
export type Meant = { readonly paths: readonly string[]; readonly absolute: boolean } | { readonly problem: string };

/** Longer paths exist on no system that people work on. UTF-16 units. */
const longest = 4096;

/**
 * @param written a path as somebody wrote it, from the root of the workspace or from the folder of its document
 * @param document workspace-relative path of the document
 */
export function pathMeant(written: string, document: string): Meant {
  if (written.length > longest) return { problem: `is ${written.length} characters long, which no file's name is` };
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(written)) return { problem: 'holds a character that cannot be seen' };
  const path = written.replaceAll('\\', '/');
  if (path.startsWith('//')) return { problem: 'leads to another computer' };
  if (/^[a-z]:/i.test(path) || /^file:/i.test(path)) return { problem: 'leads to one machine only' };
  if (/^~(?:[\w.-]+)?(?:\/|$)/.test(path)) return { problem: 'leads to the home folder of whoever reads it' };
  // A file's stream on Windows, and an address of some scheme everywhere.
  if (path.includes(':')) return { problem: 'has a colon, which no file has on Windows' };
  if (path.startsWith('/')) {
    const inside = joined('', path.slice(1));
    return inside === undefined ? { problem: outside } : { paths: [inside], absolute: true };
  }
  const near = joined(folderOf(document), path);
  const rooted = joined('', path);
  if (near === undefined || near === rooted)
    return rooted === undefined ? { problem: outside } : { paths: [rooted], absolute: false };
  return { paths: rooted === undefined ? [near] : [near, rooted], absolute: false };
}

const outside = 'leads out of the workspace folder';
