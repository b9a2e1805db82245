import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Host, HostText } from './host.ts';

/** Larger files are not read: nobody writes a plan of that size by hand. */
const largest = 8 * 1024 * 1024;

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
      const walk = async (folder: string): Promise<void> => {
        const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
        for (const entry of entries) {
          const path = folder ? `${folder}/${entry.name}` : entry.name;
          // A symbolic link may lead out of the workspace or in a circle: it is not followed.
          if (entry.isDirectory()) {
            if (!unwanted(`${path}/x`)) await walk(path);
          } else if (entry.isFile() && wanted(path) && !unwanted(path)) found.push(path);
        }
      };
      await walk('');
      return found.sort();
    },
    async read(path): Promise<HostText> {
      try {
        const file = join(root, path);
        const { size } = await stat(file);
        if (size > largest) return { unreadable: `is larger than ${largest / 1024 / 1024} MB and was not read` };
        const bytes = await readFile(file);
        try {
          return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
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
