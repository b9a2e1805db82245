import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { localDay } from './day.ts';
import { readGitTags } from './gitTags.ts';
import type { Host, HostText } from './host.ts';
import { listFiles } from './list.ts';
import { nextTurn } from './turn.ts';

/** Larger files are not read: nobody writes a plan of that size by hand. */
const largest = 8 * 1024 * 1024;

/** How long folders are looked through before others get a turn, in milliseconds. */
const slice = 8;

/**
 * A host over the file system.
 * @param root absolute path of the workspace folder
 * @param matcher compiles globs; handed in because this file knows no product code
 */
export function nodeHost(root: string, matcher: (globs: readonly string[]) => (path: string) => boolean): Host {
  return {
    async find(include, exclude) {
      const wanted = matcher(include);
      const unwanted = matcher(exclude);
      const found: string[] = [];
      const folders = [''];
      let began = performance.now();
      for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
        for (const entry of entriesOf(join(root, folder))) {
          const path = folder ? `${folder}/${entry.name}` : entry.name;
          // A symbolic link may lead out of the workspace or in a circle: it is not followed.
          if (entry.isDirectory()) {
            if (!unwanted(`${path}/x`)) folders.push(path);
          } else if (entry.isFile() && wanted(path) && !unwanted(path)) found.push(path);
        }
        if (performance.now() - began < slice) continue;
        await nextTurn();
        began = performance.now();
      }
      return found.sort();
    },
    tags: async () => readGitTags(root),
    today: () => localDay(),
    list: () => listFiles(root),
    async read(path): Promise<HostText> {
      try {
        // Waiting for each small file costs five times what reading it costs; callers take a few files at a time.
        const file = join(root, path);
        const about = statSync(file);
        // A pipe would be waited for without end.
        if (!about.isFile()) return { missing: true };
        const { size } = about;
        if (size > largest) return { unreadable: `is larger than ${largest / 1024 / 1024} MB and was not read` };
        const bytes = readFileSync(file);
        try {
          return { text: decoder.decode(bytes) };
        } catch {
          return { unreadable: 'is not UTF-8 text and was not read' };
        }
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code;
        if (code === 'ENOENT' || code === 'ENOTDIR') return { missing: true };
        return {
          unreadable: code === 'EACCES' ? 'may not be read (no permission)' : `could not be read (${code ?? 'unknown error'})`,
        };
      }
    },
  };
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What is in a folder; a folder that may not be looked into is empty. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
