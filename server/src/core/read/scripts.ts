import type { Command } from '../rules/rule.ts';
import type { Source } from '../source.ts';

/** Files at the root of the workspace that name the commands of the repository. */
export const scriptFiles: readonly string[] = [
  'package.json',
  'Makefile',
  'Taskfile.yml',
  'Taskfile.yaml',
  'pyproject.toml',
  'Cargo.toml',
  'go.mod',
];

/** The commands a file of `scriptFiles` offers; none for any other file. */
export function readScripts(_source: Source): readonly Command[] {
  return [];
}
