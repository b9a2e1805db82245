import { applyEdits } from '../fixes/edits.ts';
import type { Plan } from '../model.ts';
import { numberOfFile } from '../navigate/vocabulary.ts';
import { sortById } from '../plan/order.ts';
import type { Project } from '../project.ts';
import { keyOf } from '../read/unitName.ts';
import type { Refusal } from '../refusal.ts';
import { lineEndOf } from '../source.ts';
import { newEntries } from './newEntries.ts';
import type { NewPhase } from './newPhase.ts';
import { newSection } from './newSection.ts';
import { majorOf, makingRoom, type Numbering, withMajor, writtenLike } from './numbering.ts';
import { type Renumbering, renumber } from './renumber.ts';

/** A new phase with what makes room for it. */
export interface Insertion extends Renumbering {
  /** The number of the new phase. */
  readonly phase: string;
  /** Its own document, once all others have moved: the path may be that of another one until then. */
  readonly page: { readonly path: string; readonly text: string } | null;
}

/**
 * Puts a new phase behind another one: later phases move up by one where its number is taken, and the new phase is written in the form the
 * plan uses (section, rows, entries, a document of its own), with words that say what is to be filled in.
 * @param after the phase before it; null for the first place
 */
export function insertPhase(project: Project, plan: Plan, after: string | null, title: string): Insertion | Refusal {
  const numbered = sortById(plan.phases.filter(({ id }) => majorOf(id) !== undefined));
  const like = after === null ? numbered[0] : plan.phases.find(({ id }) => keyOf(id) === keyOf(after));
  if (after !== null && !like) return { refused: `There is no phase ${after} in this plan.` };
  const major = like && majorOf(like.id);
  if (!like || major === undefined)
    return { refused: 'The phases of this plan have no numbers: write the new one where it belongs.' };
  if (/[\r\n|]/.test(title) || title.trim() === '') return { refused: 'A title is one line of words without “|”.' };
  const number = after === null ? major : major + 1;
  const id = withMajor(/^[A-Za-z]$/.test(like.id) ? like.id : '0', number);
  if (id === undefined) return { refused: `There is no letter behind ${like.id}.` };
  const isTaken = numbered.some((one) => majorOf(one.id) === number);
  const numbering: Numbering = isTaken ? makingRoom(like.id, number) : () => undefined;
  const room = renumber(project, plan, numbering);
  if ('refused' in room) return room;
  const phase: NewPhase = { id, title: title.trim(), after: after === null ? null : like.id, like: like.id };
  const entries = plan.documents.flatMap((path) => newEntries(project, plan, path, phase));
  const page = newDocument(project, plan, phase, room);
  if (entries.length === 0 && !page)
    return { refused: `Phase ${like.id} has no section, row or document after which a new one could be written.` };
  const result = { ...room, edits: [...room.edits, ...entries], phase: id, page };
  return isComplete(project, plan, result, numbering, id)
    ? result
    : { refused: 'The plan would be read differently with this phase; nothing was changed.' };
}

/** A document for the new phase, where the phase before it has one. */
function newDocument(project: Project, plan: Plan, phase: NewPhase, { moves }: Renumbering): Insertion['page'] {
  for (const path of plan.documents) {
    const facts = project.facts(path);
    const source = project.sources.get(path);
    const raw = numberOfFile(path);
    const [unit] = facts?.phases ?? [];
    if (!facts || !source || !unit || raw === undefined || facts.kind !== 'phase-doc' || keyOf(unit.id) !== keyOf(phase.like))
      continue;
    if (keyOf(raw) !== keyOf(phase.like) || unit.form !== 'heading') continue;
    const name = path.split('/').at(-1) ?? path;
    const at = path.length - name.length + name.lastIndexOf(raw);
    const ending = /\.\w+$/.exec(path)?.[0] ?? '';
    const tail = /^[-_ ]/.exec(path.slice(at + raw.length))?.[0];
    const to = `${path.slice(0, at)}${writtenLike(raw, phase.id)}${tail === undefined ? '' : tail + slug(phase.title, tail)}${ending}`;
    const isThere = project.sources.has(to) && !moves.some(({ from }) => from === to);
    if (isThere) return null;
    const text = newSection(project, plan, source, facts, unit, phase).join(lineEndOf(source));
    return { path: to, text };
  }
  return null;
}

function slug(title: string, dash: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, dash)
    .slice(0, 60);
}

/** Whether every phase is still there under its number, and the new one with them. */
function isComplete(project: Project, plan: Plan, { edits, moves, page }: Insertion, numbering: Numbering, id: string): boolean {
  const texts = new Map(plan.documents.map((path) => [path, applyEdits(path, project.sources.get(path)?.text ?? '', edits)]));
  const moved = new Map(
    [...texts].map(([path, text]) => [moves.reduce((at, { from, to }) => (at === from ? to : at), path), text]),
  );
  if (page) moved.set(page.path, page.text);
  const after = project.without(texts.keys()).with([...moved].map(([path, text]) => ({ path, text })));
  const wanted = [...plan.phases.map((phase) => keyOf(numbering(phase.id) ?? phase.id)), keyOf(id)].sort();
  const [first = ''] = plan.documents;
  const home = moves.reduce((at, { from, to }) => (at === from ? to : at), first);
  const found = after.plans.find((one) => one.documents.includes(home))?.phases.map((phase) => keyOf(phase.id)) ?? [];
  return new Set(found).size === new Set(wanted).size && wanted.every((key) => found.includes(key));
}
