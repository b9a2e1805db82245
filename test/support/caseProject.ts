import type { Project } from '../../server/src/core/index.ts';
import { loadProject } from '../../server/src/host/load.ts';
import type { Case } from './case.ts';
import { memoryHost } from './memoryHost.ts';

/**
 * The folder of a case after everything that happens in it.
 * @param written how its texts stand in the files: with other line ends, for example
 */
export async function caseProject(
  { files, before, tags, touched, asked, drawn, history }: Case,
  written = (text: string) => text,
): Promise<Project> {
  const asFiles = (texts: ReadonlyMap<string, string>) => [...texts].map(([path, text]) => ({ path, text: written(text) }));
  const now = asFiles(files);
  const loaded = await loadProject(memoryHost(new Map(now.map(({ path, text }) => [path, text])), tags));
  // Who asks for paths gets them, whether a scope needs them or not.
  const known = asked.length + drawn.length > 0 ? loaded.listing([...files.keys()].sort()) : loaded;
  const told = history.size > 0 ? known.knowing(history) : known;
  return told.with(asFiles(before)).settling(before.keys()).with(now).touching(touched);
}
