import { localDay } from './day.ts';
import { type Ignoring, isIgnored, withPatterns } from './gitignore.ts';
import type { Host, HostText } from './host.ts';

/** The files of a workspace folder as an editor knows them, wherever they are kept. Paths are relative to the folder, with `/`. */
export interface EditorFiles {
  /** What stands directly in a folder, the empty path for the workspace folder; nothing where it cannot be looked into. */
  entries(folder: string): Promise<readonly EditorEntry[]>;
  read(path: string): Promise<HostText>;
}

/** Folders that hold nothing of ours and so much else that asking for it would take minutes, whatever Git ignores. */
const neverListed = /(?:^|\/)(?:\.git|node_modules)$/;

/** A name in a folder. Links are neither: they may lead out of the workspace or in a circle. */
export interface EditorEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** A folder with more files than this is not compared with scopes: each folder of it is a question to the editor. */
const mostFiles = 20_000;

/**
 * A host over the file system of an editor, for folders that are on no disk of ours: a repository on a server, a browser. Tags are not
 * known there.
 * @param matcher compiles globs; handed in because this file knows no product code
 */
export function editorHost(files: EditorFiles, matcher: (globs: readonly string[]) => (path: string) => boolean): Host {
  return {
    async find(include, exclude) {
      const wanted = matcher(include);
      const unwanted = matcher(exclude);
      const found: string[] = [];
      await walk(files, (path, kind) => {
        if (kind === 'folder') return !unwanted(`${path}/x`);
        if (wanted(path) && !unwanted(path)) found.push(path);
        return true;
      });
      return found.sort();
    },
    async list() {
      const found: string[] = [];
      const levels = new Map<string, Ignoring | undefined>();
      await walk(
        files,
        (path, kind) => {
          const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
          if (neverListed.test(path) || isIgnored(levels.get(folder), path, kind === 'folder')) return false;
          if (kind === 'file') found.push(path);
          return found.length <= mostFiles;
        },
        async (folder, entries) => {
          const outer = levels.get(folder.slice(0, Math.max(0, folder.lastIndexOf('/'))));
          const own = entries.some(({ name }) => name === '.gitignore') ? await files.read(at(folder, '.gitignore')) : undefined;
          const skip = folder === '' ? 0 : folder.length + 1;
          const text = own && 'text' in own ? own.text : '';
          levels.set(folder, withPatterns({ text, lead: '', skip, outer, ignoreCase: false }));
        },
      );
      return found.length > mostFiles ? undefined : found.sort();
    },
    read: (path) => files.read(path),
    tags: async () => [],
    today: () => localDay(),
  };
}

/**
 * Goes through folders, all of one depth at once: each is a question to the editor, and answers may be slow.
 * @param visit says of a folder whether to look into it
 * @param enter called with what stands in a folder before any of it is visited
 */
async function walk(
  files: EditorFiles,
  visit: (path: string, kind: 'file' | 'folder') => boolean,
  enter?: (folder: string, entries: readonly EditorEntry[]) => Promise<void>,
): Promise<void> {
  for (let folders = ['']; folders.length > 0; ) {
    const all = await Promise.all(folders.map(async (folder) => ({ folder, entries: await files.entries(folder) })));
    const next: string[] = [];
    for (const { folder, entries } of all) {
      await enter?.(folder, entries);
      for (const { name, kind } of entries) {
        const path = at(folder, name);
        if (kind !== 'other' && visit(path, kind) && kind === 'folder') next.push(path);
      }
    }
    folders = next;
  }
}

function at(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
