import type { Edit, Span } from './model.ts';
import { readYaml } from './read/yamlText.ts';
import { settingsPath } from './settings.ts';
import { lineAt, lineEndOf, lineSpan, type Source } from './source.ts';
import type { YamlEntry } from './yaml.ts';
import { yamlScalar } from './yamlScalar.ts';

/**
 * The edit of `phasewise.yaml` that pins the current phase, or with null lets it be derived again. Only the value of `phase` changes,
 * or one line comes or goes; without the file (`undefined`), the edit of an empty text is what to create it with.
 */
export function pinPhase(source: Source | undefined, phase: string | null): readonly Edit[] {
  const edit = ({ start, end }: Span, text: string): readonly Edit[] => [{ path: settingsPath, start, end, text }];
  const text = source?.text ?? '';
  const entry = source && entryOf(source);
  if (phase === null) return source && entry ? edit(wholeLine(source, entry), '') : [];
  const value = yamlScalar(phase);
  if (source && entry) {
    if (entry.value.kind === 'null') {
      const at = text.indexOf(':', entry.key.whole.end) + 1;
      return edit(
        entry.value.span.end > at ? entry.value.span : { start: at, end: at },
        entry.value.span.end > at ? value : ` ${value}`,
      );
    }
    return edit(entry.value.kind === 'scalar' ? entry.value.whole : entry.value.span, value);
  }
  if (!source || text === '') return edit({ start: 0, end: text.length }, `phase: ${value}\n`);
  const at = firstEntry(source);
  if (text[at] === '{')
    return edit({ start: at + 1, end: at + 1 }, `phase: ${value}${/^\s*}/.test(text.slice(at + 1)) ? '' : ', '}`);
  const eol = lineEndOf(source);
  const line = lineSpan(source, lineAt(source, at));
  const indent = text.slice(line.start, at).replace('\uFEFF', '');
  if (at === text.length) return edit({ start: at, end: at }, `${/[\r\n\uFEFF]$/.test(text) ? '' : eol}phase: ${value}${eol}`);
  return edit({ start: at, end: at }, `phase: ${value}${eol}${indent}`);
}

function entryOf(source: Source): YamlEntry | undefined {
  const [root] = readYaml(source.text).documents;
  return root?.kind === 'map' ? root.entries.find(({ key }) => key.text === 'phase') : undefined;
}

/** The lines of an entry with the line end behind them; in a `{flow: map}` only the entry and a comma. */
function wholeLine(source: Source, { key, value }: YamlEntry): Span {
  const { text } = source;
  const from = lineSpan(source, lineAt(source, key.whole.start));
  const last = Math.max(key.whole.end, value.kind === 'scalar' ? value.whole.end : value.span.end);
  if (text.slice(from.start, key.whole.start).replace('\uFEFF', '').trim() !== '') {
    const comma = /^\s*(?:,\s*)?/.exec(text.slice(last))?.[0].length ?? 0;
    return { start: key.whole.start, end: last + comma };
  }
  const line = lineAt(source, Math.max(key.whole.start, last - 1));
  return { start: key.whole.start, end: source.lineStarts[line + 1] ?? text.length };
}

/** Where the first entry begins: behind comments, blank lines and `---`. */
function firstEntry(source: Source): number {
  for (let line = 0; line < source.lineStarts.length; line += 1) {
    const span = lineSpan(source, line);
    const words = source.text.slice(span.start, span.end).replace('\uFEFF', ' ');
    const indent = words.search(/\S/);
    if (indent >= 0 && words[indent] !== '#' && words.trim() !== '---') return span.start + indent;
  }
  return source.text.length;
}
