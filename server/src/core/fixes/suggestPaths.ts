import type { FileIndex } from '../files.ts';

/** No more than this is offered for one line. */
const mostOffered = 3;

/** A word that names more places than this tells nothing about where the work is. */
const mostPlaces = 4;

const longestWord = 40;

/** Longer lines are no names of folders any more. Words. */
const mostWords = 24;

/** A folder or file, the words of its own name, and those of the folders around it. */
interface Named {
  readonly path: string;
  readonly isFolder: boolean;
  readonly own: readonly string[];
  readonly around: readonly string[];
}

/**
 * Patterns for what a line of prose may mean, best first: folders, and files where no folder fits, whose names are made of its words
 * ("payment scripts" → `scripts/payments/**`). None where nothing fits, or too much does.
 */
export function suggestPaths(text: string, files: FileIndex, isOpen: (path: string) => boolean): readonly string[] {
  const words = new Set(wordsOf(text).slice(0, mostWords));
  const places = files.remember('places', () => placesOf(files));
  const found = new Map<Named, number>();
  for (const word of words) {
    for (const place of places.get(word) ?? []) {
      if (found.has(place) || (!place.isFolder && isOpen(place.path))) continue;
      if (!place.own.every((one) => words.has(one))) continue;
      found.set(place, new Set([...place.own, ...place.around].filter((one) => words.has(one))).size);
    }
  }
  const best = Math.max(0, ...found.values());
  const fitting = [...found].filter(([, score]) => score === best).map(([place]) => place);
  // Whatever is in a folder that fits is offered with it.
  const folders = fitting.filter(({ isFolder }) => isFolder).map(({ path }) => path);
  const outer = fitting.filter(({ path }) => !folders.some((folder) => path.startsWith(`${folder}/`)));
  if (outer.length > mostPlaces) return [];
  return outer
    .sort((a, b) => Number(b.isFolder) - Number(a.isFolder) || a.path.length - b.path.length || (a.path < b.path ? -1 : 1))
    .slice(0, mostOffered)
    .map(({ path, isFolder }) => (isFolder ? `${path}/**` : path));
}

/** Folders and files by the words of their own names. */
function placesOf(files: FileIndex): ReadonlyMap<string, readonly Named[]> {
  const places = new Map<string, Named[]>();
  const put = (path: string, isFolder: boolean) => {
    const at = path.lastIndexOf('/');
    const name = path.slice(at + 1);
    const own = wordsOf(isFolder ? name : (name.split('.', 1)[0] ?? ''));
    if (own.length === 0) return;
    const place = { path, isFolder, own, around: wordsOf(path.slice(0, Math.max(0, at))) };
    for (const word of new Set(own)) {
      const known = places.get(word);
      if (known) known.push(place);
      else places.set(word, [place]);
    }
  };
  const folders = new Set<string>();
  for (const path of files.paths) {
    if (/(?:^|\/)\./.test(path)) continue;
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
      put(folder, true);
    }
    put(path, false);
  }
  return places;
}

/** Words that say nothing about where something is. */
const empty = new Set([
  'and',
  'the',
  'for',
  'with',
  'all',
  'new',
  'from',
  'into',
  'src',
  'index',
  'main',
  'mod',
  'init',
  'readme',
]);

/** The words of a text or name in lower case and in the singular: `PaymentScripts`, `payment-scripts` → payment, script. */
function wordsOf(text: string): readonly string[] {
  const words = text.replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 ').toLowerCase();
  return words
    .split(/[^\p{L}\p{N}]/u)
    .map(singular)
    .filter((word) => word.length > 2 && word.length <= longestWord && !empty.has(word));
}

function singular(word: string): string {
  if (/[^s]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}
