import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Ignoring, isIgnored } from './gitignore.ts';
import { ignoringAround, ignoringIn } from './ignored.ts';
import { nextTurn } from './turn.ts';

/** A folder with more files than this is not compared with scopes. */
export const mostFiles = 200_000;

/** Looking longer than this, in milliseconds of work, is given up: patterns may be made to take for ever. */
const longest = 30_000;

/** A folder that is being looked through. */
interface Level {
  readonly folder: string;
  readonly entries: readonly Dirent[];
  readonly ignoring: Ignoring | undefined;
  at: number;
}

/**
 * All files of a workspace folder, relative to it with `/`, sorted by their UTF-16 units; undefined where there are too many. Left out
 * are `.git` and what Git ignores. A symbolic link may lead out of the workspace or in a circle: it is not followed.
 * @param root absolute path
 * @param most more files than this are too many
 * @param slice how long folders are looked through before others get a turn, in milliseconds
 */
export async function listFiles(root: string, most = mostFiles, slice = 8): Promise<readonly string[] | undefined> {
  const files: string[] = [];
  let worked = 0;
  let began = performance.now();
  const levels = [levelOf(root, '', ignoringAround(root))];
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const entry = level.entries[level.at++];
    if (!entry) levels.pop();
    else {
      const path = level.folder ? `${level.folder}/${entry.name}` : entry.name;
      const isFolder = entry.isDirectory();
      if ((isFolder || entry.isFile()) && entry.name !== '.git' && !isIgnored(level.ignoring, path, isFolder)) {
        if (isFolder) levels.push(levelOf(root, path, level.ignoring));
        else if (files.push(path) > most) return undefined;
      }
    }
    const spent = performance.now() - began;
    if (spent < slice) continue;
    worked += spent;
    if (worked > longest) return undefined;
    await nextTurn();
    began = performance.now();
  }
  return files;
}

function levelOf(root: string, folder: string, outer: Ignoring | undefined): Level {
  const entries = entriesOf(join(root, folder));
  const ignoring = entries.some(({ name }) => name === '.gitignore') ? ignoringIn(root, folder, outer) : outer;
  return { folder, entries, ignoring, at: 0 };
}

/** What is in a folder, in the order of the paths below it; a folder that may not be looked into is empty. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    const keyed = readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      entry,
      key: entry.isDirectory() ? `${entry.name}/` : entry.name,
    }));
    return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ entry }) => entry);
  } catch {
    return [];
  }
}
