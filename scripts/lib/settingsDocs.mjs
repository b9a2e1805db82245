/** The page that lists every setting of `phasewise.yaml`. */
export function settingsPage(settings) {
  const sections = settings.map(({ key, type, default: value, doc }) => {
    const example = key
      .split('.')
      .map((part, depth, parts) => `${'  '.repeat(depth)}${part}:${depth === parts.length - 1 ? inYaml(value, depth) : ''}`);
    return `## \`${key}\`\n\n${doc}\n\nTakes ${wordsOf(type)}${type.kind === 'records' ? '' : '. '}${value === null ? 'Not set by default.' : 'Default:'}\n${value === null ? '' : `\n\`\`\`yaml\n${example.join('\n')}\n\`\`\`\n`}`;
  });
  return `# Settings

Everything works without configuration. One optional file at the root of the workspace folder, \`phasewise.yaml\`, holds what the editor,
the command line and agents share. A key that does not exist is a finding on its line; the rest applies.

${sections.join('\n')}
<!-- Generated from server/src/core/settings.ts by \`npm run generate\`. -->
`;
}

/** The JSON Schema (draft 7) that editors complete and check `phasewise.yaml` with. */
export function settingsSchema(settings, rules) {
  const root = section('What Phasewise knows about this workspace folder. Everything is optional.');
  for (const setting of settings) {
    const parts = setting.key.split('.');
    const name = parts.pop();
    let at = root;
    for (const part of parts) {
      at.properties[part] ??= section();
      at = at.properties[part];
    }
    at.properties[name] = {
      description: setting.doc,
      ...schemaOf(setting.type, rules),
      ...(setting.default === null ? {} : { default: setting.default }),
    };
  }
  return { $schema: 'http://json-schema.org/draft-07/schema#', title: 'Phasewise', ...root };
}

function section(description) {
  return { ...(description ? { description } : {}), type: 'object', properties: {}, additionalProperties: false };
}

function schemaOf(type, rules) {
  switch (type.kind) {
    case 'text':
      return { type: ['string', 'number'] };
    case 'word':
      return { type: 'string', enum: type.values };
    case 'number':
      return { type: 'integer', minimum: type.least, maximum: type.most };
    case 'list':
      return { type: 'array', items: { type: 'string' }, uniqueItems: true };
    case 'map': {
      const value = { type: 'string', enum: type.values };
      if (type.keys !== 'rules') return { type: 'object', additionalProperties: value };
      const properties = Object.fromEntries(
        rules.map(({ id, summary, severity }) => [id, { ...value, description: summary, default: severity }]),
      );
      return { type: 'object', properties, additionalProperties: false };
    }
    case 'records': {
      const properties = Object.fromEntries(
        type.fields.map(({ key, doc, type: kind }) => [
          key,
          { description: doc, type: ['string', 'number'], ...(kind === 'date' ? { format: 'date' } : {}) },
        ]),
      );
      const required = type.fields.filter((field) => field.required).map(({ key }) => key);
      return { type: 'array', items: { type: 'object', properties, required, additionalProperties: false } };
    }
  }
  throw new Error(`No schema for a setting of kind ${type.kind}.`);
}

function wordsOf(type) {
  switch (type.kind) {
    case 'text':
      return 'a word or number';
    case 'word':
      return type.values.map((value) => `\`${value}\``).join(', ');
    case 'number':
      return `a whole number from ${type.least} to ${type.most}`;
    case 'list':
      return 'a list of globs';
    case 'records':
      return `a list of entries:\n\n${type.fields.map(({ key, doc, required }) => `- \`${key}\`${required ? '' : ' (optional)'}: ${doc}`).join('\n')}\n\n`;
    default:
      return `a map of ${type.keys === 'rules' ? '[rule ids](rules/README.md)' : 'words'} to ${type.values.map((value) => `\`${value}\``).join(', ')}`;
  }
}

function inYaml(value, depth) {
  if (Array.isArray(value)) return value.map((item) => `\n${'  '.repeat(depth + 1)}- ${quoted(item)}`).join('');
  return ` ${typeof value === 'number' ? value : quoted(value)}`;
}

function quoted(text) {
  return /^[A-Za-z][\w./{}-]*$/.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
}
