import type { Project } from '../../server/src/core/index.ts';
import { loadProject } from '../../server/src/host/load.ts';
import type { Case } from './case.ts';
import { memoryHost } from './memoryHost.ts';

/**
 * The folder of a case after everything that happens in it.
 * @param written how its texts stand in the files: with other line ends, for example
 */
export async function caseProject({ files, before, tags, touched }: Case, written = (text: string) => text): Promise<Project> {
  const asFiles = (texts: ReadonlyMap<string, string>) => [...texts].map(([path, text]) => ({ path, text: written(text) }));
  const now = asFiles(files);
  const loaded = await loadProject(memoryHost(new Map(now.map(({ path, text }) => [path, text])), tags));
  return loaded.with(asFiles(before)).settling(before.keys()).with(now).touching(touched);
}
