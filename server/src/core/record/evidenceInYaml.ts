import { wording } from '../fixes/wording.ts';
import { isBlock, mapsIn } from '../fixes/yamlMaps.ts';
import { yamlValue } from '../fixes/yamlScalars.ts';
import type { Edit } from '../model.ts';
import { normalKey } from '../read/yamlFields.ts';
import { readYaml } from '../read/yamlText.ts';
import type { Source } from '../source.ts';
import type { YamlEntry, YamlNode } from '../yaml.ts';

/**
 * The path of a kept output as the value of an empty `evidence:` of the task or phase around a condition; undefined where there is none,
 * or it holds something already.
 * @param at an offset in the condition
 * @param file workspace-relative path
 */
export function fillYamlEvidence(source: Source, at: number, file: string): Edit | undefined {
  const maps = readYaml(source.text).documents.flatMap((node) => [...mapsIn(node)]);
  // Inner maps come first: the nearest place counts.
  const around = maps.filter(({ span, entries }) => span.start <= at && at <= endOf(entries.at(-1), span.end));
  const entry = around.flatMap(({ entries }) => entries.filter(({ key }) => names.has(normalKey(key.text))))[0];
  if (!entry || !isEmpty(entry.value)) return undefined;
  const map = around.find(({ entries }) => entries.includes(entry));
  const words = yamlValue(wording(file), map !== undefined && !isBlock(map, source)).text;
  const after = entry.key.whole.end + 1;
  if (entry.value.kind === 'list')
    return { path: source.path, ...entry.value.span, text: `[${yamlValue(wording(file), true).text}]` };
  if (entry.value.kind === 'scalar') return { path: source.path, ...entry.value.whole, text: words };
  const gap = /^[ \t]{0,40}(?:~|null\b)?/i.exec(source.text.slice(after, after + 50))?.[0] ?? '';
  // A comment behind the key stays one.
  const rest = source.text[after + gap.length] === '#' ? ' ' : '';
  return { path: source.path, start: after, end: after + gap.length, text: ` ${words}${rest}` };
}

const names: ReadonlySet<string> = new Set(['evidence', 'proof', 'evidence_links', 'test_evidence']);

function isEmpty(value: YamlNode): boolean {
  if (value.kind === 'null') return true;
  return value.kind === 'list' ? value.items.length === 0 : value.kind === 'scalar' && value.text.trim() === '';
}

function endOf(entry: YamlEntry | undefined, end: number): number {
  if (!entry) return end;
  return Math.max(end, entry.value.kind === 'scalar' ? entry.value.whole.end : entry.value.span.end);
}
