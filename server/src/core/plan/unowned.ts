import type { FileIndex } from '../files.ts';

/** A folder of which no phase owns a file, and how many source files it has. */
export interface UnownedFolder {
  readonly folder: string;
  readonly files: number;
}

/** A plan that owns less than this part of the source files speaks of a corner of the repository. */
const least = 0.5;

/**
 * The outermost folders with source files in which nothing is owned, those with most files first. Source files are files with an ending
 * that owned files have, in folders without a dot in front; none where the owned ones are the smaller part.
 * @param globs of all phases; what a phase excludes is spoken of, too
 * @param open which files belong to everybody
 */
export function unownedFolders(
  files: FileIndex,
  globs: readonly string[],
  open: (path: string) => boolean,
): readonly UnownedFolder[] {
  const owned = new Set(globs.flatMap((glob) => files.matching(glob)));
  const endings = new Set([...owned].map(endingOf).filter(Boolean));
  const folders = new Set([...owned].flatMap(foldersOf));
  const found = new Map<string, number>();
  let sources = 0;
  for (const path of files.paths) {
    if (!endings.has(endingOf(path)) || /(?:^|\/)\./.test(path) || open(path)) continue;
    sources += 1;
    const folder = foldersOf(path).find((one) => !folders.has(one));
    if (folder !== undefined) found.set(folder, (found.get(folder) ?? 0) + 1);
  }
  const unowned = [...found].map(([folder, count]) => ({ folder, files: count }));
  const missing = unowned.reduce((sum, one) => sum + one.files, 0);
  if (missing > sources * (1 - least)) return [];
  return unowned.sort((a, b) => b.files - a.files || (a.folder < b.folder ? -1 : 1));
}

/** "a/b/c.ts" is in "a" and "a/b". */
function foldersOf(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at));
  return folders;
}

function endingOf(path: string): string {
  return /\.[^./]+$/.exec(path)?.[0] ?? '';
}
