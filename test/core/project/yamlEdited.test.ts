import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Project } from '../../../server/src/core/index.ts';
import { atOffsets } from '../../../server/src/core/placed.ts';
import { readDocument } from '../../../server/src/core/read/document.ts';
import type { Said } from '../../../server/src/core/read/said.ts';
import { readEditedYaml } from '../../../server/src/core/read/yamlEdited.ts';
import { defaultSettings } from '../../../server/src/core/settings.ts';
import { toSource } from '../../../server/src/core/source.ts';
import { emptyState, fresh, seen, take } from './folder.ts';

const numRuns = Number(process.env.FUZZ_RUNS ?? 400);
const seed = process.env.FUZZ_SEED ? { seed: Number(process.env.FUZZ_SEED) } : {};

const head = fc.oneof(
  { arbitrary: fc.constantFrom('tasks:\n', '', '# Work\ntasks:\n', 'title: Work\nitems:\n'), weight: 3 },
  fc.constantFrom(
    ...['---\nitems:\n', 'project: Sail\n\nbacklog:\n', 'phase: 2\ntasks:\n', 'statuses:\n  laid: done\ntasks:\n'],
    ...['rows:\n', 'phases:\n  - id: 1\n    title: Hull\ntasks:\n', 'tasks:\n\n  # The first ones\n', 'phases:\n', 'metrics:\n'],
    ...['tasks:\n  - id: T0-001\n    title: Keel\nqueue:\n', 'in_progress:\n', 'lanes:\n'],
  ),
);
const tail = fc.constantFrom(
  '',
  '',
  'title: Later\n',
  'statuses:\n  laid: done\n',
  '# end\n',
  'done:\n  - id: T9-001\n    title: Old\n',
);

const said = (...fields: readonly string[]) => fc.constantFrom(...fields);
const field = fc.oneof(
  {
    arbitrary: said('title: Plank it', 'title: "Plank it"', "title: 'Plank: it'", 'name: Mast', 'summary: |\n  Two\n  lines'),
    weight: 9,
  },
  { arbitrary: said('status: open', 'status: done', 'status: laid', 'state: "in progress"', 'status:', 'done: true'), weight: 9 },
  { arbitrary: said('phase: 1', 'phase: "2"', 'phase: P3', 'phase: Hull', 'stage: 2', 'milestone: M1'), weight: 9 },
  { arbitrary: said('depends_on: [T1-001, T1-002]', 'depends_on:\n  - T1-001', 'artifacts:\n  - src/hull.ts'), weight: 6 },
  {
    arbitrary: said('acceptance_criteria:\n  - Tests pass', 'owned_paths: [src/**]', 'evidence: docs/log.md', 'deferred_to: 3'),
    weight: 6,
  },
  { arbitrary: said('# a note', '', 'title: ""', 'tasks:\n  - id: X\n    title: In', 'cmd: make', 'schedule: daily'), weight: 3 },
  { arbitrary: said('hosts: all', 'ref: &a x', 'other: *a', 'bad: [', 'note: "open', '? odd'), weight: 1 },
);

const item = (column: number) =>
  fc
    .tuple(
      fc.oneof(
        { arbitrary: fc.nat({ max: 40 }).map((number) => `id: T${number % 4}-0${number}`), weight: 30 },
        { arbitrary: fc.constantFrom('title: Rig it', '# note', 'name: Rig', 'Just words', '[ ] Boxed', 'task: Rig'), weight: 1 },
      ),
      fc.uniqueArray(field, { maxLength: 5, selector: (one) => one.split(':')[0] }),
    )
    .map(([first, fields]) => {
      const indent = ' '.repeat(column);
      const lines = fields.flatMap((one) => one.split('\n')).map((line) => (line === '' ? '' : `${indent}  ${line}`));
      return `${[`${indent}- ${first}`, ...lines].join('\n')}\n`;
    });

const register = fc
  .constantFrom(0, 2, 2, 4)
  .chain((column) =>
    fc
      .tuple(head, fc.array(item(column), { minLength: 1, maxLength: 9 }), tail, fc.constantFrom('\n', '\n', '\n', '\r\n'))
      .map(([first, items, last, eol]) => (first + items.join('') + last).replaceAll('\n', eol)),
  );

