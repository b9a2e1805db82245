import { normalKey } from '../read/yamlFields.ts';
import { readYaml } from '../read/yamlText.ts';
import { type Setting, settingsPath, settingsTable } from '../settings.ts';
import type { YamlMap } from '../yaml.ts';
import { type Card, holds, type Line, type Pointed, short, some } from './card.ts';

/** A key of `phasewise.yaml`: what it is for, and what holds without it. */
export function settingCard(pointed: Pointed): Card | undefined {
  if (pointed.source.path !== settingsPath) return undefined;
  const [root] = readYaml(pointed.source.text).documents;
  return root?.kind === 'map' ? inMap(root, '', pointed) : undefined;
}

function inMap(map: YamlMap, prefix: string, pointed: Pointed): Card | undefined {
  for (const { key, value } of map.entries) {
    const name = prefix + key.text;
    const setting = settingsTable.find((row) => row.key === name);
    if (holds(key.span, pointed)) {
      const below = settingsTable.filter((row) => row.key.startsWith(`${name}.`)).map((row) => row.key);
      const lines = setting
        ? linesOf(setting)
        : below.length > 0
          ? [[{ strong: name }, ` · holds ${below.join(', ')}`]]
          : undefined;
      return lines && { at: key.span, lines };
    }
    if (value.kind === 'map' && !setting) {
      const found = inMap(value, `${name}.`, pointed);
      if (found) return found;
    }
    if (value.kind === 'list' && setting?.type.kind === 'records') {
      const { fields } = setting.type;
      for (const item of value.items) {
        const own = item.kind === 'map' ? item.entries.find((entry) => holds(entry.key.span, pointed)) : undefined;
        const field = own && fields.find((one) => one.key === normalKey(own.key.text));
        if (own && field) return { at: own.key.span, lines: [[{ strong: field.key }, ` · ${field.doc}`]] };
      }
    }
  }
  return undefined;
}

function linesOf({ key, doc, default: usual, type }: Setting): readonly Line[] {
  const words =
    type.kind === 'word' || type.kind === 'map' ? [['Takes ', ...some(type.values, 12, (word) => [{ code: word }])]] : [];
  const list = typeof usual === 'object' ? (usual ?? []) : [String(usual)];
  const without = list.length > 0 ? [['Without it: ', ...some(list, 4, (one) => [{ code: short(one, 60) }])]] : [];
  return [[{ strong: key }], [doc], ...words, ...without];
}
