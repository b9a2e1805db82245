import { dropEnd } from '../read/text.ts';
import { keyOf } from '../read/unitName.ts';
import { type Asked, type Completion, into, type Slot, typedIn } from './completion.ts';
import { offerPaths } from './paths.ts';

/** More files of the evidence folder than these are left to the names of folders. */
const mostFiles = 50;

/** Files that may prove something: those of the evidence folder first, of the phase before others, then the folders of the repository. */
export function offerEvidence(asked: Asked, slot: Slot): readonly Completion[] {
  const { files, settings } = asked.project;
  if (!files) return [];
  const folder = dropEnd(settings.evidence.folder, /\//);
  const typed = typedIn(slot, asked);
  const kept = files.below(`${folder}/`);
  const fits = kept.filter((path) => relative(path, slot.from).startsWith(typed));
  const phase = slot.about?.kind === 'phase' ? slot.about.id : (slot.about?.phase ?? null);
  const isNear = (path: string) => phase !== null && speaksOf(path.slice(folder.length), phase);
  const ranked = [...fits.filter(isNear), ...fits.filter((path) => !isNear(path))].slice(0, mostFiles);
  const items = ranked.map((path): Completion => {
    const words = relative(path, slot.from);
    const detail = isNear(path) ? `evidence of phase ${phase}` : `in ${folder}`;
    return { label: words, kind: 'file', detail, edit: into(slot, asked, words) };
  });
  // Behind a slash the folder is what counts, and the target of a link is not relative to the repository.
  return slot.from === undefined ? [...items, ...offerPaths(asked, slot)] : items;
}

/** Whether a path below the evidence folder names a phase: `phase-2/seats.txt`, `2/seats.txt`, `p2-seats.txt`. */
function speaksOf(path: string, phase: string): boolean {
  return path.split(/[/_.]|-(?=\D)/).some((part) => /\d/.test(part) && keyOf(part) === keyOf(phase));
}

/** A path as it is written in a document of another folder. @param from that folder; undefined for the root of the repository */
function relative(path: string, from: string | undefined): string {
  if (from === undefined) return path;
  const [own, other] = [from === '' ? [] : from.split('/'), path.split('/')];
  let same = 0;
  while (same < own.length && same < other.length - 1 && own[same] === other[same]) same += 1;
  return [...own.slice(same).map(() => '..'), ...other.slice(same)].join('/');
}
