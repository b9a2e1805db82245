import { fieldsOf, toWords } from './yamlFields.ts';
import { readYaml } from './yamlText.ts';

/**
 * What decides what a list is taken for: the keys of each of its items, in order, and of what kind their values are. Undefined where an
 * item is not a map with a name of its own.
 * @param text nothing but items
 */
export function shapesOf(text: string): string | undefined {
  const { documents, errors } = readYaml(text);
  const [list] = documents;
  if (errors.length > 0 || documents.length !== 1 || list?.kind !== 'list') return undefined;
  const shapes: string[] = [];
  for (const item of list.items) {
    if (item.kind !== 'map') return undefined;
    const fields = fieldsOf(item);
    if (!fields.has('id') && !fields.has('task')) return undefined;
    shapes.push(
      [...fields]
        .map(([key, { value }]) => `${key} ${value.kind === 'scalar' ? toWords(value) !== undefined : value.kind}`)
        .join(),
    );
  }
  return shapes.join('\n');
}
