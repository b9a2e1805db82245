import type { Edit, Phase, Plan, Task } from '../model.ts';
import { isFinished } from '../plan/current.ts';
import type { Project } from '../project.ts';
import { lineAt } from '../source.ts';
import { linesBehind, lineText } from './lines.ts';
import { newTask } from './newTask.ts';
import { lastLineOf, sectionOf } from './section.ts';
import { joined, type Wording } from './wording.ts';

/** Work that moves to a later phase. */
export interface Deferred {
  /** What is to be done, in one line: "Change src/market/stall.ts". */
  readonly what: string;
  /** The task it was until now, or null. */
  readonly task: Task | null;
  readonly from: Phase;
  readonly to: Phase;
}

/** What a surface asks for where nobody types into the document itself. */
export const rationalePrompt = 'Why later, and not in this phase?';

/**
 * The edits that move work to a later phase, both linked by their ids: an entry with a rationale under "Deferred" of the phase it leaves,
 * and a new task in the phase it goes to, each in the form that the plan uses. The rationale is left to a person. Undefined where the plan
 * has no place for one of them.
 */
export function defer(project: Project, plan: Plan, { what, task, from, to }: Deferred): readonly Edit[] | undefined {
  const origin = task?.id ?? `phase ${from.id}`;
  const added = newTask(project, plan, to, `${what} (deferred from ${origin})`);
  if (!added) return undefined;
  const name = task?.id ? `${task.id} ${what}` : what;
  const target = added.id === null ? `phase ${to.id}` : `phase ${to.id} as ${added.id}`;
  const entry = joined(`${name} → ${target}: `, { text: 'why later', stops: [{ start: 0, end: 9 }] });
  const record = deferredEntry(project, from, entry);
  return record && [withPrompt(record), added.edit];
}

/** The phase to which work of one phase goes: the one that owns it, else the next that is not finished. */
export function laterPhase(plan: Plan, from: Phase, owner: string | null): Phase | undefined {
  const at = plan.phases.indexOf(from);
  const later = plan.phases.slice(at + 1).filter((phase) => !isFinished(phase));
  return later.find((phase) => phase.id === owner) ?? later[0];
}

function deferredEntry(project: Project, from: Phase, entry: Wording): Edit | undefined {
  const last = from.deferred.at(-1);
  const source = last && project.sources.get(last.at.path);
  if (last && source) {
    const line = lineAt(source, last.at.start);
    const lead = /^(?:[ \t]|>){0,40}(?:[-*+]|\d{1,4}[.)])[ \t]+(?:\[[^\]]?\][ \t]+)?/.exec(lineText(source, line))?.[0];
    if (lead)
      return linesBehind(source, lastLineOf(source, last.at.start, last.at.end), [
        joined(lead.replace(/\[[^\]]\]/, '[ ]'), entry),
      ]);
  }
  const section = sectionOf(project, from);
  if (!section) return undefined;
  const heading = `${'#'.repeat(Math.min(6, section.level + 1))} Deferred`;
  return linesBehind(section.source, section.last, ['', heading, '', joined('- ', entry)]);
}

function withPrompt(edit: Edit): Edit {
  return edit.stops ? { ...edit, stops: edit.stops.map((stop) => ({ ...stop, prompt: rationalePrompt })) } : edit;
}
