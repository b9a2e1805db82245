import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryAround, textOf } from './gitFolder.ts';

/** Packed references beyond this many bytes are not read. */
const largest = 16 * 1024 * 1024;

/** More tags than this are not looked at: no plan has so many phases. */
const most = 50_000;

/**
 * Names of the tags of the repository that a folder is in, sorted; undefined outside a repository. They are read from Git's own files
 * (https://git-scm.com/docs/gitrepository-layout), because running Git in a folder that nobody vetted may run what its configuration
 * says. Repositories that keep their references in a `reftable` have none here.
 * @param folder absolute path
 */
export function readGitTags(folder: string): readonly string[] | undefined {
  const git = repositoryAround(folder)?.shared;
  if (!git) return undefined;
  const names = new Set([...packedTags(join(git, 'packed-refs')), ...looseTags(join(git, 'refs', 'tags'))]);
  return [...names].sort();
}

function packedTags(file: string): readonly string[] {
  return textOf(file, largest)
    .split('\n')
    .flatMap((line) => /^[0-9a-f]+ refs\/tags\/(.+)$/.exec(line)?.[1] ?? [])
    .slice(0, most);
}

function looseTags(root: string): readonly string[] {
  const found: string[] = [];
  const folders = [''];
  for (let below = folders.pop(); below !== undefined && found.length < most; below = folders.pop()) {
    for (const entry of entriesOf(join(root, below))) {
      const name = below ? `${below}/${entry.name}` : entry.name;
      if (entry.isDirectory()) folders.push(name);
      else if (entry.isFile() && !entry.name.endsWith('.lock')) found.push(name);
    }
  }
  return found.slice(0, most);
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
