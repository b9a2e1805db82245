import type { FileIndex } from '../files.ts';
import { withoutDot } from '../glob.ts';
import { nearest } from '../read/nearest.ts';

/** Shorter names are alike by chance: `api` and `app`. */
const shortest = 4;

/**
 * The pattern that somebody may have meant by one that names no file: the same with one folder or file spelled as there is one (another
 * case, a slip of the pen), or below the only folder that has such a path in it. Undefined where nothing is close.
 */
export function nearGlob(glob: string, files: FileIndex): string | undefined {
  return files.remember(`near\0${glob}`, () => {
    const names = withoutDot(glob);
    const root = otherRoot(glob, files);
    const close = [respelled(names, files), root && `${root}/${names}`];
    return close.find((one) => one !== undefined && files.matching(one).length > 0);
  });
}

/** The only folder below which a path stands that is written as if that folder were the root; undefined where there are several or none. */
export function otherRoot(glob: string, files: FileIndex): string | undefined {
  return files.remember(`root\0${glob}`, () => below(withoutDot(glob), files));
}

/** Follows the names of a path as far as they exist, and spells the next one as a neighbour is spelled. */
function respelled(glob: string, files: FileIndex): string | undefined {
  const parts = glob.split('/');
  let folder = '';
  for (const [index, part] of parts.entries()) {
    if (!isName(part)) return undefined;
    const children = childrenOf(folder, files);
    if (!children.names.has(part)) {
      const name = alike(part, children);
      return name && [...parts.slice(0, index), name, ...parts.slice(index + 1)].join('/');
    }
    folder = folder === '' ? part : `${folder}/${part}`;
  }
  return undefined;
}

/** The names in a folder: a plan may speak of a thousand files that are not yet in it. */
interface Children {
  readonly names: ReadonlySet<string>;
  /** The first of those that differ in nothing but their case. */
  readonly byFolded: ReadonlyMap<string, string>;
  readonly byKind: ReadonlyMap<string, readonly string[]>;
}

function childrenOf(folder: string, files: FileIndex): Children {
  return files.remember(`children\0${folder}`, () => {
    const names = files.children(folder);
    const byFolded = new Map<string, string>();
    const byKind = new Map<string, string[]>();
    for (const name of names) {
      const folded = name.toLowerCase();
      if (!byFolded.has(folded)) byFolded.set(folded, name);
      const kind = kindOf(name);
      const same = byKind.get(kind);
      if (same) same.push(name);
      else byKind.set(kind, [name]);
    }
    return { names: new Set(names), byFolded, byKind };
  });
}

function alike(name: string, { byFolded, byKind }: Children): string | undefined {
  const folded = byFolded.get(name.toLowerCase());
  if (folded) return folded;
  if (name.length < shortest) return undefined;
  const close = nearest(name, byKind.get(kindOf(name)) ?? []);
  return close && Math.abs(close.length - name.length) <= 2 && close[0]?.toLowerCase() === name[0]?.toLowerCase()
    ? close
    : undefined;
}

function below(glob: string, files: FileIndex): string | undefined {
  const parts = glob.split('/');
  const wild = parts.findIndex((part) => !isName(part));
  const base = parts.slice(0, wild < 0 ? undefined : wild).join('/');
  // One name alone stands in many places.
  if (!base.includes('/')) return undefined;
  const name = base.slice(base.lastIndexOf('/') + 1);
  const there = [...files.foldersNamed(name), ...files.named(name)].filter((path) => path.endsWith(`/${base}`));
  const only = there.length === 1 ? there[0]?.slice(0, -base.length - 1) : undefined;
  return only && files.matching(`${only}/${glob}`).length > 0 ? only : undefined;
}

function isName(part: string): boolean {
  return part !== '' && !/[*?{}]/.test(part);
}

/** A number counts files, it is no slip: `0003_add.sql` beside `0002_add.sql`. Nor is another ending. */
function kindOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return `${name.replace(/\D+/g, ' ')}/${dot <= 0 ? '' : name.slice(dot)}`;
}
