/**
 * The JSON Schema (draft 7) that editors complete and check `tasks.yaml` and other YAML plans with. Tolerant on purpose: it knows what the
 * reader knows, and the reader takes plans as people keep them. Whatever else they write is fine everywhere; only an id, a title, a
 * status or a number that is no single line is a mistake, for nothing reads it.
 */
export function tasksSchema(planKeys) {
  const holders = [...new Set(planKeys.flatMap(({ of }) => of))].filter((holder) => holder !== 'file');
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Tasks of a phased plan',
    description:
      'A YAML plan as Phasewise reads it: a list of tasks, or a map that holds tasks or phases. Further keys are fine everywhere.',
    anyOf: [
      { type: 'array', items: { $ref: '#/definitions/task' } },
      { type: 'object', properties: propertiesOf(planKeys, 'file') },
      { type: 'null' },
    ],
    definitions: {
      ...Object.fromEntries(holders.map((holder) => [holder, entryOf(planKeys, holder)])),
      ...Object.fromEntries(holders.map((holder) => [listOf(holder), collectionOf(holder)])),
    },
  };
}

/** What a task, a phase … is: a map, or one line of words. */
function entryOf(planKeys, holder) {
  return { type: ['object', ...line], properties: propertiesOf(planKeys, holder) };
}

/** A list, entries by their names, or lists by lane or phase. */
function collectionOf(holder) {
  const entry = { $ref: `#/definitions/${holder}` };
  return { items: entry, additionalProperties: { anyOf: [entry, { type: 'array', items: entry }] } };
}

function propertiesOf(planKeys, holder) {
  const properties = {};
  for (const row of planKeys.filter(({ of }) => of.includes(holder)))
    for (const name of [row.key, ...(row.also ?? [])]) properties[name] ??= propertyOf(row, name);
  return properties;
}

function propertyOf({ key, doc, shape, words, values }, name) {
  const description = name === key ? doc : `The same as \`${key}\`: ${doc}`;
  const examples = words === 'status' ? { examples: statuses } : values ? { examples: values } : {};
  const isRead = key === 'id' || key === 'title' || words !== undefined;
  if (shape === 'line' && isRead && name === key) return { description, type: line, ...examples };
  if (shape === 'line' || shape === 'list' || shape === 'map') return { description, ...examples };
  // Scope and sign-off are one map; what they hold may also be a list or a line.
  const one = shape === 'scope' || shape === 'signoff';
  return { description, anyOf: one ? [{ $ref: `#/definitions/${shape}` }, {}] : [{ $ref: `#/definitions/${listOf(shape)}` }] };
}

const statuses = ['open', 'in-progress', 'blocked', 'review', 'done', 'deferred', 'cancelled'];

/** A value on one line. */
const line = ['string', 'number', 'boolean', 'null'];

const listOf = (holder) => `${holder}List`;
