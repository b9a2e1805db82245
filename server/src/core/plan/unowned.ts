import type { FileIndex } from '../files.ts';
import type { Plan } from '../model.ts';
import type { Settings } from '../settings.ts';
import { numberOf, openTo } from './claims.ts';

/** A folder of which no phase owns a file, and how many source files it has. */
export interface UnownedFolder {
  readonly folder: string;
  readonly files: number;
}

/** A plan that owns less than this part of the source files speaks of a corner of the repository. */
const least = 0.5;

/** A folder: how many files with each ending are somewhere below it, and the folders directly in it. */
interface Branch {
  readonly folder: string;
  readonly endings: Map<string, number>;
  readonly below: Branch[];
}

/** The folders around the files that a pattern names, and the endings of these files. */
interface Reach {
  readonly folders: ReadonlySet<string>;
  readonly endings: ReadonlySet<string>;
}

/**
 * The outermost folders with source files in which nothing is owned, those with most files first. Source files are files with an ending
 * that owned files have, in folders without a dot in front; none where the owned ones are the smaller part.
 * @param globs of all phases; what a phase excludes is spoken of, too
 */
export function unownedFolders(
  files: FileIndex,
  globs: readonly string[],
  plan: Plan,
  settings: Settings,
): readonly UnownedFolder[] {
  const open = [numberOf(plan.documents), numberOf(settings.scope.allow)].join();
  const named = globs.map((glob) => files.matching(glob));
  return files.remember(`unowned ${open} ${named.map(numberOf)}`, () => {
    const root = files.remember(`tree ${open}`, () => treeOf(files, openTo(plan, settings)));
    return outermost(
      root,
      named.map((list) => reachOf(files, list)),
    );
  });
}

/** The outermost folders that nothing reaches, with how many files they have of the endings that are reached elsewhere. */
function outermost(root: Branch, reached: readonly Reach[]): readonly UnownedFolder[] {
  const endings = new Set(reached.flatMap((one) => [...one.endings]));
  const count = (branch: Branch) => [...endings].reduce((sum, ending) => sum + (branch.endings.get(ending) ?? 0), 0);
  const found: UnownedFolder[] = [];
  const walk = (branch: Branch) => {
    for (const one of branch.below) {
      if (reached.some(({ folders }) => folders.has(one.folder))) walk(one);
      else if (count(one) > 0) found.push({ folder: one.folder, files: count(one) });
    }
  };
  walk(root);
  const missing = found.reduce((sum, one) => sum + one.files, 0);
  if (missing > count(root) * (1 - least)) return [];
  return found.sort((a, b) => b.files - a.files || (a.folder < b.folder ? -1 : 1));
}

function reachOf(files: FileIndex, named: readonly string[]): Reach {
  return files.remember(`reach ${numberOf(named)}`, () => {
    const folders = new Set<string>();
    const endings = new Set<string>();
    for (const path of named) {
      if (endingOf(path) !== '') endings.add(endingOf(path));
      for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
        const folder = path.slice(0, at);
        if (folders.has(folder)) break;
        folders.add(folder);
      }
    }
    return { folders, endings };
  });
}

function treeOf(files: FileIndex, open: (path: string) => boolean): Branch {
  const root = branchOf('');
  const known = new Map([['', root]]);
  for (const path of files.paths) {
    if (/(?:^|\/)\./.test(path) || open(path)) continue;
    const ending = endingOf(path);
    for (let around: Branch | undefined = folderOf(path, known); around; around = outside(around, known))
      around.endings.set(ending, (around.endings.get(ending) ?? 0) + 1);
  }
  return root;
}

/** The folder of a path, made with the folders around it where it is met for the first time. */
function folderOf(path: string, known: Map<string, Branch>): Branch {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  let branch = known.get(folder);
  if (!branch) {
    branch = branchOf(folder);
    known.set(folder, branch);
    folderOf(folder, known).below.push(branch);
  }
  return branch;
}

function outside({ folder }: Branch, known: ReadonlyMap<string, Branch>): Branch | undefined {
  return folder === '' ? undefined : known.get(folder.slice(0, Math.max(0, folder.lastIndexOf('/'))));
}

function branchOf(folder: string): Branch {
  return { folder, endings: new Map(), below: [] };
}

function endingOf(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') ? path.slice(dot) : '';
}
