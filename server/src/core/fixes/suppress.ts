import { unexplainedRule, unusedRule } from '../disables.ts';
import { documentAt } from '../documents.ts';
import type { Edit, Finding, Fix, Span } from '../model.ts';
import type { Project } from '../project.ts';
import { readBlocks } from '../read/blocks.ts';
import { lineAt, lineSpan, type Source } from '../source.ts';
import { linesBehind, lineText } from './lines.ts';
import { joined, type Wording, wording } from './wording.ts';
import { scalarAround } from './yamlScalars.ts';

type Reach = 'line' | 'next-line' | 'section' | 'file';

/**
 * The ways to leave a finding alone with a reason: a comment for its line, for the section of a Markdown document, for the document. There
 * are none where nothing reads comments: in code files, in the configuration, for findings about such comments.
 */
export function suppressions(project: Project, finding: Finding): readonly Fix[] {
  const { rule, at } = finding;
  const source = project.sources.get(at.path);
  const facts = documentAt(project.documents, at.path);
  if (!source || !facts || rule === unusedRule || rule === unexplainedRule || rule === 'document/unreadable') return [];
  const yaml = /\.ya?ml$/i.test(at.path);
  const comment = (reach: Reach) => {
    const order = joined(`phasewise-disable-${reach} ${rule} -- `, wording('why this is fine', 'all'));
    return yaml ? joined('# ', order) : joined('<!-- ', order, ' -->');
  };
  const fixes = [
    ['Leave this alone, with a reason', yaml ? besideValue(source, at.start, comment) : besideLine(source, at.start, comment)],
    ['Leave it alone in this section, with a reason', yaml ? undefined : belowHeading(source, at.start, comment('section'))],
    ['Leave it alone in this document, with a reason', atTop(source, comment('file'))],
  ] as const;
  return fixes.flatMap(([title, edit]) => (edit ? [{ title: `${title} (${rule})`, edits: [edit] }] : []));
}

/** At the end of the line; behind the last cell of a row, where it is no part of the table. */
function besideLine(source: Source, offset: number, comment: (reach: Reach) => Wording): Edit | undefined {
  const line = lineSpan(source, lineAt(source, offset));
  const text = source.text.slice(line.start, line.end);
  const isRow = /^[\s>]{0,40}\|/.test(text);
  if (text.trim() === '' || (isRow && !/\|\s*$/.test(text))) return undefined;
  return { path: source.path, start: line.end, end: line.end, ...joined(' ', comment('line')) };
}

/** At the end of the line, or on a line before a value that goes on in the next one. In a block of text a comment would be text. */
function besideValue(source: Source, offset: number, comment: (reach: Reach) => Wording): Edit | undefined {
  const number = lineAt(source, offset);
  const line = lineSpan(source, number);
  const { scalar } = scalarAround(source, { start: offset, end: offset }) ?? {};
  if (scalar?.style === 'block') return undefined;
  if (!scalar || scalar.whole.end <= line.end)
    return { path: source.path, start: line.end, end: line.end, ...joined(' ', comment('line')) };
  if (scalar.whole.start < line.start) return undefined;
  const indent = /^\s*/.exec(lineText(source, number))?.[0] ?? '';
  return linesBehind(source, number - 1, [joined(indent, comment('next-line'))]);
}

const remembered = new WeakMap<Source, readonly Span[]>();

function headingsOf(source: Source): readonly Span[] {
  const known = remembered.get(source);
  if (known) return known;
  const headings = readBlocks(source).filter(({ type }) => type === 'heading');
  remembered.set(source, headings);
  return headings;
}

/** On a line of its own below the nearest heading; undefined for a finding that is about a heading itself. */
function belowHeading(source: Source, offset: number, comment: Wording): Edit | undefined {
  const heading = headingsOf(source).findLast(({ start }) => start <= offset);
  if (!heading || offset <= heading.end) return undefined;
  const line = lineAt(source, heading.end);
  return linesBehind(source, line, lineText(source, line + 1).trim() === '' ? ['', comment] : [comment]);
}

/** On the first line, or behind the front matter. */
function atTop(source: Source, comment: Wording): Edit {
  let line = -1;
  if (/^\uFEFF?---\s*$/.test(lineText(source, 0)) && !/\.ya?ml$/i.test(source.path)) {
    const { length } = source.lineStarts;
    for (let end = 1; end < length && line < 0; end += 1) if (/^(?:---|\.\.\.)\s*$/.test(lineText(source, end))) line = end;
  }
  return linesBehind(source, line, [comment]);
}
