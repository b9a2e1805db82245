import { join } from 'node:path';
import { applyEdits, fixAll, type Project } from '../core/index.ts';
import { Failure } from './failure.ts';
import type { Root } from './paths.ts';
import { replaceFile } from './replaceFile.ts';
import type { Terminal } from './terminal.ts';

/**
 * Writes into the files what mends the findings that have one obvious fix, each file whole or not at all. A file that is not what was read
 * any more, or cannot be written, is left as it is, and said so at the end.
 * @param isWanted whether a file may be written
 */
export function mendFiles(root: Root, project: Project, isWanted: (path: string) => boolean, terminal: Terminal): Project {
  const mended: { path: string; text: string }[] = [];
  const left: string[] = [];
  for (const path of project.findings.keys()) {
    const before = project.sources.get(path)?.text;
    const { count, edits } = isWanted(path) ? fixAll(project, path) : { count: 0, edits: [] };
    if (before === undefined || count === 0) continue;
    // `toPath` fails for a link that leads out of the workspace.
    const file = join(root.folder, root.toPath(join(root.folder, path)));
    const text = applyEdits(path, before, edits);
    const failed = replaceFile(file, before, text);
    if (failed) {
      left.push(`${path} ${failed.why}`);
      continue;
    }
    mended.push({ path, text });
    terminal.err(`phasewise: mended ${count} ${count === 1 ? 'finding' : 'findings'} in ${path}\n`);
  }
  if (left.length > 0) throw new Failure(`${left.join('; ')}; ${left.length === 1 ? 'it is' : 'they are'} as before`);
  return project.with(mended);
}
