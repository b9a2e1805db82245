import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, fixAll, type Project } from '../core/index.ts';
import type { Root } from './paths.ts';
import type { Terminal } from './terminal.ts';

/**
 * Writes into the files what mends the findings that have one obvious fix. A file that is not what was read any more is left as it is.
 * @param isWanted whether a file may be written
 */
export function mendFiles(root: Root, project: Project, isWanted: (path: string) => boolean, terminal: Terminal): Project {
  const mended: { path: string; text: string }[] = [];
  for (const path of project.findings.keys()) {
    const before = project.sources.get(path)?.text;
    const { count, edits } = isWanted(path) ? fixAll(project, path) : { count: 0, edits: [] };
    if (before === undefined || count === 0) continue;
    // `toPath` fails for a link that leads out of the workspace.
    const file = join(root.folder, root.toPath(join(root.folder, path)));
    if (readFileSync(file, 'utf8') !== before) continue;
    const text = applyEdits(path, before, edits);
    writeFileSync(file, text);
    mended.push({ path, text });
    terminal.err(`phasewise: mended ${count} ${count === 1 ? 'finding' : 'findings'} in ${path}\n`);
  }
  return project.with(mended);
}
