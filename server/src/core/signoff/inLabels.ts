import { linesBehind, lineText } from '../fixes/lines.ts';
import type { Edit } from '../model.ts';
import type { Field } from '../read/outline.ts';
import { isBlank } from '../read/signoffs.ts';
import type { SignoffKey } from '../read/signoffWords.ts';
import { lineAt, type Source } from '../source.ts';
import { documentsAbout } from './documentsAbout.ts';
import type { Signing, Written } from './form.ts';
import { labelOf } from './record.ts';

/** Labels that wait to be filled in (`Approved by: ___`, `Date:`): each takes its words, and what has no label gets one behind them. */
export function inLabels({ project, phase, fields }: Signing): Written | undefined {
  for (const { source, outline, isOwn } of documentsAbout(project, phase)) {
    const open = outline.fields.filter((field) => isOwn(field) && keyOf(field) !== undefined && isBlank(field.value));
    const actor = open.find((field) => keyOf(field) === 'actor');
    if (!actor) continue;
    const near = open.filter(({ section }) => section === actor.section);
    const edits: Edit[] = [];
    const taken = new Map<SignoffKey, Field>();
    for (const field of near) {
      const key = keyOf(field);
      const value = key && fields.get(key);
      if (!key || !value || taken.has(key)) continue;
      taken.set(key, field);
      edits.push(fill(source, field, value));
    }
    const last = [...taken.values()].sort((a, b) => b.at.end - a.at.end)[0] ?? actor;
    const more = [...fields].filter(([key]) => !taken.has(key)).map(([key, value]) => likeIt(source, last, labelOf[key], value));
    const line = lineAt(source, last.at.start);
    return { edits: [...edits, ...(more.length > 0 ? [linesBehind(source, line, more)] : [])], waiting: [], restated: [] };
  }
  return undefined;
}

/** What a label of a sign-off asks for, by its name. */
export function keyOf({ label }: Field): SignoffKey | undefined {
  const name = label.name.toLowerCase();
  if (
    /^(?:approved by|approver|signed(?:[- ]off)? by|sign-?off by|reviewed by|reviewer|actor|signature|owner approval)$/.test(name)
  )
    return 'actor';
  if (/^(?:date|approved on|signed on|approval date|sign-?off date)$/.test(name)) return 'date';
  if (/^role$/.test(name)) return 'role';
  if (/^(?:commit|sha|revision)$/.test(name)) return 'commit';
  if (/^(?:correlation[ _-]?id|reference id)$/.test(name)) return 'correlation';
  if (/^(?:evidence|evidence links?|proof)$/.test(name)) return 'evidence';
  return /^(?:override|waiver)$/.test(name) ? 'override' : undefined;
}

function fill(source: Source, { at, valueAt: { start, end } }: Field, value: string): Edit {
  const glued = start === end && !/\s/.test(source.text[start - 1] ?? ' ');
  const words = fitting(value, lineText(source, lineAt(source, at.start)));
  return { path: source.path, start, end, text: `${glued ? ' ' : ''}${words}${source.text[end] === '|' ? ' ' : ''}` };
}

/** In the cell of a table a pipe would end it. */
function fitting(value: string, line: string): string {
  return /^[\s>]*\|/.test(line.slice(0, 100)) ? value.replaceAll('|', '\\|') : value;
}

/** A line like that of another label: its marker, emphasis and what stands behind the value. */
function likeIt(source: Source, { label, at, valueAt }: Field, name: string, value: string): string {
  const number = lineAt(source, at.start);
  const line = lineText(source, number);
  const from = source.lineStarts[number] ?? 0;
  const named = line.indexOf(label.name);
  if (named < 0) return `${name}: ${value}`;
  const lead = line.slice(0, named);
  const between = line.slice(named + label.name.length, valueAt.start - from);
  const tail = line.slice(valueAt.end - from);
  return `${lead}${name}${/\s$/.test(between) ? between : `${between} `}${fitting(value, line)}${tail.startsWith('|') ? ' ' : ''}${tail}`;
}
