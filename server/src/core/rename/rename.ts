import type { Edit, Place } from '../model.ts';
import { type FoundName, nameAt, sameNames, titleAt } from '../navigate/find.ts';
import { namesOf } from '../navigate/names.ts';
import type { Project } from '../project.ts';
import { keyOf, minorWords, phaseWords, stageWords, toId } from '../read/unitName.ts';
import type { Refusal } from '../refusal.ts';
import { lineAt } from '../source.ts';
import { yamlScalar } from '../yamlScalar.ts';
import { withAnchors } from './anchors.ts';
import { renaming, writtenLike } from './numbering.ts';
import { type Renumbering, renumber } from './renumber.ts';
import { titleOf, titlePlaces } from './titles.ts';
import { misread } from './verify.ts';

/** What can be renamed at a place: the words an editor offers to change. */
export interface Renamable {
  readonly at: Place;
  readonly text: string;
}

/** "Phase 3" says no more than 3. */
const unitWord = new RegExp(`^(?:${phaseWords}|${stageWords}|${minorWords})[ _-]{0,3}#?(?=\\d|\\p{L})`, 'iu');

const nothing: Refusal = {
  refused: 'Put the cursor on the number of a phase or stage, on its title, or on the id of a task.',
};

/** What stands under the cursor that has a name: the number of a phase or stage, its title, the id of a task. */
export function renamableAt(project: Project, path: string, offset: number): Renamable | Refusal {
  const title = titleUnder(project, path, offset);
  const at = title ? title.at : nameAt(project, path, offset)?.name;
  const text = project.sources.get(path)?.text;
  if (!at || text === undefined) return nothing;
  return { at: { path, start: at.start, end: at.end }, text: text.slice(at.start, at.end) };
}

/** Gives what stands under the cursor another name, everywhere in its plan; or says why not. */
export function rename(project: Project, path: string, offset: number, wanted: string): Renumbering | Refusal {
  const words = wanted.trim();
  const title = titleUnder(project, path, offset);
  if (title) return renameTitle(project, title.found, title.title, words);
  const found = nameAt(project, path, offset);
  if (!found) return nothing;
  if (found.name.kind === 'task') return renameTask(project, found, words);
  return found.name.kind === 'phase' ? renamePhase(project, found, words) : renameStage(project, found, words);
}

function titleUnder(project: Project, path: string, offset: number) {
  const found = titleAt(project, path, offset);
  const title = found && titleOf(found.plan, found.name);
  if (!found || !title) return undefined;
  const at = titlePlaces(project, found.plan, found.name, title).find(
    (one) => one.path === path && one.start <= offset && offset <= one.end,
  );
  return at && { found, title, at };
}

function renameTitle(project: Project, { plan, name }: FoundName, old: string, title: string): Renumbering | Refusal {
  if (title === '' || /[\r\n|]/.test(title)) return { refused: 'A title is one line of words without “|”.' };
  const edits = titlePlaces(project, plan, name, old).map(
    (place): Edit => ({ ...place, text: inYaml(project, place, title) ?? title }),
  );
  if (edits.some(({ text }) => text === ''))
    return { refused: 'In a YAML text this title would have to be quoted; leave out “:” and “#”.' };
  return { edits: withAnchors(project, plan, edits), moves: [], warnings: [] };
}

/** The title as it has to stand in a YAML text; undefined elsewhere, empty where it cannot stand there. */
function inYaml(project: Project, { path, start, end }: Place, title: string): string | undefined {
  if (!/\.ya?ml$/i.test(path)) return undefined;
  const text = project.sources.get(path)?.text ?? '';
  const whole =
    /:[ \t]+$/.test(text.slice(Math.max(0, start - 20), start)) && /^[ \t]*(?:$|\r?\n|#)/.test(text.slice(end, end + 20));
  if (whole) return yamlScalar(title);
  return /^[^:#"'\\[\]{},&*!|>%@`]+$/.test(title) ? title : '';
}

function renamePhase(project: Project, { plan, name }: FoundName, words: string): Renumbering | Refusal {
  const id = toId(words.replace(unitWord, ''));
  if (!/^(?:(?:pre|post)-)?[A-Za-z0-9]+(?:\.\d{1,3}){0,3}[A-Za-z]?$/.test(id) || id.length > 12)
    return { refused: 'A phase is numbered as in 3, 2A, 1.3 or post-11.' };
  if (keyOf(id) !== name.key) {
    const taken = namesOf(project, plan).find((one) => one.kind === 'phase' && one.key === keyOf(id) && one.role !== 'tag');
    if (taken?.role === 'definition')
      return { refused: `There is a phase ${id} already (${where(project, taken)}). To move phases up and down, renumber them.` };
    if (taken) return { refused: `Phase ${id} is spoken of already (${where(project, taken)}).` };
  }
  const result = renumber(project, plan, renaming(name.id, id));
  if ('refused' in result) return result;
  if (misread(project, plan, result, renaming(name.id, id)))
    return { refused: `“${words}” would not be read as the number of a phase here.` };
  return result;
}

function renameStage(project: Project, { plan, name }: FoundName, words: string): Renumbering | Refusal {
  const id = toId(words.replace(unitWord, ''));
  if (!/^\d{1,3}(?:\.\d{1,3}){0,2}[A-Za-z]?$/.test(id)) return { refused: 'A stage is numbered as in 4, 4a or 1.3.' };
  const key = `${name.key.split('/')[0]}/${keyOf(id)}`;
  const taken = key === name.key ? undefined : namesOf(project, plan).find((one) => one.kind === 'stage' && one.key === key);
  if (taken) return { refused: `There is a stage ${id} already (${where(project, taken)}).` };
  const edits = sameNames(project, { plan, name }).map(
    ({ path, start, end }): Edit => ({
      path,
      start,
      end,
      text: writtenLike(project.sources.get(path)?.text.slice(start, end) ?? '', id),
    }),
  );
  return { edits: withAnchors(project, plan, edits), moves: [], warnings: [] };
}

function renameTask(project: Project, { plan, name }: FoundName, id: string): Renumbering | Refusal {
  if (!/^[\w.-]{1,40}$/.test(id) || !/\d/.test(id))
    return { refused: 'The id of a task is one word with a number in it, as T2-004.' };
  const taken = namesOf(project, plan).find(
    (one) => one.kind === 'task' && one.id === id && (/[a-z]/i.test(id) || one.path === name.path),
  );
  if (taken && taken.key !== name.key) return { refused: `There is a task ${id} already (${where(project, taken)}).` };
  const edits = sameNames(project, { plan, name }).map(({ path, start, end }): Edit => ({ path, start, end, text: id }));
  const result = { edits, moves: [], warnings: [] };
  if (misread(project, plan, result, () => undefined)) return { refused: `“${id}” would not be read as the id of a task here.` };
  return result;
}

function where(project: Project, { path, start }: Place): string {
  const source = project.sources.get(path);
  return source ? `${path}:${lineAt(source, start) + 1}` : path;
}
