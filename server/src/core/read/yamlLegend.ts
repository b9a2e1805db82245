import type { Status } from '../model.ts';
import type { YamlNode } from '../yaml.ts';
import { toStatus } from './status.ts';
import { type Fields, fieldOf, fieldsOf, toWords, wordsOf } from './yamlFields.ts';

/**
 * The status words that a document declares (`statuses:`, `status_legend:`), lower case → what they mean. What the description says
 * weighs more than the word, which may mean something else in this house.
 */
export function readLegend(fields: Fields): ReadonlyMap<string, Status> {
  const legend = new Map<string, Status>();
  const add = (word: string | undefined, meaning: string | undefined) => {
    const status = (meaning && toStatus(meaning)) || (word && toStatus(word));
    if (word && status) legend.set(word.trim().toLowerCase(), status);
  };
  const value: YamlNode | undefined = fieldOf(fields, [
    'statuses',
    'status_legend',
    'status_definitions',
    'status_values',
    'legend',
    'states',
  ])?.value;
  if (value?.kind === 'map') {
    for (const { key, value: meaning } of value.entries) {
      const described =
        meaning.kind === 'map'
          ? wordsOf(fieldsOf(meaning), ['means', 'meaning', 'description', 'label', 'status'])
          : toWords(meaning);
      add(key.text, described?.text);
    }
  }
  if (value?.kind === 'list') {
    for (const item of value.items) {
      if (item.kind !== 'map') continue;
      const parts = fieldsOf(item);
      add(
        wordsOf(parts, ['id', 'name', 'key', 'status', 'value'])?.text,
        wordsOf(parts, ['means', 'meaning', 'description', 'label'])?.text,
      );
    }
  }
  return legend;
}
