import { matcherOf } from '../../server/src/core/index.ts';
import type { Host } from '../../server/src/host/host.ts';

/** A host over texts in memory; what is changed in the map is changed on "disk". */
export function memoryHost(files: ReadonlyMap<string, string>, tags: readonly string[] = []): Host {
  return {
    async find(include, exclude) {
      const wanted = matcherOf(include, true);
      const unwanted = matcherOf(exclude, true);
      return [...files.keys()].filter((path) => wanted(path) && !unwanted(path)).sort();
    },
    async read(path) {
      const text = files.get(path);
      return text === undefined ? { missing: true } : { text };
    },
    tags: async () => tags,
    today: () => '2026-03-01',
    list: async () => [...files.keys()].sort(),
  };
}
