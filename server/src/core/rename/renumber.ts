import type { Edit, Plan } from '../model.ts';
import { documentsOf, type Name, namesIn } from '../navigate/names.ts';
import { vocabularyOf } from '../navigate/vocabulary.ts';
import type { Project } from '../project.ts';
import type { Refusal } from '../refusal.ts';
import type { Move } from '../renamePaths.ts';
import { withAnchors } from './anchors.ts';
import { movesOf } from './moves.ts';
import { type Numbering, writtenLike } from './numbering.ts';

/** What gives phases other numbers. */
export interface Renumbering {
  /** In no order; none meets another. */
  readonly edits: readonly Edit[];
  /** Documents whose names carry a number, in an order in which none stands in the way of another. */
  readonly moves: readonly Move[];
  /** What a person has to know or do besides, as sentences. */
  readonly warnings: readonly string[];
}

/**
 * Gives phases of a plan other numbers, wherever they are named: headings, tables, lists, values, diagrams, ids of tasks that carry the
 * number, names of documents and links to them. Evidence and Git tags keep their names: they speak of what was.
 */
export function renumber(project: Project, plan: Plan, numbering: Numbering): Renumbering | Refusal {
  const moves = movesOf(project, plan, numbering);
  if ('refused' in moves) return moves;
  const moved = new Set(moves.map(({ from }) => from));
  const staying = new Set([...project.sources.keys()].filter((path) => !moved.has(path)).map((path) => path.split('/').at(-1)));
  const warnings = new Set<string>();
  const edits: Edit[] = [];
  for (const path of documentsOf(project, plan)) {
    const source = project.sources.get(path);
    if (!source) continue;
    for (const name of namesIn(project, plan, path)) {
      if (name.kind !== 'phase') continue;
      const raw = source.text.slice(name.start, name.end);
      const id = numbering(name.id);
      // A link to a document that does not move leads where it led; one to a document that is still to come follows its phase.
      if (id === undefined || (name.role === 'file' && staying.has(fileAround(source.text, name)))) continue;
      const tag = name.role === 'tag' ? project.settings.tag.replace('{n}', raw) : undefined;
      if (tag !== undefined && project.tags?.includes(tag)) continue;
      edits.push({ path, start: name.start, end: name.end, text: writtenLike(raw, id) });
    }
  }
  const clash = clashOf(project, plan, numbering);
  if (clash) return { refused: clash };
  for (const phase of plan.phases) {
    if (phase.tag !== null && numbering(phase.id) !== undefined)
      warnings.add(
        `The Git tag \`${phase.tag}\` keeps its name: after this it says that another phase has passed. Tag what was phase ${phase.id} anew as \`${project.settings.tag.replace('{n}', numbering(phase.id) ?? '')}\`.`,
      );
  }
  const stays = plan.phases.filter(
    ({ id, evidence }) => numbering(id) !== undefined && evidence.some(({ value }) => hasNumber(value, id)),
  );
  if (stays.length > 0)
    warnings.add(
      `Evidence stays where it is, also in folders that carry an old number (phase ${stays.map(({ id }) => id).join(', ')} until now).`,
    );
  return { edits: withAnchors(project, plan, edits), moves, warnings: [...warnings] };
}

/** The name of the file that a number is part of. */
function fileAround(text: string, { start, end }: Name): string {
  let from = start;
  while (/[\w.-]/.test(text[from - 1] ?? '')) from -= 1;
  return text.slice(from, end) + (/^[\w.-]{0,80}/.exec(text.slice(end, end + 80))?.[0] ?? '').replace(/\.$/, '');
}

function hasNumber(value: string, id: string): boolean {
  return /phase[-_]?\d/i.test(value) && value.includes(id);
}

/** Tasks whose new id another task has already. */
function clashOf(project: Project, plan: Plan, numbering: Numbering): string | undefined {
  const { tasks } = vocabularyOf(project, plan);
  const kept = new Set<string>();
  const changed = new Map<string, string>();
  for (const path of plan.documents) {
    const text = project.sources.get(path)?.text ?? '';
    const names = namesIn(project, plan, path);
    for (const [index, name] of names.entries()) {
      if (name.kind !== 'task' || name.role !== 'definition') continue;
      const number = names[index + 1];
      const id = number?.role === 'carried' && number.start < name.end ? numbering(number.id) : undefined;
      if (!number || id === undefined) kept.add(name.key);
      else {
        const raw = text.slice(number.start, number.end);
        changed.set(name.key, text.slice(name.start, number.start) + writtenLike(raw, id) + text.slice(number.end, name.end));
      }
    }
  }
  for (const [old, id] of changed)
    if (kept.has(id) && tasks.has(id)) return `Task ${old} would become ${id}, which another task is called.`;
  return undefined;
}
