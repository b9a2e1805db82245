import type { DocumentFacts, Edit, Finding, Fix, Gate, Task } from '../model.ts';
import { freeId } from '../plan/taskIds.ts';
import type { Project } from '../project.ts';
import { lineAt, type Source } from '../source.ts';
import type { Condition } from './conditionAt.ts';
import { fitted } from './fitted.ts';
import { firstOutcome } from './gateForm.ts';
import { headingLevel, lastLineBelow, linesBehind, lineText } from './lines.ts';
import { taskInYaml } from './yamlTasks.ts';

/**
 * A condition that orders work becomes a task of its phase, written as the tasks beside it, or in a new list that looks like those of
 * other phases; an outcome to fill in stays in its place.
 */
export function moveToTasks(
  project: Project,
  { rule }: Finding,
  condition: Condition,
  source: Source,
  facts: DocumentFacts,
): readonly Fix[] {
  if (rule !== 'gate/task-not-outcome') return [];
  const { gate, item } = condition;
  const words = item.text.replace(/[.;]$/, '');
  const task = /\.ya?ml$/i.test(source.path)
    ? taskInYaml(source, condition, words, facts)
    : taskInMarkdown(source, gate, words, facts);
  if (!task) return [];
  const outcome = fitted({ path: source.path, ...item.textAt, ...firstOutcome(project) }, item.textAt, source);
  return [{ title: 'Make it a task, and state its outcome here', edits: [task, outcome].sort((a, b) => a.start - b.start) }];
}

function taskInMarkdown(source: Source, gate: Gate, words: string, facts: DocumentFacts): Edit | undefined {
  const own = facts.tasks.filter((task) => task.phase === gate.phase && task.stage === gate.stage && task.form !== 'yaml');
  const last = own.at(-1);
  if (last?.form === 'row') return linesBehind(source, lineAt(source, last.at.start), [rowLike(last, words, source, facts)]);
  if (last)
    return linesBehind(source, lastLineBelow(source, lineAt(source, last.at.start)), [itemLike(last, words, source, facts)]);
  return newList(source, gate, words, facts);
}

/** A line like that of another task: marker, open box, the next id. */
function itemLike(task: Task, words: string, source: Source, facts: DocumentFacts): string {
  const line = lineText(source, lineAt(source, task.at.start));
  const [, indent = '', marker = '- ', box = '', rest = ''] =
    /^([\s>]*)((?:[-*+]|\d{1,3}[.)])\s{1,9})?(\[[^\]]?\]\s{1,9}|[☐☑☒⬜✅]\s{0,9})?(.*)/su.exec(line) ?? [];
  const next = marker.replace(/^\d+/, (number) => String(Number(number) + 1));
  return indent + next + box.replace(/\[.?\]/, '[ ]').replace(/[☑☒✅]/u, '☐') + nextId(task, rest, facts) + words;
}

/** The id that follows, with the marks around it; empty where tasks have none. */
function nextId({ id }: Task, rest: string, { tasks }: DocumentFacts): string {
  const at = id === null ? -1 : rest.indexOf(id);
  if (id === null || at < 0 || at > 4) return '';
  const marks = /^[`*_\]]{0,3}[:.)\]]?[*_]{0,2}\s*(?:[—–:-]\s+)?/.exec(rest.slice(at + id.length))?.[0] ?? ' ';
  return rest.slice(0, at) + freeId(id, tasks) + marks;
}

/** A row like that of another task: the next id, the words, a status of work to come. */
function rowLike(task: Task, words: string, source: Source, { tasks }: DocumentFacts): string {
  const planned = tasks.find(({ form, status }) => form === 'row' && status === 'planned')?.statusText ?? 'Todo';
  const cells = lineText(source, lineAt(source, task.at.start)).split('|');
  return cells
    .map((cell, index) => {
      const text = cell.replace(/[*_`~]/g, '').trim();
      if ((index === 0 || index === cells.length - 1) && text === '') return cell;
      if (text === task.id) return ` ${freeId(text, tasks)} `;
      if (text === task.title.replace(/[*_`~]/g, '').trim()) return ` ${words.replaceAll('|', '\\|')} `;
      return text !== '' && text === task.statusText ? ` ${planned} ` : '  ';
    })
    .join('|');
}

/** A list of tasks in front of the gate, announced as in another phase. */
function newList(source: Source, gate: Gate, words: string, facts: DocumentFacts): Edit {
  const number = lineAt(source, gate.at.start);
  const level = headingLevel(lineText(source, number));
  const sample = facts.tasks.find((task) => task.form === 'item');
  const above = sample ? announcementOf(sample, source, facts) : { line: level > 0 ? '# Tasks' : '**Tasks:**', blank: level > 0 };
  const announced = above
    ? [above.line.replace(/^#+/, '#'.repeat(level || headingLevel(above.line))), ...(above.blank ? [''] : [])]
    : [];
  const task = sample ? itemLike(sample, words, source, facts) : `- [ ] ${words}`;
  const gap = lineText(source, number - 1).trim() === '' ? [] : [''];
  return linesBehind(source, number - 1, [...gap, ...announced, task, '']);
}

/** The heading or label above the first task of a phase; undefined where that is the heading of the phase itself. */
function announcementOf(
  task: Task,
  source: Source,
  { phases, stages }: DocumentFacts,
): { line: string; blank: boolean } | undefined {
  let line = lineAt(source, task.at.start) - 1;
  while (line > 0 && /^\s*$|^[\s>]*(?:[-*+]|\d{1,3}[.)])\s|^\s{2,}/.test(lineText(source, line))) line -= 1;
  const text = lineText(source, line);
  const isUnit = [...phases, ...stages].some(({ at }) => lineAt(source, at.start) === line);
  if (isUnit || !(headingLevel(text) > 0 || /^\*\*[^*]{1,60}\*\*:?\s*$|^[^:]{1,60}:\s*$/.test(text))) return undefined;
  return { line: text.trimEnd(), blank: lineText(source, line + 1).trim() === '' };
}
