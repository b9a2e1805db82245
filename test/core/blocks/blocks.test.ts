import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { parsed, type Skeleton, scanned } from '../../support/oracle.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const runs = Number(process.env.FUZZ_RUNS ?? 300);

/** Documents in the repository, and real ones of other people where they lie beside the checkout. */
const folders = ['test/fixtures', 'examples', '../shared/corpus/docs', '../shared/seeds'];

describe.each(folders)('the scan of %s', (folder) => {
  const path = join(root, folder);
  const present = existsSync(path);
  if (!present) console.warn(`${folder} is not here: its documents are not compared.`);
  const files = present
    ? readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:md|markdown)$/.test(name))
    : [];

  it.skipIf(!present)('has documents', () => expect(files.length).toBeGreaterThan(0));

  it.each(files.map((name) => name.split(sep).join('/')))('%s is cut as remark cuts it', (name) => {
    const text = readFileSync(join(path, name), 'utf8');
    const whole = withoutFrontMatter(text);
    const tags = linesInTags(whole);
    const theirs = withoutHeadingsAboveRules(parsed(whole), whole);
    const onlyInTags = (line: string) => line.endsWith(' item') && tags.has(Number.parseInt(line, 10)) && !theirs.includes(line);
    expect(scanned(text).filter((line) => !onlyInTags(line))).toEqual(theirs);
  });
});

describe('generated documents', () => {
  it('are cut as remark cuts them', () => {
    fc.assert(
      fc.property(document, (text) => {
        const [ours, theirs] = [scanned(text), parsed(text)];
        if (ours.join('\n') !== theirs.join('\n')) expect(`${text}\n${ours.join('\n')}`).toBe(`${text}\n${theirs.join('\n')}`);
      }),
      { numRuns: runs },
    );
  });
});

describe('deliberate differences', () => {
  it('takes a text directly above three dashes for a text above a rule', () => {
    expect(scanned('a\n---\n')).toEqual([]);
    expect(parsed('a\n---\n')).toEqual(['1 heading 2']);
  });

  it('takes dashes as long as the text above them for an underline', () => {
    expect(scanned('Storage\n-------\n')).toEqual(parsed('Storage\n-------\n'));
  });

  it('reads lists inside tags that are no HTML', () => {
    expect(scanned('<verify>\n- a\n')).toEqual(['2 item']);
    expect(parsed('<verify>\n- a\n')).toEqual([]);
  });
});

/** Front matter is no Markdown: its lines are blank for the oracle. */
function withoutFrontMatter(text: string): string {
  return text.replace(/^\ufeff?---\r?\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/, (matter) => matter.replace(/[^\r\n]/g, ''));
}

/** The 1-based lines that remark takes for HTML. */
function linesInTags(text: string): ReadonlySet<number> {
  const lines = new Set<number>();
  const visit = (node: { type: string; children?: unknown[]; position?: { start: { line: number }; end: { line: number } } }) => {
    if (node.type === 'html' && node.position)
      for (let line = node.position.start.line; line <= node.position.end.line; line += 1) lines.add(line);
    for (const child of node.children ?? []) visit(child as typeof node);
  };
  visit(fromMarkdown(text) as unknown as Parameters<typeof visit>[0]);
  return lines;
}

/** What the oracle found, without the headings that are underlined with three dashes. */
function withoutHeadingsAboveRules(found: Skeleton, text: string): Skeleton {
  const lines = text.split(/\r\n|\n|\r/);
  return found.filter((one) => {
    const first = Number.parseInt(one, 10) - 1;
    if (!one.endsWith(' heading 2') || /^[ >]*#/.test(lines[first] ?? '')) return true;
    let last = first + 1;
    while (/^[ >]*[^\s>]/.test(lines[last] ?? '') && !/^[ >]*-+[ \t]*$/.test(lines[last] ?? '')) last += 1;
    return !/^[ >]*---[ \t]*$/.test(lines[last] ?? '');
  });
}

const word = fc.constantFrom(
  'alpha',
  'beta *gamma*',
  '`code`',
  'a | b',
  'Phase 1: x',
  '**bold** text',
  'x_y',
  '1 of 2',
  'a: b',
  '[a](b)',
);
const sentence = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((lines) => lines.map((line) => `T ${line}`).join('\n'));
const heading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), sentence, fc.constantFrom('', ' #', ' ##'))
  .map(([level, words, close]) => `${'#'.repeat(level)} ${words}${close}`);
const fence = fc
  .tuple(
    fc.constantFrom('```', '~~~', '````'),
    fc.constantFrom('', 'sh', ' js'),
    fc.array(fc.constantFrom('a', '- b', '# c', '', '    d', '| e |', '> f')),
  )
  .map(([marker, info, lines]) => [marker + info, ...lines, marker].join('\n'));
const rule = fc.constantFrom('***', '___', '* * *', '---');
const table = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.array(fc.constantFrom('a', 'b c', '', '`d`'), { maxLength: 4 }))
  .map(([columns, cells]) => {
    const row = (cell: string) => `|${` ${cell} |`.repeat(columns)}`;
    return [row('h'), row('---'), ...cells.map(row)].join('\n');
  });
const item = fc.record({
  level: fc.integer({ min: 0, max: 3 }),
  ordered: fc.boolean(),
  box: fc.constantFrom('', '[ ] ', '[x] '),
  words: sentence,
  more: fc.constantFrom('', '', 'T continued'),
});
/** A list whose levels are indented by three: enough for `1. ` and `- ` alike. A level is entered step by step. */
const list = fc.array(item, { minLength: 1, maxLength: 6 }).map((items) => {
  let level = 0;
  let deepest = -1;
  return items
    .map(({ level: wanted, ordered, box, words, more }) => {
      level = Math.min(wanted, deepest + 1);
      deepest = level;
      const indent = ' '.repeat(level * 3);
      const first = `${indent}${ordered ? '1.' : '-'} ${box}T ${words}`;
      return more === '' ? first : `${first}\n${indent}   ${more}`;
    })
    .join('\n');
});
const quote = fc.oneof(paragraph, heading, fence).map((text) =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n'),
);
const comment = fc.constantFrom('<!-- a -->', '<!--\n# b\n\n- c\n-->');
const document = fc
  .array(fc.oneof(paragraph, heading, fence, rule, table, list, quote, comment), { maxLength: 8 })
  .map((parts) => `# Plan\n\n${parts.join('\n\n')}\n`);
