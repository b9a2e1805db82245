import { matcherOf, type Project, settingsPath } from '../core/index.ts';
import type { Host } from '../host/host.ts';
import { loadProject } from '../host/load.ts';
import { nodeHost } from '../host/node.ts';
import type { Root } from './paths.ts';

/** The files of a workspace folder on disk. */
export function hostOf(root: Root): Host {
  return nodeHost(root.folder, (globs) => matcherOf(globs, true));
}

/** Reads a whole workspace folder. */
export function openProject(root: Root): Promise<Project> {
  return loadProject(hostOf(root));
}

/** Why the configuration file cannot be relied on, or undefined. A wrong key alone is a finding, and the rest applies. */
export function configurationFailure(project: Project): string | undefined {
  const problems = [...project.configurationProblems, ...(project.facts(settingsPath)?.problems ?? [])];
  return problems.find(({ code }) => code === 'unreadable' || code === 'broken-yaml')?.message;
}
