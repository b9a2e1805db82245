import type { Problem, Span } from '../model.ts';
import { type ReadSettings, type Setting, settingsTable, toSettings } from '../settings.ts';
import type { Source } from '../source.ts';
import type { YamlMap, YamlNode } from '../yaml.ts';
import { nearest } from './nearest.ts';
import { readRecord } from './settingRecords.ts';
import { readYaml } from './yamlText.ts';

/**
 * Reads `phasewise.yaml`. What is wrong is reported on its words; the rest applies. Nothing here knows which rules there are: whoever
 * does checks the keys of `rules` (the spans come with `ruleKeysOf`).
 */
export function readSettings(source: Source): ReadSettings {
  const { documents, errors } = readYaml(source.text);
  const problems: Problem[] = errors.map(({ start, end, message, limit }) => ({
    code: limit ? 'not-read' : 'broken-yaml',
    message,
    at: { path: source.path, start, end },
  }));
  const values = new Map<string, unknown>();
  const report: Report = (code, { start, end }, message, instead = []) =>
    problems.push({ code, message, at: { path: source.path, start, end }, ...(instead.length > 0 ? { instead } : {}) });
  const into: Into = { path: source.path, values, report };
  const [root] = documents;
  if (root?.kind === 'map') readMap(root, '', into);
  else if (root && root.kind !== 'null')
    report('invalid-value', firstLine(source, root), 'This file holds settings as `key: value` lines.');
  return { settings: toSettings(values), problems: [...problems].sort((a, b) => a.at.start - b.at.start) };
}

/** The rule ids that a configuration file names, with their places: for a check against the rules there are. */
export function ruleKeysOf(source: Source): readonly { readonly id: string; readonly at: Span }[] {
  const [root] = readYaml(source.text).documents;
  const rules = root?.kind === 'map' ? root.entries.find(({ key }) => key.text === 'rules')?.value : undefined;
  return rules?.kind === 'map' ? rules.entries.map(({ key }) => ({ id: key.text, at: key.span })) : [];
}

/** Reports what is wrong on its words. */
export type Report = (code: Problem['code'], at: Span, message: string, instead?: readonly string[]) => void;

/** What is read, and where to. */
interface Into {
  readonly path: string;
  readonly values: Map<string, unknown>;
  readonly report: Report;
}

/** @param prefix `''` at the root, `scope.` inside `scope:` */
function readMap(map: YamlMap, prefix: string, into: Into): void {
  const { values, report } = into;
  for (const { key, value } of map.entries) {
    const name = prefix + key.text;
    const setting = settingsTable.find((row) => row.key === name);
    const isSection = settingsTable.some((row) => row.key.startsWith(`${name}.`));
    if (setting) {
      const read = value.kind === 'null' ? undefined : readValue(setting, value, into);
      if (read !== undefined) values.set(name, read);
    } else if (isSection && value.kind === 'map') readMap(value, `${name}.`, into);
    else if (isSection && value.kind !== 'null')
      report('invalid-value', spanOf(value), `\`${name}\` has settings below it: ${below(name).join(', ')}.`);
    else if (!isSection) reportUnknown(name, prefix, key.span, report);
  }
}

function reportUnknown(name: string, prefix: string, at: Span, report: Report): void {
  const known = settingsTable.map(({ key }) => key);
  const sections = known.flatMap((key) => (key.includes('.') ? [key.slice(0, key.indexOf('.'))] : []));
  const here = prefix === '' ? [...known, ...sections] : known.filter((key) => key.startsWith(prefix));
  // `mode:` at the root was meant as `scope.mode`.
  const moved = known.find((key) => key.endsWith(`.${name}`));
  const close = nearest(name, here) ?? moved;
  const message = close ? `Did you mean \`${close}\`?` : `There are: ${[...new Set(here)].join(', ')}.`;
  // One that belongs below another key is not put there by another word.
  const word = close?.startsWith(prefix) ? close.slice(prefix.length) : '.';
  report('unknown-key', at, `There is no setting \`${name}\`. ${message}`, word.includes('.') ? [] : [word]);
}

function below(section: string): readonly string[] {
  return settingsTable.flatMap(({ key }) => (key.startsWith(`${section}.`) ? [`\`${key}\``] : []));
}

function readValue({ key, type }: Setting, value: YamlNode, { path, report }: Into): unknown {
  const wrong = (at: YamlNode, expected: string, instead?: readonly string[]) =>
    report('invalid-value', spanOf(at), `\`${key}\` takes ${expected}.`, instead);
  switch (type.kind) {
    case 'text':
      if (value.kind !== 'scalar' || value.style === 'alias') return void wrong(value, 'a word or number');
      return value.text.trim() === '' ? undefined : value.text.trim();
    case 'word': {
      const word = value.kind === 'scalar' ? wordOf(value.text, type.values) : undefined;
      return word ?? void wrong(value, oneOf(type.values), value.kind === 'scalar' ? type.values : []);
    }
    case 'number': {
      const text = value.kind === 'scalar' ? value.text.trim() : '';
      const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      if (number >= type.least && number <= type.most) return number;
      return void wrong(value, `a whole number from ${type.least} to ${type.most}`);
    }
    case 'list': {
      // One glob without a list is as good as a list of one.
      const items = value.kind === 'list' ? value.items : value.kind === 'scalar' ? [value] : [];
      if (value.kind === 'map') return void wrong(value, 'a list');
      for (const item of items) if (item.kind !== 'scalar') wrong(item, 'a list of words');
      return items.flatMap((item) => (item.kind === 'scalar' && item.text.trim() !== '' ? [item.text.trim()] : []));
    }
    case 'map': {
      if (value.kind !== 'map') return void wrong(value, 'a `key: value` line for each entry');
      const entries = new Map<string, string>();
      for (const entry of value.entries) {
        const word = entry.value.kind === 'scalar' ? wordOf(entry.value.text, type.values) : undefined;
        const name = type.keys === 'rules' ? entry.key.text : entry.key.text.trim().toLowerCase();
        if (word) entries.set(name, word);
        else
          report(
            'invalid-value',
            entry.value.kind === 'null' ? entry.key.span : spanOf(entry.value),
            `\`${key}.${entry.key.text}\` takes ${oneOf(type.values)}.`,
            entry.value.kind === 'scalar' ? type.values : [],
          );
      }
      return entries;
    }
    case 'records':
      if (value.kind !== 'list') return void wrong(value, 'a list of entries');
      return value.items.flatMap((item) => readRecord(key, type.fields, item, path, report) ?? []);
  }
}

/** The listed word that somebody wrote, in whatever case, with hyphens or blanks; YAML 1.1 readers take `off` for false. */
function wordOf(text: string, values: readonly string[]): string | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return (
    values.find((value) => value === word) ??
    (word === 'false' ? values.find((value) => value === 'off') : undefined) ??
    values.find((value) => value === aliases[word])
  );
}

const aliases: Readonly<Record<string, string>> = { info: 'information', warn: 'warning' };

function oneOf(values: readonly string[]): string {
  return `one of ${values.map((value) => `\`${value}\``).join(', ')}`;
}

function spanOf(node: YamlNode): Span {
  return node.kind === 'scalar' ? node.whole : node.span;
}

function firstLine({ text }: Source, { span }: YamlNode): Span {
  const end = text.slice(span.start, span.end).search(/\r?\n/);
  return { start: span.start, end: end < 0 ? span.end : span.start + end };
}
