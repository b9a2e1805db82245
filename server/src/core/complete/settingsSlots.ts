import { rules } from '../rules/index.ts';
import { type Setting, settingsTable } from '../settings.ts';
import type { Asked, Slot, Word } from './completion.ts';
import { type YamlPlace, yamlPlaceAt } from './yamlPlace.ts';

/** What may be written at a place of `phasewise.yaml`. */
export function settingsSlots({ source, offset }: Asked): readonly Slot[] {
  const place = yamlPlaceAt(source, offset, { first: 0, end: source.text.length });
  if (!place) return [];
  const keys = place.keys.filter((key) => key !== '[]');
  return place.writes === 'value' || (place.writes === 'item' && settingAt(keys)?.type.kind === 'list')
    ? valueSlots(place, keys)
    : keySlots(place, keys);
}

function settingAt(keys: readonly string[]): Setting | undefined {
  return settingsTable.find(({ key }) => key === keys.join('.'));
}

function keySlots({ at, siblings, hasColon }: YamlPlace, keys: readonly string[]): readonly Slot[] {
  const words = wordsBelow(keys).filter(({ word }) => !siblings.has(word));
  return words.length === 0 ? [] : [{ wants: 'key', at, words: hasColon ? words.map(({ behind: _, ...word }) => word) : words }];
}

/** The keys that may stand below some keys. */
function wordsBelow(keys: readonly string[]): readonly Word[] {
  const setting = settingAt(keys);
  if (setting?.type.kind === 'records')
    return setting.type.fields.map(({ key, doc }) => ({ word: key, meaning: doc, behind: ': ' }));
  if (setting?.type.kind === 'map')
    return setting.type.keys === 'rules' ? rules.map(({ id, summary }) => ({ word: id, meaning: summary, behind: ': ' })) : [];
  const prefix = keys.map((key) => `${key}.`).join('');
  const words = new Map<string, Word>();
  for (const { key, type, doc } of settingsTable) {
    const [word, deeper] = key.startsWith(prefix) ? key.slice(prefix.length).split('.') : [];
    if (word === undefined || words.has(word)) continue;
    const single = !deeper && (type.kind === 'text' || type.kind === 'word' || type.kind === 'number');
    words.set(word, { word, meaning: deeper ? sectionDoc(prefix + word) : doc, behind: single ? ': ' : ':' });
  }
  return [...words.values()];
}

function sectionDoc(section: string): string {
  const below = settingsTable.filter(({ key }) => key.startsWith(`${section}.`)).map(({ key }) => key.slice(section.length + 1));
  return `Holds ${below.join(', ')}.`;
}

function valueSlots({ at }: YamlPlace, keys: readonly string[]): readonly Slot[] {
  const setting = settingAt(keys);
  const field = keys.at(-1);
  const holder = settingAt(keys.slice(0, -1));
  if (setting?.type.kind === 'word') return [wordsOf(at, setting.type.values, setting.default)];
  if (holder?.type.kind === 'map') {
    const rule = rules.find(({ id }) => id === field);
    return [wordsOf(at, holder.type.values, rule?.severity ?? null)];
  }
  if (setting?.key === 'phase' || (holder?.type.kind === 'records' && field === 'phase')) return [{ wants: 'phase', at }];
  if (setting?.key === 'tag' && typeof setting.default === 'string') return [wordsOf(at, [setting.default], setting.default)];
  const paths = setting?.type.kind === 'list' && setting.key !== 'gates.vocabulary';
  const isPath = paths || setting?.key === 'evidence.folder' || (holder?.type.kind === 'records' && field === 'path');
  return isPath ? [{ wants: 'path', at }] : [];
}

function wordsOf(at: Slot['at'], values: readonly string[], usual: Setting['default']): Slot {
  return {
    wants: 'setting',
    at,
    words: values.map((word) => ({ word, meaning: word === usual ? 'as it is without this line' : '' })),
  };
}
