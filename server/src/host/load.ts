import { type FileText, Project, relevantGlobs, settingsPath } from '../core/index.ts';
import type { Host } from './host.ts';

/** Files read at once: enough to keep the disk busy, few enough to let a caller breathe in between. */
const batchSize = 64;

/** A project with everything that is relevant in a folder. */
export async function loadProject(host: Host): Promise<Project> {
  const project = await loadSettings(host);
  const { include, exclude } = relevantGlobs(project.settings);
  const files: FileText[] = [];
  for await (const batch of readInBatches(host, await host.find(include, exclude))) files.push(...batch.files);
  const read = project.with(files).tagged(await host.tags());
  // Looking at every file pays where a scope is there to compare them with.
  return read.wantsFiles ? read.listing(await host.list()) : read;
}

/** A project that knows the folder's settings and nothing else. */
export async function loadSettings(host: Host): Promise<Project> {
  const { files } = await readFiles(host, [settingsPath]);
  return Project.empty.with(files).on(host.today());
}

/** The files at these paths, a batch at a time. */
export async function* readInBatches(host: Host, paths: readonly string[]): AsyncGenerator<ReadFiles> {
  for (let at = 0; at < paths.length; at += batchSize) yield await readFiles(host, paths.slice(at, at + batchSize));
}

/** What stands at some paths, and at which of them nothing does. */
export interface ReadFiles {
  readonly files: readonly FileText[];
  readonly missing: readonly string[];
}

/** The files at these paths, all at once. */
export async function readFiles(host: Host, paths: readonly string[]): Promise<ReadFiles> {
  const files: FileText[] = [];
  const missing: string[] = [];
  const texts = await Promise.all(paths.map((path) => host.read(path)));
  for (const [index, path] of paths.entries()) {
    const read = texts[index];
    if (!read || 'missing' in read) missing.push(path);
    else files.push({ path, ...read });
  }
  return { files, missing };
}
