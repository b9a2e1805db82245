import { readInline } from '../markdown.ts';
import type { ScopeEntry, Span } from '../model.ts';
import { isEmptyMark, oneLine } from './gates.ts';
import type { Context, Field, Outline, Passage } from './outline.ts';
import { looksLikePath, pathsIn, pathsInSentence } from './paths.ts';
import type { Reading } from './reading.ts';
import { withoutComments } from './text.ts';

/** The scope of a Markdown document: entries below Scope sections and file lists. Prose counts only in a section called Scope. */
export function readScope(outline: Outline, reading: Reading): readonly ScopeEntry[] {
  const entries = [
    ...outline.fields.flatMap((field) => fromField(field, reading)),
    ...outline.passages.flatMap((passage) => fromPassage(passage, outline, reading)),
  ];
  return entries.sort((a, b) => a.at.start - b.at.start);
}

/** `Files: a, b` — the paths on the line of the label. */
function fromField(field: Field, reading: Reading): readonly ScopeEntry[] {
  const topic = field.announces?.topic;
  if (topic?.role !== 'scope' || field.value === '') return [];
  return toEntries(field.value, { start: field.valueAt.start, end: field.valueAt.end }, field.at, topic, field, reading);
}

function fromPassage(passage: Passage, outline: Outline, reading: Reading): readonly ScopeEntry[] {
  const { block, announced } = passage;
  const topic = announced?.topic;
  if (topic?.role !== 'scope') return [];
  if (block.type === 'item') {
    const inner = passage.label && /^(?:in|included?|out|excluded?)$/i.exec(passage.label.name)?.[0];
    const mode = inner ? (/^(?:out|ex)/i.test(inner) ? 'out' : 'in') : topic.mode;
    // An item that is itself a label ("Files: …") was read as one.
    if (passage.label?.topic?.role === 'scope') return [];
    const line = block.text.lines[0] ?? block;
    const { source } = topic;
    return toEntries(oneLine(block.text), line, { start: block.start, end: line.end }, { mode, source }, passage, reading);
  }
  if (block.type === 'paragraph' && passage.label === null && topic.source === 'scope') {
    const line = block.text.lines[0] ?? block;
    return toEntries(oneLine(block.text), line, line, topic, passage, reading).filter(
      (entry) => entry.glob !== null || !entry.text.endsWith(':'),
    );
  }
  if (block.type === 'paragraph' && isListInProse(passage, outline)) {
    const line = block.text.lines[0] ?? block;
    return toEntries(oneLine(block.text), line, line, topic, passage, reading);
  }
  if (block.type === 'fence' && block.fenced && topic.source === 'files')
    return fromFence(block.content, topic, passage, reading);
  if (block.type === 'table') {
    return block.rows.flatMap((row) => {
      const cell = row.cells.find((one) => isPaths(one.text));
      const at = cell?.lines[0];
      return cell && at ? toEntries(cell.text, at, row, topic, passage, reading) : [];
    });
  }
  return [];
}

/** A file list may be a sentence: the only text below its heading, with several paths in it. */
function isListInProse({ block, announced, label, section }: Passage, outline: Outline): boolean {
  if (block.type !== 'paragraph' || label || announced?.by !== 'heading' || announced.inherited) return false;
  return outline.passagesIn(section).length === 1 && pathsIn(oneLine(block.text)).length > 1;
}

/** A cell that holds paths and at most a word or two about them; a sentence that mentions one is none. */
function isPaths(text: string): boolean {
  const paths = pathsIn(text);
  const rest = paths.reduce((words, { path }) => words.replace(path, ' '), text);
  return paths.length > 0 && (rest.match(/\p{L}{2,}/gu)?.length ?? 0) <= mostBeside;
}

const mostBeside = 3;

/** Paths in a fence, one a line: plain, or as the list that a YAML file would hold. */
function fromFence(
  content: Span,
  topic: { mode: 'in' | 'out'; source: 'scope' | 'files' },
  context: Context,
  reading: Reading,
): readonly ScopeEntry[] {
  const text = reading.source.text.slice(content.start, content.end);
  // A drawn tree names files without their folders.
  if (/[├└│]/.test(text)) return [];
  let start = content.start;
  return text.split('\n', mostFenced).flatMap((line) => {
    const words = /^[ \t]{0,12}(?:[-*] )?["']?([^\s"'#]{1,300})["']?/.exec(line);
    const at = start + line.length;
    start = at + 1;
    const rest = words ? line.slice(words[0].length).trim() : '';
    if (!words?.[1] || !looksLikePath(words[1]) || (rest !== '' && !remark.test(rest))) return [];
    const from = at - line.length + line.indexOf(words[1]);
    return toEntries(words[1], { start: from, end: from + words[1].length }, { start: from, end: at }, topic, context, reading);
  });
}

/** What may stand behind a path on its line: `src/a.ts   (new)`, `src/b.ts # the pump`. */
const remark = /^(?:[(#←]|\/\/ |[-–—]{1,2} )/;

/** Lines of a fence that are looked at, at most. */
const mostFenced = 500;

function toEntries(
  text: string,
  textAt: Span,
  at: Span,
  topic: { mode: 'in' | 'out'; source: 'scope' | 'files' },
  context: Passage | Field | Context,
  reading: Reading,
): readonly ScopeEntry[] {
  if (text === '' || isEmptyMark(text)) return [];
  const label = 'label' in context && context.label?.topic?.role === 'scope' ? context.label : context.announced;
  const creates = topic.mode === 'in' && saysNew(`${label?.name ?? ''} ${text}`);
  // Written out: what is spread and added to has a shape of its own in memory, half a kilobyte for each line of a scope.
  const entry = (glob: string | null, words: string, span: Span): ScopeEntry => {
    const { mode, source } = topic;
    const { phase, stage } = context;
    const at = reading.place(span);
    return creates
      ? { mode, glob, text: words, at, phase, stage, source, creates }
      : { mode, glob, text: words, at, phase, stage, source };
  };
  const plain = pathsIn(text);
  const paths = plain.length > 0 || topic.source !== 'files' || text.includes('`') ? plain : pathsInSentence(text);
  if (paths.length > 0) {
    const joined = text.length > textAt.end - textAt.start;
    return paths.map(({ path, start, end }) =>
      entry(path, text.slice(start, end), joined ? at : { start: textAt.start + start, end: textAt.start + end }),
    );
  }
  if (topic.source === 'files') return [];
  return [entry(null, readInline(withoutComments(text)).plain, textAt)];
}

/** Whether words speak of files that are made: "Files to create", "`src/a.ts` (new)". */
function saysNew(words: string): boolean {
  return newWords.test(words.replace(/`[^`]*`/g, ' '));
}

const newWords =
  /(?<![\p{L}\d/._-])(?:new|add|adds|added|create|creates|created|neue|nuevos|novos|nouveaux|crear|criar|créer|creados|criados|créés|новые)(?![\p{L}\d/._-])|新|创建|創建|作成|생성/iu;
