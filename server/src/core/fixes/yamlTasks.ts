import type { DocumentFacts, Edit } from '../model.ts';
import { freeId } from '../plan/taskIds.ts';
import { readYaml } from '../read/yamlText.ts';
import { lineAt, type Source } from '../source.ts';
import type { YamlMap } from '../yaml.ts';
import type { Condition } from './conditionAt.ts';
import { linesBehind, lineText } from './lines.ts';
import { wording } from './wording.ts';
import { columnOf, isBlock, lastTextLine, mapsIn } from './yamlMaps.ts';
import { yamlValue } from './yamlScalars.ts';

/** A task beside the gate of a YAML document: the next one of the list `tasks`, with the keys of the last one, or the first of a new list. */
export function taskInYaml(source: Source, { gate }: Condition, words: string, facts: DocumentFacts): Edit | undefined {
  const line = lineAt(source, gate.at.start);
  const owner = readYaml(source.text)
    .documents.flatMap((node) => [...mapsIn(node)])
    .find((map) => isBlock(map, source) && map.entries.some(({ key }) => lineAt(source, key.whole.start) === line));
  if (!owner) return undefined;
  const value = yamlValue(wording(words), false).text;
  const tasks = owner.entries.find(({ key }) => /^(?:tasks|steps|work_?items|todos?)$/i.test(key.text))?.value;
  if (!tasks) {
    const indent = ' '.repeat(columnOf(source, owner.entries[0]?.key.whole.start ?? owner.span.start));
    const isFirst = lineText(source, line).trimStart().startsWith('- ');
    return isFirst ? undefined : linesBehind(source, line - 1, [`${indent}tasks:`, `${indent}  - ${value}`]);
  }
  const last = tasks.kind === 'list' && isBlock(tasks, source) ? tasks.items.at(-1) : undefined;
  if (!last || (last.kind !== 'scalar' && last.kind !== 'map')) return undefined;
  const dash = /^\s*-\s+/.exec(lineText(source, lineAt(source, last.span.start)))?.[0];
  const end = lineAt(source, Math.max(last.span.start, (last.kind === 'scalar' ? last.whole.end : last.span.end) - 1));
  if (!dash) return undefined;
  if (last.kind === 'scalar') return linesBehind(source, end, [dash + value]);
  const lines = keysLike(last, value, facts).map((text, index) => (index === 0 ? dash : ' '.repeat(dash.length)) + text);
  return lines.length > 0 ? linesBehind(source, lastTextLine(source, end), lines) : undefined;
}

/** `id`, title and status as the last task has them; what else it says is its own. */
function keysLike(task: YamlMap, value: string, { tasks }: DocumentFacts): readonly string[] {
  const title = ['title', 'name', 'task', 'text', 'description'].find((name) =>
    task.entries.some(({ key }) => key.text === name),
  );
  const planned = tasks.find(({ form, status }) => form === 'yaml' && status === 'planned')?.statusText ?? 'todo';
  if (!title) return [];
  return task.entries.flatMap(({ key, value: own }) => {
    if (key.text === title) return [`${key.text}: ${value}`];
    if (key.text === 'id' && own.kind === 'scalar') return [`id: ${freeId(own.text, tasks)}`];
    if (/^(?:status|state)$/.test(key.text)) return [`${key.text}: ${planned}`];
    return /^(?:done|completed?)$/.test(key.text) ? [`${key.text}: false`] : [];
  });
}
