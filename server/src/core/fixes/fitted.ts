import type { Edit } from '../model.ts';
import { lineAt, lineSpan, type Source } from '../source.ts';
import { replaced, rewritten, type Wording } from './wording.ts';
import { inQuotes, scalarAround, yamlValue } from './yamlScalars.ts';

/**
 * An edit of the words of a condition, written as the place demands in which they stand: a value of YAML may need quotes around it, a cell
 * of a table a sign before its pipes.
 * @param condition the whole condition
 */
export function fitted(edit: Edit, condition: { readonly start: number; readonly end: number }, source: Source): Edit {
  if (/\.ya?ml$/i.test(source.path)) return inYaml(edit, condition, source);
  const line = lineSpan(source, lineAt(source, edit.start));
  const isRow = /^[\s>]*\|/.test(source.text.slice(line.start, Math.min(line.end, line.start + 200)));
  return isRow
    ? withWords(
        edit,
        edit,
        rewritten(wordsOf(edit), (char) => (char === '|' ? '\\|' : char)),
      )
    : edit;
}

function inYaml(edit: Edit, condition: { readonly start: number; readonly end: number }, source: Source): Edit {
  const { scalar, flow = false } = scalarAround(source, edit) ?? {};
  if (scalar?.style === 'block') return edit;
  const quote = scalar?.style === 'quoted' ? source.text[scalar.span.start - 1] : undefined;
  if (quote) return withWords(edit, edit, inQuotes(wordsOf(edit), quote));
  const whole = scalar?.span ?? condition;
  const before: Wording = { text: source.text.slice(whole.start, whole.end), stops: [] };
  const after = replaced(before, { start: edit.start - whole.start, end: edit.end - whole.start }, wordsOf(edit));
  const value = yamlValue(after, flow);
  return value === after ? edit : withWords(edit, whole, value);
}

function wordsOf({ text, stops = [] }: Edit): Wording {
  return { text, stops };
}

function withWords({ path }: Edit, { start, end }: { readonly start: number; readonly end: number }, words: Wording): Edit {
  return { path, start, end, text: words.text, ...(words.stops.length > 0 ? { stops: words.stops } : {}) };
}
