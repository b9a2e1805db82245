import type { Edit, Phase, Plan, Task } from '../model.ts';
import { tasksOf } from '../plan/current.ts';
import { newTaskId } from '../plan/taskIds.ts';
import type { Project } from '../project.ts';
import { lineAt, type Source } from '../source.ts';
import { yamlScalar } from '../yamlScalar.ts';
import { lastLineBelow, linesBehind, lineText } from './lines.ts';
import { sectionOf } from './section.ts';

/** A task that is to be written, and the edit that writes it. */
export interface NewTask {
  readonly id: string | null;
  readonly edit: Edit;
}

/**
 * Adds a task to a phase, where the plan keeps its tasks and as it writes them: an entry of the task register, else an item of the phase's
 * list, else a list of its own at the end of the phase's section. Undefined where there is no place for one.
 * @param title one line
 */
export function newTask(project: Project, plan: Plan, phase: Phase, title: string): NewTask | undefined {
  const all = [...plan.tasks, ...plan.stages.flatMap((stage) => stage.tasks), ...plan.phases.flatMap((one) => [...tasksOf(one)])];
  const id = newTaskId(all, phase.id);
  const register = all.filter(({ form }) => form === 'yaml');
  const own = tasksOf(phase);
  const like = own.findLast(({ form }) => form === 'yaml') ?? register.at(-1) ?? own.findLast(({ form }) => form === 'item');
  const source = like && project.sources.get(like.at.path);
  if (like && source) {
    const edit = like.form === 'yaml' ? inRegister(source, like, register, phase, id, title) : inList(source, like, id, title);
    if (edit) return { id, edit };
  }
  const place = sectionOf(project, phase);
  if (!place) return undefined;
  const heading = `${'#'.repeat(Math.min(6, place.level + 1))} Tasks`;
  const lines = ['', heading, '', `- [ ] ${id === null ? '' : `${id} `}${title}`];
  return { id, edit: linesBehind(place.source, place.last, lines) };
}

/** An open item like another one: its indentation, marker and box. */
function inList(source: Source, like: Task, id: string | null, title: string): Edit | undefined {
  const line = lineAt(source, like.at.start);
  const lead = /^((?:[ \t]|>){0,40}(?:[-*+]|\d{1,4}[.)])[ \t]+)(\[[^\]]?\][ \t]+)?/.exec(lineText(source, line));
  if (!lead) return undefined;
  const named = id === null ? '' : lineText(source, line).includes(`**${like.id}**`) ? `**${id}** ` : `${id} `;
  return linesBehind(source, lastLineBelow(source, line), [`${counted(lead[1] ?? '')}${lead[2] ? '[ ] ' : ''}${named}${title}`]);
}

/** `3. ` after `2. `. */
function counted(lead: string): string {
  return lead.replace(/\d+/, (number) => String(Number(number) + 1));
}

/** An entry with the keys of another one, in its order and indentation, that say what the new task is; all other keys are left out. */
function inRegister(
  source: Source,
  like: Task,
  register: readonly Task[],
  phase: Phase,
  id: string | null,
  title: string,
): Edit | undefined {
  const first = lineAt(source, like.at.start);
  const dash = /^([ \t]{0,40})-[ \t]+(?=[\w-]+:)/.exec(lineText(source, first));
  if (!dash) return undefined;
  const last = lastLineBelow(source, first);
  const open = register.find((task) => task.at.path === source.path && task.status === 'planned' && task.statusText !== null);
  const values: Record<string, string | null> = {
    id,
    phase: phase.id,
    title,
    status: open?.statusText ?? 'todo',
  };
  const lines: string[] = [];
  const indent = ' '.repeat(dash[0].length);
  for (let line = first; line <= last; line += 1) {
    const text = lineText(source, line);
    const key = /^[ \t]*(?:-[ \t]+)?([\w-]+):/.exec(text)?.[1];
    const kind = key && kindOf(key, like, source, line);
    const value = kind ? values[kind] : undefined;
    if (!key || value === undefined || value === null || text.search(/\S/) > indent.length) continue;
    lines.push(`${lines.length === 0 ? dash[0] : indent}${key}: ${yamlScalar(value)}`);
    if (kind) values[kind] = null;
  }
  return lines.length > 0 && values.title === null ? linesBehind(source, last, lines) : undefined;
}

/** What a key of an entry says: by the place of what was read from it, or by its name. */
function kindOf(key: string, like: Task, source: Source, line: number): 'id' | 'phase' | 'title' | 'status' | undefined {
  const here = (at: { readonly start: number } | null | undefined) => at && lineAt(source, at.start) === line;
  if (here(like.statusAt)) return 'status';
  if (/^(?:title|name|task|summary|description)$/i.test(key)) return 'title';
  if (here(like.idAt)) return 'id';
  return here(like.phaseAt) && /phase|wave|milestone|sprint|epic/i.test(key) ? 'phase' : undefined;
}
