import { linesBehind, lineText } from '../fixes/lines.ts';
import { columnOf, isBlock, lastTextLine, mapsIn } from '../fixes/yamlMaps.ts';
import type { Edit, Phase } from '../model.ts';
import type { Project } from '../project.ts';
import type { SignoffFields, SignoffKey } from '../read/signoffWords.ts';
import { keyOf } from '../read/unitName.ts';
import { normalKey } from '../read/yamlFields.ts';
import { readYaml } from '../read/yamlText.ts';
import { lineAt, lineEndOf, type Source } from '../source.ts';
import type { YamlMap, YamlNode } from '../yaml.ts';
import { yamlScalar } from '../yamlScalar.ts';
import type { Signing, Written } from './form.ts';

const keys: Readonly<Record<SignoffKey, readonly string[]>> = {
  actor: ['by', 'actor', 'approved_by', 'signed_off_by', 'reviewer', 'approver', 'name'],
  role: ['role'],
  date: ['date', 'at', 'on', 'approved_at', 'signed_at'],
  commit: ['commit', 'sha', 'revision'],
  correlation: ['correlation_id', 'reference'],
  evidence: ['evidence'],
  override: ['override', 'override_reason', 'waiver'],
  unmet: ['unmet'],
};

/** A map `signoff:` in the item of the phase: what waits in it is filled in, what is missing is added, and without one it is written. */
export function inYaml({ project, phase, fields }: Signing): Written | undefined {
  const item = phaseMap(project, phase);
  if (!item) return undefined;
  const { source, map } = item;
  const entry = map.entries.find(({ key }) => /^(?:sign_?off|approvals?)$/.test(normalKey(key.text)));
  const edits =
    entry?.value.kind === 'map'
      ? fill(source, entry.value, fields)
      : entry?.value.kind === 'null'
        ? [intoNull(source, map, entry, fields)]
        : entry
          ? undefined
          : [add(source, map, 'signoff', fields)];
  return edits && { edits, waiting: [], restated: [] };
}

/** The map that is the item of a phase in a YAML document. */
export function phaseMap(project: Project, phase: Phase): { readonly source: Source; readonly map: YamlMap } | undefined {
  for (const path of new Set([phase.source, ...phase.mentions].map((place) => place.path))) {
    const source = project.sources.get(path);
    const unit = project.facts(path)?.phases.find(({ id, form }) => form === 'yaml' && keyOf(id) === keyOf(phase.id));
    if (!source || !unit) continue;
    const { start, end } = unit.extent;
    const map = readYaml(source.text)
      .documents.flatMap((node) => [...mapsIn(node)])
      .filter(({ span }) => span.start >= start && span.end === end)
      .sort((a, b) => a.span.start - b.span.start)[0];
    if (map && map.entries.length > 0) return { source, map };
  }
  return undefined;
}

function fill(source: Source, map: YamlMap, fields: SignoffFields): readonly Edit[] {
  const edits: Edit[] = [];
  const missing = new Map(fields);
  for (const { key, value } of map.entries) {
    const name = normalKey(key.text);
    const own = [...fields.keys()].find((one) => keys[one].includes(name));
    const words = own && fields.get(own);
    if (!own || words === undefined || !missing.has(own)) continue;
    if (value.kind === 'map' || value.kind === 'list') continue;
    const at = value.kind === 'scalar' ? value.whole : value.span;
    const start = value.kind === 'null' && at.end === at.start ? source.text.indexOf(':', key.whole.end) + 1 : at.start;
    edits.push({
      path: source.path,
      start,
      end: Math.max(start, at.end),
      text: `${start === at.start && at.end > at.start ? '' : ' '}${scalar(source, map, words)}`,
    });
    missing.delete(own);
  }
  // A decision that waits ("pending") is made.
  const decision = map.entries.find(({ key }) => /^(?:decision|outcome|status|result|verdict)$/.test(normalKey(key.text)));
  if (decision?.value.kind === 'scalar' && !/approv|sign/i.test(decision.value.text))
    edits.push({ path: source.path, ...decision.value.whole, text: scalar(source, map, 'approved') });
  return missing.size === 0
    ? edits
    : [
        ...edits,
        addTo(
          source,
          map,
          [...missing].map(([key, words]) => [keys[key][0] ?? key, words]),
        ),
      ];
}

