import type { Edit, Phase, Plan, Task } from '../model.ts';
import { isFinished } from '../plan/current.ts';
import type { Project } from '../project.ts';
import { readBlocks } from '../read/blocks.ts';
import type { Heading, Item } from '../read/blockTypes.ts';
import { isEmptyMark } from '../read/gates.ts';
import { topicOfHeading } from '../read/vocabulary.ts';
import { lineAt, type Source } from '../source.ts';
import { linesBehind, lineText } from './lines.ts';
import { newTask } from './newTask.ts';
import { lastLineOf, type Section, sectionOf } from './section.ts';
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
  const waiting = emptySection(section);
  if (waiting) return fillSection(section.source, waiting, entry);
  const heading = `${'#'.repeat(Math.min(6, section.level + 1))} Deferred`;
  return linesBehind(section.source, section.last, ['', heading, '', joined('- ', entry)]);
}

/** A section for deferred work in which nothing stands yet, or only a mark that there is none. */
function emptySection({
  source,
  first,
  last,
}: Section): { readonly heading: Heading; readonly mark: Item | undefined } | undefined {
  const blocks = readBlocks(source).filter(({ start }) => {
    const line = lineAt(source, start);
    return line >= first && line <= last;
  });
  const at = blocks.findIndex((block) => block.type === 'heading' && topicOfHeading(block.text.text)?.role === 'deferred');
  const heading = blocks[at];
  const next = blocks[at + 1];
  const mark = next?.type === 'item' && isEmptyMark(next.text.text) ? next : undefined;
  return heading?.type === 'heading' ? { heading, mark } : undefined;
}

function fillSection(
  source: Source,
  { heading, mark }: { readonly heading: Heading; readonly mark: Item | undefined },
  entry: Wording,
): Edit {
  const words = mark?.text.lines[0];
  if (words) return { path: source.path, start: words.start, end: words.end, ...entry };
  return linesBehind(source, lineAt(source, heading.start), ['', joined('- ', entry)]);
}

function withPrompt(edit: Edit): Edit {
  return edit.stops ? { ...edit, stops: edit.stops.map((stop) => ({ ...stop, prompt: rationalePrompt })) } : edit;
}
