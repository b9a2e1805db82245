/** What a group of files has in common: a folder with everything below it, or a single file. */
interface Group {
  /** Empty for the root. */
  readonly folder: string;
  readonly files: readonly string[];
}

/**
 * A few patterns that cover some files and as little else as can be: `src/billing/**` for 31 files below it, the path itself for a file
 * that stands alone. Those that cover most files come first.
 * @param paths workspace-relative with `/`
 * @param most how many patterns there may be; more files at the root than this are named one by one all the same
 */
export function suggestGlobs(paths: readonly string[], most = 4): readonly string[] {
  let groups = split({ folder: '', files: [...new Set(paths)].sort() });
  for (;;) {
    // The folder that says least about its files is taken apart, as long as that gives few enough patterns. One that holds several of
    // the files itself is what they have in common.
    const finer = groups
      .filter(({ folder, files }) => files.length > 1 && files.filter((path) => isDirectlyIn(folder, path)).length < 2)
      .sort((a, b) => depthOf(a.folder) - depthOf(b.folder) || b.files.length - a.files.length)
      .map((group) => groups.flatMap((one) => (one === group ? split(group) : [one])))
      .find((parts) => parts.length <= most);
    if (!finer) break;
    groups = finer;
  }
  return groups
    .toSorted((a, b) => b.files.length - a.files.length || compare(a.folder, b.folder))
    .map(({ folder, files }) => (files.length === 1 && files[0] !== undefined ? files[0] : `${folder}/**`));
}

/** What is directly in a folder, each folder with what is below it; a chain of folders with nothing beside them is one. */
function split({ folder, files }: Group): readonly Group[] {
  const start = folder === '' ? 0 : folder.length + 1;
  const groups = new Map<string, string[]>();
  for (const path of files) {
    const end = path.indexOf('/', start);
    const key = end < 0 ? path : path.slice(0, end);
    const known = groups.get(key);
    if (known) known.push(path);
    else groups.set(key, [path]);
  }
  return [...groups].map(([below, own]) => narrowed({ folder: below, files: own }));
}

function narrowed(group: Group): Group {
  const [first = '', ...rest] = group.files;
  if (rest.length === 0) return group;
  let folder = group.folder;
  for (;;) {
    const end = first.indexOf('/', folder.length + 1);
    const next = end < 0 ? undefined : first.slice(0, end);
    if (next === undefined || !rest.every((path) => path.startsWith(`${next}/`))) return { ...group, folder };
    folder = next;
  }
}

function isDirectlyIn(folder: string, path: string): boolean {
  return path.indexOf('/', folder.length + 1) < 0;
}

function depthOf(folder: string): number {
  return folder.split('/').length;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
