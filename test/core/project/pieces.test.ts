import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readByPieces } from '../../../server/src/core/read/byPieces.ts';
import { readWhole, toFacts } from '../../../server/src/core/read/markdownDocument.ts';
import { defaultSettings } from '../../../server/src/core/settings.ts';
import { toSource } from '../../../server/src/core/source.ts';
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

test(
  'a document read piece by piece says what it says when it is read whole, also after an edit',
  () => {
    let read = 0;
    fc.assert(
      fc.property(document, fc.nat(), fc.constantFrom('x', '\n', '# ', '- [ ] ', '```\n', ''), (text, where, typed) => {
        const at = where % (text.length + 1);
        for (const one of [text, text.slice(0, at) + typed + text.slice(at + (typed === '' ? 1 : 0)), text]) {
          const source = toSource(path, one);
          const gathered = readByPieces(source, defaultSettings, null, 0);
          if (!gathered) continue;
          read += 1;
          expect(toFacts(source, gathered)).toEqual(readWhole(source, defaultSettings));
        }
      }),
      { numRuns, ...(process.env.FUZZ_SEED ? { seed: Number(process.env.FUZZ_SEED) } : {}) },
    );
    // The test says something only where documents are read that way at all.
    expect(read).toBeGreaterThan(numRuns / 4);
  },
  Math.max(60_000, numRuns * 200),
);

const corpus = fileURLToPath(new URL('../../../../shared/corpus/docs', import.meta.url));

test.skipIf(!existsSync(corpus))('so do real documents', () => {
  for (const name of readdirSync(corpus).filter((one) => one.endsWith('.md'))) {
    const source = toSource(`docs/${name}`, readFileSync(join(corpus, name), 'utf8'));
    const gathered = readByPieces(source, defaultSettings, null, 0);
    if (gathered) expect(toFacts(source, gathered), name).toEqual(readWhole(source, defaultSettings, null));
  }
});
