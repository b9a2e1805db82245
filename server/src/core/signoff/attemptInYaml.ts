import { linesBehind, lineText } from '../fixes/lines.ts';
import { columnOf, isBlock, lastTextLine } from '../fixes/yamlMaps.ts';
import type { Edit, Phase } from '../model.ts';
import type { Project } from '../project.ts';
import { normalKey } from '../read/yamlFields.ts';
import { lineAt, type Source } from '../source.ts';
import type { YamlEntry, YamlMap } from '../yaml.ts';
import { yamlScalar } from '../yamlScalar.ts';
import { phaseMap } from './inYaml.ts';
import type { Numbered } from './recordAttempt.ts';

/** A further entry of `gate_attempts:` in the item of the phase. @param fix what was done about the last one */
export function attemptInYaml(
  project: Project,
  phase: Phase,
  attempt: Numbered,
  fix: string | null,
): readonly Edit[] | undefined {
  const item = phaseMap(project, phase);
  if (!item || !isBlock(item.map, item.source)) return undefined;
  const { source, map } = item;
  const entry = attemptsOf(map);
  const list = entry?.value.kind === 'list' ? entry.value : undefined;
  if (entry && !(list && isBlock(list, source))) return undefined;
  const indent = ' '.repeat(columnOf(source, (entry ?? map.entries[0])?.key.whole.start ?? map.span.start));
  const last = list?.items.at(-1);
  const dash = last
    ? (/^\s*-\s+/.exec(lineText(source, lineAt(source, last.span.start)))?.[0] ?? `${indent}  - `)
    : `${indent}  - `;
  const lines = [...(entry ? [] : [`${indent}gate_attempts:`]), ...entryLines(dash, attempt)];
  const line = lastLine(source, list ? list.span.end : map.span.end);
  const fixed = fix !== null && last?.kind === 'map' ? fixLine(source, last, fix) : [];
  return [linesBehind(source, line, [...fixed, ...lines])];
}

/** What was done about the last failed attempt, as a key of its entry. */
export function fixInYaml(project: Project, phase: Phase, fix: string): readonly Edit[] | undefined {
  const item = phaseMap(project, phase);
  const list = item && attemptsOf(item.map)?.value;
  const last = list?.kind === 'list' ? list.items.at(-1) : undefined;
  if (!item || last?.kind !== 'map' || !isBlock(last, item.source)) return undefined;
  return [linesBehind(item.source, lastLine(item.source, last.span.end), fixLine(item.source, last, fix))];
}

function attemptsOf(map: YamlMap): YamlEntry | undefined {
  return map.entries.find(({ key }) => normalKey(key.text) === 'gate_attempts');
}

function entryLines(dash: string, { number, outcome, date, actor, commit, note, items }: Numbered): readonly string[] {
  const inner = ' '.repeat(dash.length);
  const pair = (key: string, value: string) => (value === '' ? [] : [`${inner}${key}: ${yamlScalar(value)}`]);
  const failed = items.flatMap(({ step, note: what }) => [`${inner}  - step: ${yamlScalar(step)}`, ...pair('    note', what)]);
  return [
    `${dash}attempt: ${number}`,
    `${inner}outcome: ${outcome}`,
    ...pair('date', date),
    ...pair('by', actor),
    ...pair('commit', commit),
    ...pair('note', note),
    ...(failed.length > 0 ? [`${inner}failed:`, ...failed] : []),
  ];
}

function fixLine(source: Source, { entries, span }: YamlMap, fix: string): readonly string[] {
  return [`${' '.repeat(columnOf(source, entries[0]?.key.whole.start ?? span.start))}fix: ${yamlScalar(fix)}`];
}

function lastLine(source: Source, end: number): number {
  return lastTextLine(source, lineAt(source, Math.max(0, end - 1)));
}