/** Keys behind the last one of a map. */
function addTo(source: Source, map: YamlMap, pairs: readonly (readonly [string, string])[]): Edit {
  const last = map.entries.at(-1);
  if (!isBlock(map, source) || !last)
    return intoFlow(
      source,
      map,
      pairs.map(([key, words]) => `${quoted(source, map, key)}: ${scalar(source, map, words)}`),
    );
  const indent = ' '.repeat(columnOf(source, map.entries[0]?.key.whole.start ?? map.span.start));
  return linesBehind(
    source,
    lastLine(source, map),
    pairs.map(([key, words]) => `${indent}${key}: ${yamlScalar(words)}`),
  );
}

/** A map of its own behind the last key of the item. */
function add(source: Source, map: YamlMap, name: string, fields: SignoffFields): Edit {
  if (!isBlock(map, source)) return intoFlow(source, map, [`${quoted(source, map, name)}: ${flow(source, map, fields)}`]);
  const first = map.entries[0]?.key.whole.start ?? map.span.start;
  const indent = ' '.repeat(columnOf(source, first));
  return linesBehind(source, lastLine(source, map), [`${indent}${name}:`, ...block(indent, fields)]);
}

function intoNull(
  source: Source,
  map: YamlMap,
  { key, value }: { key: YamlMap['entries'][number]['key']; value: YamlNode },
  fields: SignoffFields,
): Edit {
  const start = source.text.indexOf(':', key.whole.end) + 1;
  const end = Math.max(start, value.span.end);
  if (!isBlock(map, source)) return { path: source.path, start, end, text: ` ${flow(source, map, fields)}` };
  const indent = ' '.repeat(columnOf(source, key.whole.start));
  return { path: source.path, start, end, text: lineEndOf(source) + block(indent, fields).join(lineEndOf(source)) };
}

function intoFlow(source: Source, { span }: YamlMap, entries: readonly string[]): Edit {
  let at = span.end - 1;
  while (at > span.start && /\s/.test(source.text[at - 1] ?? '')) at -= 1;
  const comma = /[{,]$/.test(source.text.slice(0, at)) ? '' : ',';
  return {
    path: source.path,
    start: at,
    end: at,
    text: `${comma}${comma || !source.text.slice(0, at).endsWith('{') ? ' ' : ''}${entries.join(', ')}`,
  };
}

function block(indent: string, fields: SignoffFields): readonly string[] {
  return [...fields].map(([key, words]) => `${indent}  ${keys[key][0]}: ${yamlScalar(words)}`);
}

function flow(source: Source, map: YamlMap, fields: SignoffFields): string {
  const pairs = [...fields].map(([key, words]) => `${quoted(source, map, keys[key][0] ?? key)}: ${scalar(source, map, words)}`);
  return `{${isJson(source, map) ? '' : ' '}${pairs.join(', ')}${isJson(source, map) ? '' : ' '}}`;
}

/** Whether a map is written as JSON has it: then words stand in double quotes. */
function isJson(source: Source, map: YamlMap): boolean {
  return !isBlock(map, source) && source.text[map.entries[0]?.key.whole.start ?? -1] === '"';
}

function quoted(source: Source, map: YamlMap, key: string): string {
  return isJson(source, map) ? JSON.stringify(key) : key;
}

function scalar(source: Source, map: YamlMap, words: string): string {
  return isJson(source, map) ? JSON.stringify(words) : yamlScalar(words);
}

function lastLine(source: Source, map: YamlMap): number {
  const line = lastTextLine(source, lineAt(source, Math.max(map.span.start, map.span.end - 1)));
  return lineText(source, line) === '' ? Math.max(0, line - 1) : line;
}
