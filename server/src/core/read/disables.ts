import type { Disable, Span } from '../model.ts';
import { lineAt, lineSpan, type Source } from '../source.ts';
import type { Block } from './blocks.ts';
import { mostDisables } from './limits.ts';

const keyword = 'phasewise-disable';
/** `phasewise-disable-next-line gate/noun-phrase, gate/bare-done -- agreed with QA`; the dashes may be a colon or a long dash. */
const form = /^phasewise-disable-(line|next-line|section|file)\b((?:[ \t,]{1,9}[a-z]{1,40}\/[a-z-]{1,60}){0,50})/;

/** A longer comment is no order. UTF-16 units. */
const longestComment = 400;

/** The disable comments of a Markdown document: HTML comments outside code. */
export function readMarkdownDisables(source: Source, blocks: readonly Block[]): readonly Disable[] {
  if (!source.text.includes(keyword)) return [];
  const fences = blocks.filter((block) => block.type === 'fence');
  const headings = blocks.filter((block) => block.type === 'heading');
  return found(source, '<!--', '-->')
    .slice(0, mostDisables)
    .filter(({ at }) => !fences.some((fence) => at.start >= fence.start && at.end <= fence.end))
    .flatMap(({ at, words }) => {
      const level = headings.findLast((heading) => heading.start <= at.start)?.level ?? 0;
      const next = headings.find((heading) => heading.start > at.start && heading.level <= level);
      return toDisable(source, at, words, next?.start ?? source.text.length) ?? [];
    });
}

/** The disable comments of a YAML document: `# phasewise-disable-…`. A section is the file. */
export function readYamlDisables(source: Source): readonly Disable[] {
  if (!source.text.includes(keyword)) return [];
  return found(source, '#', '\n')
    .slice(0, mostDisables)
    .flatMap(({ at, words }) => toDisable(source, at, words, source.text.length) ?? []);
}

/** Comments that begin with the keyword. */
function found(source: Source, open: string, close: string): readonly { at: Span; words: string }[] {
  const { text } = source;
  const all: { at: Span; words: string }[] = [];
  for (let from = text.indexOf(keyword); from >= 0; from = text.indexOf(keyword, from + 1)) {
    let start = from;
    while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start -= 1;
    if (!text.startsWith(open, start - open.length)) continue;
    const near = text.slice(from, from + longestComment + 1);
    const end = near.includes(close) ? from + near.indexOf(close) : text.length;
    if (end - from > longestComment || (close !== '\n' && !near.includes(close))) continue;
    all.push({
      at: { start: start - open.length, end: close === '\n' ? end : end + close.length },
      words: text.slice(from, end).trim(),
    });
  }
  return all;
}

function toDisable(source: Source, at: Span, words: string, sectionEnd: number): Disable | undefined {
  const match = form.exec(words);
  if (!match) return undefined;
  const behind = words.slice(match[0].length).trim();
  const dash = /^(?:--|[:—–])/.exec(behind)?.[0] ?? '';
  if ((behind !== '' && dash === '') || behind.includes('\n')) return undefined;
  const rules = (match[2] ?? '').split(/[ \t,]+/).filter((rule) => rule !== '');
  const reason = behind.slice(dash.length).trim() || null;
  const place = { path: source.path, start: at.start, end: at.end };
  switch (match[1]) {
    case 'file':
      return { rules, reason, at: place, covers: { start: 0, end: source.text.length } };
    case 'section':
      return { rules, reason, at: place, covers: { start: at.end, end: sectionEnd } };
    case 'line':
      return { rules, reason, at: place, covers: lineSpan(source, lineAt(source, at.start)) };
    default: {
      let line = lineAt(source, at.end) + 1;
      while (line < source.lineStarts.length && lineSpan(source, line).start === lineSpan(source, line).end) line += 1;
      return { rules, reason, at: place, covers: lineSpan(source, line) };
    }
  }
}
