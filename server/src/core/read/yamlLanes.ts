import type { YamlEntry, YamlNode } from '../yaml.ts';
import { type Fields, normalKey, type Words } from './yamlFields.ts';
import type { YamlReading } from './yamlReading.ts';

const suffix = /_(?:tasks|items|stories|work)$/;
/** Lanes even where they stand alone. */
const alone = /^(?:backlog|todo|in_progress|completed|done|finished|doing)$/;
/** Words that are lanes only beside another lane: elsewhere they say something else. */
const weak = /^(?:next|current|new|now|live|plan|optional|later|moved|ready|hold|accepted|verified|locked|green|active|open)$/;

/** Whether a key is the name of a lane: what it lists has the status that the key says. */
export function isLane(reading: YamlReading, key: string, siblings: Fields): boolean {
  const bare = key.replace(suffix, '');
  if (reading.status(bare) === 'unknown' || listsPaths(siblings.get(key)?.value)) return false;
  if (alone.test(bare) || (bare !== key && !weak.test(bare))) return true;
  for (const [name, { value }] of siblings) {
    const other = name.replace(suffix, '');
    if (name !== key && value.kind === 'list' && !weak.test(other) && reading.status(other) !== 'unknown') return true;
  }
  return false;
}

/** A list of nothing but paths or addresses refers to documents, it names no work. */
function listsPaths(value: YamlNode | undefined): boolean {
  return (
    value?.kind === 'list' &&
    value.items.length > 0 &&
    value.items.every((item) => item.kind === 'scalar' && /^(?:https?:\/\/\S+|[\w.@~-]*\/\S*|[\w-]+\.\w{1,5})$/.test(item.text))
  );
}

/** The lane that a key names, as the status of what it lists. */
export function toLane({ key }: YamlEntry): Words {
  return { text: normalKey(key.text).replace(suffix, ''), at: key.span };
}
