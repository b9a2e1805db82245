import type { Span } from './model.ts';

/** A node of a YAML text. Spans are 0-based UTF-16 offsets into the text; nothing in here refers to the library's own nodes. */
export type YamlNode = YamlMap | YamlList | YamlScalar | YamlNull;

/** Keys in the order of the text. A key that stands twice has only its last entry, as most YAML readers have it. */
export interface YamlMap {
  readonly kind: 'map';
  readonly span: Span;
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
}

export interface YamlList {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly YamlNode[];
}

export interface YamlScalar {
  readonly kind: 'scalar';
  /** The words meant: unquoted, unescaped, folded. `2.10` stays `2.10`, dates stay as written. */
  readonly text: string;
  /** The words in the text, without quotes; for a block scalar its lines from the first to the last character. */
  readonly span: Span;
  /** With quotes, or from the `|` on. */
  readonly whole: Span;
  /** An alias is not followed: its text is `*name`. */
  readonly style: 'plain' | 'quoted' | 'block' | 'alias';
}

/** Nothing, `~` or `null`. */
export interface YamlNull {
  readonly kind: 'null';
  /** The word, or the place where a value would stand. */
  readonly span: Span;
}

/** What is wrong with a text, as a sentence for a person. */
export interface YamlError extends Span {
  readonly message: string;
  /** From here on nothing was read. */
  readonly limit?: true;
}

/** A YAML text as plain data. */
export interface YamlText {
  /** The documents of the text; one that could not be read is absent. */
  readonly documents: readonly YamlNode[];
  /** In the order of the text, at most one per line and twenty in all. */
  readonly errors: readonly YamlError[];
}

/** More than are ever shown: after sorting, the first of each line counts. */
export const mostErrors = 1000;

/** How many errors of a text are shown. */
const shown = 20;

/** The entries of a map, of each key the last one; every earlier one is an error. */
export function withoutRepeated(entries: readonly YamlEntry[], errors: YamlError[]): readonly YamlEntry[] {
  const last = new Map<string, YamlEntry>();
  for (const entry of entries) {
    const { text, whole } = entry.key;
    if (last.delete(text) && text !== '<<' && errors.length < mostErrors)
      errors.push({ ...whole, message: `“${text}” stands twice here; the last one counts.` });
    last.set(text, entry);
  }
  return last.size === entries.length ? entries : [...last.values()];
}

/** One error can make the library stumble many times: the first of each line is kept, inside the text. */
export function tidyErrors(errors: readonly YamlError[], text: string): readonly YamlError[] {
  const kept: YamlError[] = [];
  let lineEnd = -1;
  for (const error of [...errors].sort((a, b) => a.start - b.start)) {
    if (error.start < lineEnd && !error.limit) continue;
    const start = Math.max(0, Math.min(error.start, text.length));
    const stop = text.indexOf('\n', start);
    lineEnd = stop < 0 ? text.length + 1 : stop + 1;
    // At least one character, at most the rest of the line: an error is a place to look at, not an area.
    const end = Math.max(start, Math.min(Math.max(error.end, start + 1), stop < 0 ? text.length : stop));
    kept.push({ ...error, start, end });
    if (kept.length === shown) break;
  }
  return kept;
}

/** The lines of a block scalar, without its `|` or `>` line and without the white space around them. */
export function blockSpan(text: string, whole: Span): Span {
  const line = text.indexOf('\n', whole.start);
  let start = line < 0 ? whole.end : Math.min(line + 1, whole.end);
  let end = whole.end;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  return { start, end };
}
