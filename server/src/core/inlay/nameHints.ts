import { short } from '../hover/card.ts';
import type { DocumentFacts, Phase, Plan, Span, Stage, Status, Task } from '../model.ts';
import { meantBy } from '../navigate/known.ts';
import { type Name, namesIn } from '../navigate/names.ts';
import { statusWords } from '../plan/current.ts';
import type { Project } from '../project.ts';
import { keyOf } from '../read/unitName.ts';
import { lineAt, lineSpan, type Source } from '../source.ts';
import type { InlayHint } from './inlayHints.ts';

/** Longer titles are cut. UTF-16 units. */
const longestTitle = 40;

/**
 * Behind what points to a phase, stage or task stand its title and status, behind a mention its status, and where it is defined its status
 * when only another document says it. Once a line for each thing.
 */
export function nameHints(project: Project, plan: Plan, source: Source, within: Span): readonly InlayHint[] {
  const facts = project.facts(source.path);
  const said = new Set<string>();
  return namesIn(project, plan, source.path).flatMap((name): readonly InlayHint[] => {
    if (name.end < within.start || name.start > within.end || isSilent(name)) return [];
    const meant = meantBy(project, plan, name);
    const line = lineAt(source, name.start);
    const once = `${line} ${name.kind} ${name.key}`;
    if (!meant || said.has(once)) return [];
    said.add(once);
    const words = name.role === 'definition' ? statusElsewhere(name, meant, facts) : wordsOf(name, meant, lineText(source, line));
    return words === '' ? [] : [{ at: name.end, words }];
  });
}

/** Names that are part of something else: of a file, a tag, the id of a task. */
function isSilent({ role }: Name): boolean {
  return role === 'carried' || role === 'file' || role === 'tag';
}

type Meant = Phase | Stage | Task;

function wordsOf({ role }: Name, meant: Meant, line: string): string {
  const title = meant.title === null ? '' : short(meant.title, longestTitle);
  const isNew = role === 'reference' && !line.toLowerCase().includes((meant.title ?? '').toLowerCase());
  return [isNew ? title : '', statusOf(meant)].filter(Boolean).join(' · ');
}

/** The status of what is defined here, where this document says nothing of it. */
function statusElsewhere({ kind, id, key }: Name, meant: Meant, facts: DocumentFacts | undefined): string {
  if (!facts) return '';
  if (kind === 'task') {
    const own = facts.tasks.filter((task) => task.id?.toLowerCase() === id.toLowerCase());
    return own.some(({ statusText, markAt }) => statusText !== null || markAt !== null) ? '' : statusOf(meant);
  }
  if (kind === 'stage') return '';
  const own = facts.phases.filter((unit) => keyOf(unit.id) === key);
  return own.some(({ status, otherStatuses }) => status || otherStatuses.length > 0) ? '' : statusOf(meant);
}

function statusOf(meant: Meant): string {
  const status: Status = 'derived' in meant ? meant.derived : meant.status;
  return status === 'unknown' ? '' : statusWords[status];
}

function lineText(source: Source, line: number): string {
  const { start, end } = lineSpan(source, line);
  return source.text.slice(start, end);
}
