import type { Finding } from './model.ts';
import type { Project } from './project.ts';

/** Runs the table of rules over a project. */
export function checkProject(_project: Project): ReadonlyMap<string, readonly Finding[]> {
  return new Map();
}
