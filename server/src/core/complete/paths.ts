import type { FileIndex } from '../files.ts';
import { type Asked, type Completion, into, type Slot, typedIn } from './completion.ts';

/** More names of one folder help nobody. */
const mostNames = 300;

/** What stands in the folder that is being written, folders first, and `**` for all of it. */
export function offerPaths(asked: Asked, slot: Slot): readonly Completion[] {
  const { files } = asked.project;
  if (!files) return [];
  const [folder, last] = split(typedIn(slot, asked));
  const start = folder === '' ? '' : `${folder}/`;
  const inside: Slot = { ...slot, at: { start: slot.at.start + last, end: slot.at.end } };
  const names = files.children(folder).map((name) => ({ name, count: countOf(files, start + name) }));
  const all = files.below(start).length;
  const everything: readonly Completion[] =
    all === 0 || folder === '' || slot.wants === 'evidence'
      ? []
      : [{ label: '**', kind: 'glob', detail: `everything below ${folder} · ${counted(all)}`, edit: into(inside, asked, '**') }];
  const folders = names.filter(({ count }) => count > 0).map(({ name, count }) => toFolder(name, count, inside, asked));
  const single = names.filter(({ count }) => count === 0).map(({ name }) => toFile(name, start + name, inside, asked));
  return [...everything, ...[...folders, ...single].slice(0, mostNames)];
}

function toFolder(name: string, count: number, slot: Slot, asked: Asked): Completion {
  const edit = into(slot, asked, `${name}/`);
  return { label: `${name}/`, kind: 'folder', detail: counted(count), edit, more: true };
}

function toFile(name: string, path: string, slot: Slot, asked: Asked): Completion {
  return { label: name, kind: 'file', detail: path, edit: into(slot, asked, name) };
}

/** The folder that is written in full, and where the name behind it begins. */
function split(typed: string): readonly [folder: string, last: number] {
  const dots = /^(?:\.\/)+/.exec(typed)?.[0].length ?? 0;
  const slash = typed.lastIndexOf('/');
  return slash < dots ? ['', dots] : [typed.slice(dots, slash), slash + 1];
}

/** How many files a name has below it; none for a file. */
function countOf(files: FileIndex, path: string): number {
  return files.below(`${path}/`).length;
}

export function counted(files: number): string {
  return files === 1 ? '1 file' : `${files} files`;
}