/** Typed into a text, or, as a number, so many characters taken out of it. */
const typed = fc.oneof(
  fc.constantFrom(
    ...['x', ' ', '1', '\n', '"', "'", ':', ': ', '#', ' #', '-', '- ', '\n  - id: T1-099\n', '\n    status: done', '[', ']'],
  ),
  fc.constantFrom(
    ...[
      '&',
      '*',
      '|',
      '>',
      '\t',
      '\r',
      '{',
      '}',
      ',',
      '\n\n',
      'phasewise-disable',
      '\n---\n',
      '\nfoo:\n',
      '\n  - id: T2-007\n    title: Sew',
    ],
  ),
  fc.nat({ max: 30 }),
);

let read = 0;

function hold(path: string, first: string, edits: readonly (readonly [number, string | number])[]): void {
  let text = first;
  let said: Said | undefined;
  for (const [where, edit] of edits) {
    const at = where % (text.length + 1);
    const after =
      typeof edit === 'string' ? text.slice(0, at) + edit + text.slice(at) : text.slice(0, at) + text.slice(at + edit);
    const old = toSource(path, text);
    const source = toSource(path, after);
    const before: Said = said?.source.text === text ? said : { source: old, facts: readDocument(old, defaultSettings) };
    const again = readEditedYaml(before, source, defaultSettings);
    const whole = readDocument(source, defaultSettings);
    if (again) {
      read += 1;
      expect(
        atOffsets(again.facts, () => again.layout),
        JSON.stringify([text, after]),
      ).toEqual(whole);
    }
    said = again;
    // What breaks a text is undone at once, or most of a session would be spent with broken ones.
    if (whole.kind === 'tasks' && whole.problems.length === 0) text = after;
  }
}

const session = fc.array(fc.tuple(fc.nat(), typed), { minLength: 1, maxLength: 6 });

test(
  'a task list of which an item was edited says what it says when all of it is read',
  () => {
    read = 0;
    fc.assert(
      fc.property(register, session, (text, edits) => hold('tasks/tasks.yaml', text, edits)),
      { numRuns, ...seed },
    );
    expect(read).toBeGreaterThan(numRuns / 10);
  },
  Math.max(60_000, numRuns * 100),
);

const plan = `# Plan

## Phase 1: Hull
- [ ] T1-01 Plank it
- [x] T2-02 Caulk it

## Phase 2: Mast
### Stage 2: Step it
| ID | Task | Status | Depends on |
|---|---|---|---|
| T1-05 | Step it | done | T1-09 |
`;

test(
  'a project whose task list is edited says what one says that sees it for the first time',
  () => {
    fc.assert(
      fc.property(register, register, session, (text, other, edits) => {
        const state = emptyState();
        const put = (path: string, words: string) => take({ kind: 'set', path, lines: words.split('\n') }, state, project);
        let project = Project.empty;
        project = put('docs/plan.md', plan);
        project = put('work/tasks.yaml', other);
        project = put('tasks/tasks.yaml', text);
        expect(seen(project)).toEqual(seen(fresh(state)));
        let now = text;
        for (const [where, edit] of edits) {
          const at = where % (now.length + 1);
          now = typeof edit === 'string' ? now.slice(0, at) + edit + now.slice(at) : now.slice(0, at) + now.slice(at + edit);
          project = put('tasks/tasks.yaml', now);
          expect(seen(project)).toEqual(seen(fresh(state)));
        }
      }),
      { numRuns: Math.ceil(numRuns / 2), ...seed },
    );
  },
  Math.max(60_000, numRuns * 100),
);

const corpus = fileURLToPath(new URL('../../../../shared/corpus/docs', import.meta.url));

test.skipIf(!existsSync(corpus))(
  'so do real task lists',
  () => {
    for (const name of readdirSync(corpus).filter((one) => one.endsWith('.yaml'))) {
      const text = readFileSync(join(corpus, name), 'utf8');
      fc.assert(
        fc.property(session, (edits) => hold(`tasks/${name}`, text, edits)),
        { numRuns: Math.ceil(numRuns / 20), ...seed },
      );
    }
  },
  Math.max(60_000, numRuns * 100),
);
