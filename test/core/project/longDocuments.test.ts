import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Project } from '../../../server/src/core/index.ts';
import { emptyState, fresh, seen, take } from './folder.ts';
import { markdownLine, type Step } from './sequences.ts';

const numRuns = Number(process.env.FUZZ_RUNS ?? 60);
const seed = process.env.FUZZ_SEED;
const paths = ['docs/plan.md', 'docs/phases/phase-2.md'] as const;

/** A section as plans have it, with words that go on over lines. */
const section = fc
  .nat({ max: 9 })
  .map((number) => [
    `## Phase ${number}: Part ${number}`,
    '',
    'Status: In progress',
    '',
    '### Scope',
    '',
    `- \`src/part${number}/**\``,
    '- `src/web/*.ts` and everything that',
    '  belongs to it',
    '',
    '### Tasks',
    '',
    `- [ ] T${number}-001 Add the part`,
    `- [x] T${number}-002 Mend it (depends on T${number}-001)`,
    '',
    '### Exit criteria',
    '',
    '- All tests pass and the system',
    '  works correctly',
    '- `npm test` exits 0',
    '',
    '- Performance is',
    'acceptable',
    '',
  ]);
const document = fc.array(section, { minLength: 6, maxLength: 12 }).map((sections) => ['# Plan', '', ...sections.flat()]);

const path = fc.constantFrom(...paths);
const edit: fc.Arbitrary<Step> = fc.oneof(
  {
    arbitrary: fc
      .tuple(path, fc.nat(), fc.nat({ max: 50 }), fc.constantFrom('a', ' ', '.', '`', 'some words ', '- ', '\n', '\n\n', '# '))
      .map(([one, line, column, text]): Step => ({ kind: 'type', path: one, line, column, text })),
    weight: 8,
  },
  {
    arbitrary: fc
      .tuple(fc.constantFrom('insert' as const, 'replace' as const), path, fc.nat(), markdownLine)
      .map(([kind, one, line, text]): Step => ({ kind, path: one, line, text })),
    weight: 3,
  },
  { arbitrary: fc.tuple(path, fc.nat()).map(([one, line]): Step => ({ kind: 'remove', path: one, line })), weight: 2 },
  { arbitrary: path.map((one): Step => ({ kind: 'settle', path: one })), weight: 1 },
);

test(
  'long documents that somebody edits say what they say when they are read for the first time, and where',
  () => {
    fc.assert(
      fc.property(document, document, fc.array(edit, { minLength: 2, maxLength: 12 }), (plan, phase, edits) => {
        const state = emptyState();
        let project = Project.empty.on(state.today);
        const begin: readonly Step[] = [
          { kind: 'set', path: paths[0], lines: plan },
          { kind: 'set', path: paths[1], lines: phase },
          { kind: 'list', names: ['src/part1/a.ts', 'src/part2/b.ts', 'src/web/menu.ts'] },
          { kind: 'touch', path: 'src/part7/c.ts' },
        ];
        for (const step of begin) project = take(step, state, project);
        void project.findings;
        for (const step of edits) {
          const before = project;
          const said = seen(before);
          project = take(step, state, project);
          const first = fresh(state);
          expect(seen(project)).toEqual(seen(first));
          expect(project.documents).toEqual(first.documents);
          expect(project.plans).toEqual(first.plans);
          expect(seen(before)).toEqual(said);
        }
      }),
      { numRuns, ...(seed ? { seed: Number(seed) } : {}) },
    );
  },
  Math.max(120_000, numRuns * 2000),
);
