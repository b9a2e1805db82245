import { globProblem, literalStart, matcherOf } from './glob.ts';

/** More answers than this are not kept: somebody who types a pattern asks about each of its beginnings. */
const mostKept = 5000;

/** More changes than this at once are looked at anew: a branch was checked out. */
const mostChanges = 2000;

/**
 * The files of a workspace folder, and which of them a pattern names. Immutable; answers are remembered, and an index that follows from
 * this one takes over what still holds, as the same lists where nothing is different.
 */
export class FileIndex {
  private readonly matches = new Map<string, readonly string[]>();
  private readonly answers = new Map<string, unknown>();
  private filesByName: ReadonlyMap<string, readonly string[]> | undefined;
  private foldersByName: ReadonlyMap<string, readonly string[]> | undefined;

  /** @param paths workspace-relative with `/`, sorted by their UTF-16 units */
  constructor(readonly paths: readonly string[]) {}

  /** The index of other files, and this one where they are the same. */
  next(paths: readonly string[]): FileIndex {
    const { added, removed } = differences(this.paths, paths);
    if (added.length === 0 && removed.length === 0) return this;
    const next = new FileIndex(paths);
    if (added.length + removed.length > mostChanges) return next;
    const gone = new Set(removed);
    for (const [glob, before] of this.matches) {
      const more = added.filter(matcherOf([glob]));
      const less = removed.length > 0 && before.some((path) => gone.has(path));
      const left = less ? before.filter((path) => !gone.has(path)) : before;
      next.matches.set(glob, more.length > 0 ? [...left, ...more].sort() : left);
    }
    return next;
  }

  /** The files that a pattern of a scope names, sorted; none for a pattern that is not read. */
  matching(glob: string): readonly string[] {
    const known = this.matches.get(glob);
    if (known) return known;
    const files = globProblem(glob) ? [] : this.below(literalStart(glob)).filter(matcherOf([glob]));
    if (this.matches.size >= mostKept) this.matches.clear();
    this.matches.set(glob, files);
    return files;
  }

  /** Whether there is a file with this very path. */
  has(path: string): boolean {
    return this.paths[this.firstFrom(path)] === path;
  }

  /** The files of this name, in whatever folder, sorted. */
  named(name: string): readonly string[] {
    this.filesByName ??= byName(this.paths);
    return this.filesByName.get(name) ?? [];
  }

  /** The folders of this name, in whatever folder, sorted. */
  foldersNamed(name: string): readonly string[] {
    this.foldersByName ??= byName(foldersOf(this.paths));
    return this.foldersByName.get(name) ?? [];
  }

  /** The files whose paths begin with these characters. */
  below(start: string): readonly string[] {
    if (start === '') return this.paths;
    const from = this.firstFrom(start);
    // The last unit of UTF-16: no path goes on after it.
    return this.paths.slice(from, this.firstFrom(`${start}\uffff`));
  }

  /** The names of the files and folders that a folder holds directly; of the root for the empty path. */
  children(folder: string): readonly string[] {
    const start = folder === '' ? '' : `${folder}/`;
    const names: string[] = [];
    for (let at = start === '' ? 0 : this.firstFrom(start); ; ) {
      const path = this.paths[at];
      if (!path?.startsWith(start)) return names;
      const end = path.indexOf('/', start.length);
      names.push(path.slice(start.length, end < 0 ? undefined : end));
      // Behind everything in that folder: `0` comes after `/`.
      at = end < 0 ? at + 1 : this.firstFrom(`${path.slice(0, end)}0`);
    }
  }

  /** What follows from these files and a key; worked out once. */
  remember<T>(key: string, answer: () => T): T {
    if (this.answers.has(key)) return this.answers.get(key) as T;
    const value = answer();
    if (this.answers.size >= mostKept) this.answers.clear();
    this.answers.set(key, value);
    return value;
  }

  /** Where the first path stands that does not come before some words. */
  private firstFrom(words: string): number {
    let low = 0;
    let high = this.paths.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.paths[middle] ?? '') < words) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function byName(paths: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>();
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const known = all.get(name);
    if (known) known.push(path);
    else all.set(name, [path]);
  }
  return all;
}

/** The folders that hold some files, each once. */
function* foldersOf(paths: readonly string[]): Iterable<string> {
  let before = '';
  for (const path of paths) {
    // Neighbours mostly stand in the same folder.
    for (let end = path.indexOf('/', common(before, path)); end > 0; end = path.indexOf('/', end + 1)) yield path.slice(0, end);
    before = path;
  }
}

/** Where the part of a path begins that is not a folder of the path before it. UTF-16 units. */
function common(before: string, path: string): number {
  let slash = 0;
  for (let at = 0; at < path.length && before[at] === path[at]; at += 1) if (path[at] === '/') slash = at + 1;
  return slash;
}

/** Which paths are in one sorted list and not in the other. */
function differences(before: readonly string[], after: readonly string[]) {
  const added: string[] = [];
  const removed: string[] = [];
  let old = 0;
  for (const path of after) {
    while (old < before.length && (before[old] as string) < path) removed.push(before[old++] as string);
    if (before[old] === path) old += 1;
    else added.push(path);
  }
  for (; old < before.length; old += 1) removed.push(before[old] as string);
  return { added, removed };
}
