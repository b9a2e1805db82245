import { lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from './failure.ts';
import type { Root } from './paths.ts';

/** Whether something stands at a path of the workspace, be it a link that leads nowhere. */
export function taken(root: Root, path: string): boolean {
  return lstatSync(join(root.folder, path), { throwIfNoEntry: false }) !== undefined;
}

/**
 * Writes files that do not exist yet, all or none: where one cannot be written, those before it are taken away again.
 * @param files workspace-relative paths and their texts
 */
export function newFiles(root: Root, files: readonly { readonly path: string; readonly text: string }[]): void {
  const written: string[] = [];
  try {
    for (const { path, text } of files) {
      // `toPath` fails for a link that leads out of the workspace.
      const file = join(root.folder, root.toPath(join(root.folder, path)));
      mkdirSync(dirname(file), { recursive: true });
      // `wx`: what another program has written since nobody was there is never replaced.
      writeFileSync(file, text, { flag: 'wx' });
      written.push(file);
    }
  } catch (error) {
    for (const file of written) rmSync(file, { force: true });
    if (error instanceof Failure) throw error;
    throw new Failure(`nothing was written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
