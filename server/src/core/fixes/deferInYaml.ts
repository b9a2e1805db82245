import type { Edit, Plan } from '../model.ts';
import type { Project } from '../project.ts';
import { normalKey } from '../read/yamlFields.ts';
import { phaseMap } from '../signoff/inYaml.ts';
import { lineAt } from '../source.ts';
import { yamlScalar } from '../yamlScalar.ts';
import type { Deferred } from './defer.ts';
import { linesBehind, lineText } from './lines.ts';
import { newTask } from './newTask.ts';
import { columnOf, isBlock, lastTextLine } from './yamlMaps.ts';

/** The same for a plan in YAML: an entry of `deferred:` in the item of the phase, and a task in that of the later one. */
export function deferInYaml(
  project: Project,
  plan: Plan,
  { what, task, from, to }: Deferred,
  why: string,
): readonly Edit[] | undefined {
  const item = phaseMap(project, from);
  const origin = task?.id ?? `phase ${from.id}`;
  const added = newTask(project, plan, to, `${what} (deferred from ${origin})`);
  if (!item || !added || !isBlock(item.map, item.source)) return undefined;
  const { source, map } = item;
  const entry = map.entries.find(({ key }) => /^deferred(?:_items|_tasks|_work)?$/.test(normalKey(key.text)));
  if (entry && entry.value.kind !== 'list') return undefined;
  const indent = ' '.repeat(columnOf(source, (entry ?? map.entries[0])?.key.whole.start ?? map.span.start));
  const last = entry?.value.kind === 'list' ? entry.value.items.at(-1) : undefined;
  const dash = last ? (/^\s*-\s+/.exec(lineText(source, lineAt(source, last.span.start)))?.[0] ?? '') : `${indent}  - `;
  if (dash === '') return undefined;
  const words = `${task?.id ? `${task.id} ` : ''}${what}: ${why === '' ? 'why later' : why}`;
  const lines = [
    ...(entry ? [] : [`${indent}deferred:`]),
    `${dash}task: ${yamlScalar(words)}`,
    `${' '.repeat(dash.length)}to: ${yamlScalar(to.id)}`,
  ];
  const end = entry ? entry.value.span.end : map.span.end;
  return [linesBehind(source, lastTextLine(source, lineAt(source, Math.max(0, end - 1))), lines), added.edit];
}
