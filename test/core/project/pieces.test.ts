import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOffsets } from '../../../server/src/core/placed.ts';
import { readByPieces } from '../../../server/src/core/read/byPieces.ts';
import { readWhole, toFacts } from '../../../server/src/core/read/markdownDocument.ts';
import type { PieceReading } from '../../../server/src/core/read/pieceReading.ts';
import { defaultSettings } from '../../../server/src/core/settings.ts';
import { type Source, toSource } from '../../../server/src/core/source.ts';
import { markdownLine } from './sequences.ts';

const numRuns = Number(process.env.FUZZ_RUNS ?? 200);
const path = 'docs/plan.md';

const heading = fc.oneof(
  { arbitrary: fc.nat({ max: 30 }).map((number) => `## Phase ${number}: Part ${number}`), weight: 6 },
  {
    arbitrary: fc.constantFrom(
      ...['# Plan', '# Phase 4', '## Overview', '## Risks', '## Exit criteria', '# Exit criteria', '### Phase 3', '## Stage 2'],
      ...['## Manual tests', '## Manual checklist', '# Test plan', '## Login'],
    ),
    weight: 3,
  },
);

const testLine = fc.constantFrom(
  ...[
    '- [ ] Open the page',
    '- [ ] Open it\n  - Expected: 200',
    '- Expected: a list',
    'Expected: 200',
    '1. Log in',
    'Result: pass',
  ],
  ...['- run `npm start` -> prints "up"', '- see `a`', '- [ ] PASS'],
);
const reach = fc.constantFrom('~~~', '```', '<!-- note', '-->', '<pre>', '</pre>', '===', 'Phase: 3');

/** A section that begins with a heading, and lines that may hold other headings, fences, tests, tables. */
const section = fc
  .tuple(
    heading,
    fc.array(
      fc.oneof({ arbitrary: markdownLine, weight: 8 }, { arbitrary: testLine, weight: 3 }, { arbitrary: reach, weight: 1 }),
      {
        maxLength: 14,
      },
    ),
  )
  .map(([first, lines]) => [first, ...lines].join('\n'));

const document = fc
  .tuple(
    fc.constantFrom('# Plan\n\n', '---\ntitle: Plan\n---\n\n', '', 'Intro\n\n'),
    fc.array(section, { minLength: 6, maxLength: 16 }),
    fc.constantFrom('\n', '\n\n', '\r\n'),
  )
  .map(([top, sections, eol]) => (top + sections.join('\n')).replaceAll('\n', eol));

function said(source: Source, { gathered, layout }: PieceReading) {
  return atOffsets(toFacts(source, gathered), () => layout);
}

test(
  'a document read piece by piece says what it says when it is read whole, also after an edit',
  () => {
    let read = 0;
    fc.assert(
      fc.property(document, fc.nat(), fc.constantFrom('x', '\n', '# ', '- [ ] ', '```\n', ''), (text, where, typed) => {
        const at = where % (text.length + 1);
        let before: PieceReading | undefined;
        for (const one of [text, text.slice(0, at) + typed + text.slice(at + (typed === '' ? 1 : 0)), text]) {
          const source = toSource(path, one);
          before = readByPieces(source, defaultSettings, null, 0, before);
          if (!before) continue;
          read += 1;
          expect(said(source, before)).toEqual(readWhole(source, defaultSettings));
        }
      }),
      { numRuns, ...(process.env.FUZZ_SEED ? { seed: Number(process.env.FUZZ_SEED) } : {}) },
    );
    // The test says something only where documents are read that way at all.
    expect(read).toBeGreaterThan(numRuns / 4);
  },
  Math.max(60_000, numRuns * 200),
);

const folders = ['corpus/docs', 'seeds'].map((one) => fileURLToPath(new URL(`../../../../shared/${one}`, import.meta.url)));
const real = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((file) => file.endsWith('.md'));

/** What a person, or a careless paste, does to a text: a few characters or a line come, or a line goes. */
const change = fc.tuple(
  fc.nat(),
  fc.oneof(
    markdownLine.map((line) => `${line}\n`),
    heading.map((line) => `${line}\n`),
    reach.map((line) => `${line}\n`),
    fc.constantFrom('x', ' ', '#', '## ', '\n', '\n\n', '- [ ] ', '`', '|', '<!--', '-->', ': '),
    fc.constant(null),
  ),
);

test.skipIf(real.length === 0)(
  'so do real documents while somebody edits them',
  () => {
    let read = 0;
    for (const file of real) {
      const first = readFileSync(file, 'utf8');
      const session = fc.array(change, { minLength: 1, maxLength: 8 });
      let before: PieceReading | undefined;
      const check = (text: string) => {
        const source = toSource(`docs/${file.split('/').at(-1)}`, text);
        before = readByPieces(source, defaultSettings, null, 0, before);
        if (!before) return;
        read += 1;
        expect(said(source, before), file).toEqual(readWhole(source, defaultSettings, null));
      };
      check(first);
      const follow = (changes: readonly (readonly [number, string | null])[]) => {
        let text = first;
        for (const [where, put] of changes) {
          const at = where % (text.length + 1);
          const line = put === null || put.endsWith('\n') ? text.lastIndexOf('\n', at) + 1 : at;
          const end = put === null ? text.indexOf('\n', line) + 1 || text.length : line;
          text = text.slice(0, line) + (put ?? '') + text.slice(end);
          check(text);
        }
      };
      fc.assert(fc.property(session, follow), { numRuns: Math.ceil(numRuns / 100) });
    }
    expect(read).toBeGreaterThan(real.length);
  },
  Math.max(60_000, numRuns * 400),
);
