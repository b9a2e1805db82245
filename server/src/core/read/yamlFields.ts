import type { Span } from '../model.ts';
import type { YamlEntry, YamlMap, YamlNode } from '../yaml.ts';

/** The entries of a map by normalised key (`dependsOn`, `depends-on` and `Depends On` are `depends_on`); empty values are absent. */
export type Fields = ReadonlyMap<string, YamlEntry>;

/** Some words of a document and where they stand. */
export interface Words {
  readonly text: string;
  readonly at: Span;
}

export function fieldsOf(map: YamlMap): Fields {
  const fields = new Map<string, YamlEntry>();
  for (const entry of map.entries) {
    if (entry.value.kind === 'null') continue;
    const key = normalKey(entry.key.text);
    if (!fields.has(key)) fields.set(key, entry);
  }
  return fields;
}

export function normalKey(key: string): string {
  if (/^[a-z_\d]+$/.test(key)) return key;
  return key
    .trim()
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, '_')
    .toLowerCase()
    .replace(/[\s.-]+/g, '_');
}

/** The first entry that is there, in the order of the names. */
export function fieldOf(fields: Fields, names: readonly string[]): YamlEntry | undefined {
  for (const name of names) {
    const entry = fields.get(name);
    if (entry) return entry;
  }
  return undefined;
}

/** The words of the first of these fields that is a scalar. */
export function wordsOf(fields: Fields, names: readonly string[]): Words | undefined {
  for (const name of names) {
    const words = toWords(fields.get(name)?.value);
    if (words) return words;
  }
  return undefined;
}

/** A scalar as words on one line; nothing else has words. */
export function toWords(node: YamlNode | undefined): Words | undefined {
  if (node?.kind !== 'scalar') return undefined;
  const text = node.text.replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : { text, at: node.span };
}

const itemNames = [
  'text',
  'criterion',
  'criteria',
  'condition',
  'then',
  'check',
  'description',
  'title',
  'name',
  'requirement',
  'task',
  'item',
  'command',
  'path',
  'file',
  'glob',
  'step',
  'id',
];

/** What a value lists: its items, or the scalar itself. A map among the items gives the words that describe it. */
export function listOf(node: YamlNode | undefined): readonly (Words & { readonly node: YamlNode })[] {
  if (!node || node.kind === 'null') return [];
  if (node.kind === 'list') return node.items.flatMap((item) => (item.kind === 'list' ? [] : described(item)));
  return node.kind === 'scalar' ? described(node) : [];
}

function described(node: YamlNode): readonly (Words & { readonly node: YamlNode })[] {
  if (node.kind !== 'map') {
    const words = toWords(node);
    return words ? [{ ...words, node }] : [];
  }
  const words = wordsOf(fieldsOf(node), itemNames);
  if (words) return [{ ...words, node }];
  // `- Health check: returns 200` is a sentence that YAML takes for a map.
  const only = node.entries.length === 1 ? node.entries[0] : undefined;
  const value = toWords(only?.value);
  if (!only || !value) return [];
  return [{ text: `${only.key.text}: ${value.text}`, at: { start: only.key.whole.start, end: value.at.end }, node }];
}

/** What a value lists as ids or paths: a scalar may hold several, separated by commas. "none" is nothing. */
export function namesOf(node: YamlNode | undefined): readonly Words[] {
  if (node?.kind !== 'scalar') return listOf(node);
  const words = toWords(node);
  if (!words || /^(?:none|n\/a|nothing|-|\[\])$/i.test(words.text)) return [];
  if (node.style === 'block' || !words.text.includes(',') || /[{}]/.test(words.text)) return [words];
  const names: Words[] = [];
  let from = 0;
  for (const part of node.text.split(',')) {
    const text = part.trim();
    const start = node.span.start + from + part.indexOf(text);
    if (text !== '') names.push({ text, at: { start, end: start + text.length } });
    from += part.length + 1;
  }
  return names;
}

/** Whether a value is a yes or a no, in the words people use. */
export function toTruth(node: YamlNode | undefined): boolean | undefined {
  const text = node?.kind === 'scalar' ? node.text.toLowerCase() : '';
  return /^(?:true|yes|y|on|x)$/.test(text) ? true : /^(?:false|no|n|off)$/.test(text) ? false : undefined;
}
