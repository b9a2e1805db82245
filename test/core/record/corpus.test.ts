import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  defaultSettings,
  type Edit,
  lineAt,
  type Outcome,
  readDocument,
  recordOutcome,
  type Target,
  targetsOf,
  toSource,
} from '../../../server/src/core/index.ts';
import { result, titleOf } from './recording.ts';

/** Real documents that are not part of the repository. `RECORD_ALL=1` records every test and condition of them instead of some. */
const corpus = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'corpus');
const here = existsSync(join(corpus, 'manifest.json'));
const most = process.env.RECORD_ALL ? Number.POSITIVE_INFINITY : 3;

if (!here) console.warn(`Skipped: recording in real documents, because ${corpus} is not there.`);

interface Listed {
  readonly file: string;
  readonly path: string;
}

const outcome: Outcome = {
  ...result,
  actor: 'Ada',
  note: 'took `3 s` | long',
  commit: '1a2b3c4',
  exitCode: 0,
  artifact: '../evidence/phase-1/t-1.txt',
};

/** The bytes of a text as people have it on their disks. */
const variants: Readonly<Record<string, (text: string) => string>> = {
  LF: (text) => text,
  CRLF: (text) => text.replace(/\r?\n/g, '\r\n'),
  BOM: (text) => `\ufeff${text.replace(/^\ufeff/, '')}`,
  'no final newline': (text) => text.replace(/(?:\r?\n)+$/, ''),
  mixed: (text) =>
    text.split(/\r?\n/).reduce((all, line, index) => `${all}${index === 0 ? '' : index % 3 ? '\n' : '\r\n'}${line}`, ''),
};

describe.skipIf(!here)('recording in real documents', () => {
  it('changes no byte outside its edits, can be undone, and says one thing more', { timeout: 3_600_000 }, () => {
    const documents = JSON.parse(readFileSync(join(corpus, 'manifest.json'), 'utf8')) as Listed[];
    const counts = { recorded: 0, refused: 0, texts: 0 };
    const why = new Map<string, number>();
    for (const { file, path } of documents) {
      const written = readFileSync(join(corpus, 'docs', file), 'utf8');
      for (const [name, variant] of Object.entries(variants)) {
        const text = variant(written);
        const source = toSource(path, text);
        const facts = readDocument(source, defaultSettings);
        counts.texts += 1;
        for (const target of chosen(targetsOf(facts))) {
          const edits = recordOutcome(source, facts, target, outcome, defaultSettings);
          if ('refused' in edits) {
            counts.refused += 1;
            const reason = `${file}: ${edits.refused}`;
            why.set(reason, (why.get(reason) ?? 0) + 1);
            continue;
          }
          counts.recorded += 1;
          const after = applyEdits(path, text, edits);
          expect(Buffer.from(undone(after, text, edits)).equals(Buffer.from(text)), `${file}, ${name}: ${titleOf(target)}`).toBe(
            true,
          );
          // Edits stay at the lines of the test or condition, of what stands below it, or of its table.
          for (const edit of edits) expect(edit.text.length).toBeLessThan(400);
          expect(lineEnds(after), `${file}, ${name}`).toEqual(lineEnds(text));
        }
      }
    }
    if (process.env.RECORD_ALL) console.log(counts, [...why].map(([reason, count]) => `${count} × ${reason}`).join('\n'));
    expect(counts.recorded).toBeGreaterThan(300);
    // What is refused is told without a place of its own for a result (lines of one paragraph).
    expect(counts.refused / (counts.recorded + counts.refused)).toBeLessThan(0.1);
  });
});

/** Some of the tests and some of the conditions, from all over the document. */
function chosen(targets: readonly Target[]): readonly Target[] {
  if (targets.length <= most) return targets;
  return Array.from({ length: most }, (_, index) => targets[Math.floor((index * targets.length) / most)] as Target);
}

/** The text before edits, from the text after them: what stands outside them is the same in both. */
function undone(after: string, before: string, edits: readonly Edit[]): string {
  let text = '';
  let from = 0;
  let shift = 0;
  for (const { start, end, text: words } of [...edits].sort((a, b) => a.start - b.start)) {
    text += after.slice(from, start + shift) + before.slice(start, end);
    expect(after.slice(start + shift, start + shift + words.length)).toBe(words);
    from = start + shift + words.length;
    shift += words.length - (end - start);
  }
  return text + after.slice(from);
}

/** Which kinds of line ends a text has; a single line has none. */
function lineEnds(text: string): readonly boolean[] {
  const source = toSource('x.md', text);
  if (lineAt(source, text.length) === 0) return [false, true];
  return [/\r\n/.test(text), /(?<!\r)\n/.test(text)];
}
