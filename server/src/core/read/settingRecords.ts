import type { Problem, Span } from '../model.ts';
import type { RecordField, SettingRecord } from '../settings.ts';
import type { YamlNode } from '../yaml.ts';
import { nearest } from './nearest.ts';

type Report = (code: Problem['code'], at: Span, message: string) => void;

/**
 * One entry of a list of records in `phasewise.yaml`. What is wrong is reported; an entry that lacks what it needs does not count.
 * @param setting the key of the list
 */
export function readRecord(
  setting: string,
  fields: readonly RecordField[],
  node: YamlNode,
  path: string,
  report: Report,
): SettingRecord | undefined {
  if (node.kind !== 'map') {
    const at = node.kind === 'scalar' ? node.whole : node.span;
    return void report('invalid-value', at, `An entry of \`${setting}\` has lines of its own: ${words(fields)}.`);
  }
  const values = new Map<string, string>();
  for (const { key, value } of node.entries) {
    const field = fields.find((one) => one.key === key.text);
    const text = value.kind === 'scalar' ? value.text.replace(/\s+/g, ' ').trim() : '';
    if (!field) report('unknown-key', key.span, unknown(key.text, setting, fields));
    else if (value.kind !== 'scalar' && value.kind !== 'null')
      report('invalid-value', value.span, `\`${key.text}\` takes a line of text.`);
    else if (field.type === 'date' && text !== '' && !isDate(text))
      report('invalid-value', value.span, `\`${key.text}\` takes a day such as \`2026-12-01\`.`);
    else if (text !== '') values.set(key.text, text);
  }
  const missing = fields.filter((field) => field.required && !values.has(field.key));
  const [first] = node.entries;
  if (missing.length === 0 || !first) return missing.length === 0 ? { values, at: { path, ...node.span } } : undefined;
  const bare = node.entries.find(({ key }) => missing.some((field) => field.key === key.text));
  const wanted = missing.map(({ key }) => `\`${key}\``).join(' and ');
  return void report('invalid-value', (bare ?? first).key.span, `This entry does not count yet: it needs ${wanted}.`);
}

function unknown(key: string, setting: string, fields: readonly RecordField[]): string {
  const close = nearest(
    key,
    fields.map((field) => field.key),
  );
  return `An entry of \`${setting}\` has no \`${key}\`. ${close ? `Did you mean \`${close}\`?` : `There are: ${words(fields)}.`}`;
}

function words(fields: readonly RecordField[]): string {
  return fields.map(({ key }) => `\`${key}\``).join(', ');
}

/** A day of the calendar, as ISO 8601 writes it. */
function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (!year) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
