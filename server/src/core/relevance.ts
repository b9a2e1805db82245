import { matcherOf } from './glob.ts';
import { scriptFiles } from './read/scripts.ts';
import { type Settings, settingsPath } from './settings.ts';

/** Whether a file may be part of a plan, by its path alone. */
export function isDocument(path: string, { documents }: Settings): boolean {
  const known = remembered.get(documents) ?? new Map<string, boolean>();
  remembered.set(documents, known);
  let is = known.get(path);
  if (is === undefined) {
    is = matcherOf(documents.include, true)(path) && !matcherOf(documents.exclude, true)(path);
    if (known.size >= mostRemembered) known.clear();
    known.set(path, is);
  }
  return is;
}

/** The same documents are asked about again and again. */
const remembered = new WeakMap<Settings['documents'], Map<string, boolean>>();
const mostRemembered = 20_000;

/** Whether the product reads a file at all: documents, the configuration file, files that name scripts. */
export function isRelevant(path: string, settings: Settings): boolean {
  return path === settingsPath || scriptFiles.includes(path) || isDocument(path, settings);
}

/** What to look for in a workspace folder: globs of everything that may be relevant. */
export function relevantGlobs(settings: Settings): { include: readonly string[]; exclude: readonly string[] } {
  return {
    include: [settingsPath, ...scriptFiles, ...settings.documents.include],
    exclude: settings.documents.exclude,
  };
}
