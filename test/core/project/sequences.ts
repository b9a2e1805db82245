import fc from 'fast-check';

/** One change of a folder. `line` counts modulo the lines that there are. */
export type Step =
  | { readonly kind: 'set'; readonly path: string; readonly lines: readonly string[] }
  | { readonly kind: 'delete'; readonly path: string }
  | { readonly kind: 'insert'; readonly path: string; readonly line: number; readonly text: string }
  | { readonly kind: 'replace'; readonly path: string; readonly line: number; readonly text: string }
  | { readonly kind: 'remove'; readonly path: string; readonly line: number }
  /** Types some characters into a line, as a person does. */
  | { readonly kind: 'type'; readonly path: string; readonly line: number; readonly column: number; readonly text: string }
  | { readonly kind: 'unreadable'; readonly path: string }
  /** The text at a path is what later ones are compared with. */
  | { readonly kind: 'settle'; readonly path: string }
  /** Midnight has passed, or a clock was set. */
  | { readonly kind: 'day'; readonly today: string }
  /** The repository has these tags now. */
  | { readonly kind: 'tag'; readonly names: readonly string[] }
  /** The folder holds these files now, sorted; undefined where nobody looked. */
  | { readonly kind: 'list'; readonly names: readonly string[] | undefined }
  /** Git says this of the time since evidence was gathered; undefined where there is none. */
  | { readonly kind: 'learn'; readonly history: ReadonlyMap<string, readonly string[] | null> | undefined }
  | { readonly kind: 'touch' | 'untouch'; readonly path: string };

const markdown = [
  'docs/plan.md',
  'docs/phases/phase-1.md',
  'docs/phases/phase-2.md',
  'docs/stage-logs/phase-1.md',
  'docs/phase-board.md',
  'specs/001/tasks.md',
  'specs/002/tasks.md',
];
const yaml = ['tasks/tasks.yaml', 'work/sprint-status.yaml'];
const code = ['src/api/server.ts', 'src/web/page.ts', 'package-lock.json'];

const listed = [
  ...code,
  'migrations/1.sql',
  'src/api/generated/a.ts',
  'src/api/routes.ts',
  'src/web/menu.ts',
  'src/webs/x.ts',
  'tools/a.ts',
].sort();

const id = fc.constantFrom('0', '1', '2', '3', '02', '2A', '10', '2.1');
const status = fc.constantFrom(
  'Planned',
  'In progress',
  'Done',
  'done',
  'Blocked',
  'ready for sign-off',
  'signed off',
  'whatever',
);
const task = fc.constantFrom('T1-001', 'T1-002', 'T2-001', '1.1', 'P3-07', 'X-1');
const condition = fc.constantFrom(
  'Tests pass',
  'All tests pass',
  '`npm test` exits 0',
  '`npm run lint` passes',
  'Full suite: `npm run test:all`',
  'Full suite green',
  'All criteria of phase 1 are met',
  'All tasks of stage 2 are done',
  'System works correctly',
  'Performance is acceptable',
  '`GET /health` returns 200',
  'TBD',
  'Docs updated <!-- phasewise-disable-line -- known -->',
);
const glob = fc.constantFrom(
  '**',
  'src/wbe/**',
  '`src/api/**` and `src/web/*.ts`',
  'src/api/**',
  '`src/web/**`',
  'migration scripts',
  '!src/api/generated/**',
  '`package.json`',
);

export const markdownLine = fc.oneof(
  { arbitrary: fc.constant(''), weight: 3 },
  fc
    .tuple(fc.constantFrom('#', '##', '###'), id, fc.constantFrom('', ': API', ': Search', ' - API and more'))
    .map(([mark, number, title]) => `${mark} Phase ${number}${title}`),
  fc.tuple(fc.constantFrom('##', '###'), id).map(([mark, number]) => `${mark} Stage ${number} — Storage`),
  fc.constantFrom(
    '## Exit criteria',
    '### Exit criteria',
    '## Scope',
    '### Scope',
    '### Out of scope',
    '### Tasks',
    '## Manual checklist',
    '## Evidence',
    '## Deferred',
    '## Open',
    '## Doing',
    '## Done',
    '## Stages',
    '**Acceptance gate:**',
    '---',
    '```',
    '> note',
    '<!-- phasewise-disable-file -- imported -->',
    '<!-- phasewise-disable-section gate/unnamed-tests -->',
    '<!-- phasewise-disable-next-line -->',
  ),
  status.map((text) => `Status: ${text}`),
  status.map((text) => `- Status: ${text}`),
  fc.tuple(fc.constantFrom('- ', '- [ ] ', '- [x] ', '  - '), condition).map(([mark, text]) => mark + text),
  fc
    .tuple(fc.constantFrom('- ', '- [ ] ', '- [x] ', '- [~] '), task, fc.constantFrom('Add it', 'Mend it'))
    .map(([mark, name, text]) => `${mark}${name} ${text}`),
  glob.map((text) => `- ${text}`),
  id.map((number) => `**Depends on:** Phase ${number}`),
  condition.map((text) => `- Acceptance gate: ${text}`),
  fc.constantFrom(
    '- Acceptance gate result: pass',
    '- Evidence links:',
    '- Evidence links: [log](a.md)',
    '- Evidence: [plan](phases/phase-1.md#exit-criteria), `src/api/server.ts`, commit 4f2a9c1',
    '- Evidence: src/web/menus.ts, https://ci.example.org/12 (2026-02-01)',
    '  - Command: `npm start`',
    '  - Expected: 200',
    '  - Result: pass',
    '- [ ] Start it',
    '- [x] GO',
    '- [ ] NO-GO',
    'Approved by: Ada',
  ),
  fc.tuple(id, status).map(([number, text]) => `| Phase ${number} | ${text} |`),
  fc.constantFrom('| Phase | Status |', '|---|---|', '| ID | Task | Status | Depends on |', '|---|---|---|---|'),
  fc.tuple(task, status, task).map(([name, text, other]) => `| ${name} | Do it | ${text} | ${other} |`),
);
const yamlLine = fc.oneof(
  fc.constantFrom('tasks:', 'phases:', '# note', ''),
  task.map((name) => `  - id: ${name}`),
  id.map((number) => `    phase: ${number}`),
  status.map((text) => `    status: ${text}`),
  task.map((name) => `    depends_on: [${name}]`),
  fc.constantFrom('    title: "Add it"', '    title: Mend it', '  - id: P1', '    bad: [', '    # phasewise-disable-line -- why'),
);
const settingsLine = fc.constantFrom(
  'phase: 2',
  'phase: 1',
  '# note',
  'rules:',
  '  gate/unnamed-tests: off',
  '  gate/no-such-rule: error',
  '  status/contradiction: error',
  'statuses:',
  '  whatever: done',
  'scope:',
  '  mode: hint',
  '  mode: off',
  '  exceptions: [{ path: src/web/**, reason: urgent, until: 2026-03-02 }]',
  'documents:',
  '  exclude:',
  '    - "specs/**"',
  'unknown: 1',
);
const scriptLine = fc.constantFrom(
  '{ "scripts": { "test": "vitest" } }',
  '{ "scripts": { "test": "vitest", "lint": "biome check" } }',
  '{',
);

const lineOf = (path: string): fc.Arbitrary<string> =>
  path === 'phasewise.yaml'
    ? settingsLine
    : path === 'package.json'
      ? scriptLine
      : path.endsWith('.yaml')
        ? yamlLine
        : markdownLine;

const path = fc.oneof(
  { arbitrary: fc.constantFrom(...markdown), weight: 10 },
  { arbitrary: fc.constantFrom(...yaml), weight: 4 },
  { arbitrary: fc.constantFrom('phasewise.yaml', 'package.json'), weight: 1 },
);
const line = fc.nat({ max: 140 });

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    arbitrary: path.chain((one) =>
      fc.array(lineOf(one), { maxLength: 24 }).map((lines): Step => ({ kind: 'set', path: one, lines })),
    ),
    weight: 4,
  },
  { arbitrary: path.map((one): Step => ({ kind: 'delete', path: one })), weight: 1 },
  {
    arbitrary: path.chain((one) =>
      fc
        .tuple(fc.constantFrom('insert' as const, 'replace' as const), line, lineOf(one))
        .map(([kind, at, text]): Step => ({ kind, path: one, line: at, text })),
    ),
    weight: 10,
  },
  { arbitrary: fc.tuple(path, line).map(([one, at]): Step => ({ kind: 'remove', path: one, line: at })), weight: 3 },
  {
    arbitrary: fc
      .tuple(path, line, fc.nat({ max: 40 }), fc.constantFrom('a', ' ', '.', '`', ':', '#', '1', '- ', 'x'))
      .map(([one, at, column, text]): Step => ({ kind: 'type', path: one, line: at, column, text })),
    weight: 8,
  },
  { arbitrary: path.map((one): Step => ({ kind: 'unreadable', path: one })), weight: 1 },
  { arbitrary: path.map((one): Step => ({ kind: 'settle', path: one })), weight: 4 },
  {
    arbitrary: fc.subarray(['phase-1-complete', 'phase-2-complete', 'v1.0.0']).map((names): Step => ({ kind: 'tag', names })),
    weight: 1,
  },
  { arbitrary: fc.constantFrom('2026-03-01', '2026-03-03').map((today): Step => ({ kind: 'day', today })), weight: 1 },
  {
    arbitrary: fc.option(fc.subarray(listed), { nil: undefined }).map((names): Step => ({ kind: 'list', names })),
    weight: 3,
  },
  {
    arbitrary: fc.option(fc.tuple(fc.option(fc.subarray(code)), fc.subarray(listed)), { nil: undefined }).map(
      (told): Step => ({
        kind: 'learn',
        history:
          told &&
          new Map([
            ['4f2a9c1', told[0]],
            ['2026-02-01', told[1]],
          ]),
      }),
    ),
    weight: 2,
  },
  {
    arbitrary: fc
      .tuple(fc.constantFrom('touch' as const, 'untouch' as const), fc.constantFrom(...code))
      .map(([kind, one]): Step => ({ kind, path: one })),
    weight: 2,
  },
);

/** Now and then as many lines as are read piece by piece once they are edited. */
const linesOf = (path: string): fc.Arbitrary<readonly string[]> =>
  fc.oneof(
    { arbitrary: fc.array(lineOf(path), { minLength: 4, maxLength: 24 }), weight: 4 },
    { arbitrary: fc.array(lineOf(path), { minLength: 90, maxLength: 140, size: 'max' }), weight: 1 },
  );

/** Random changes of a folder: it begins with some documents and goes on with edits. */
export const sequences: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    fc.array(
      path.chain((one) => linesOf(one).map((lines): Step => ({ kind: 'set', path: one, lines }))),
      { minLength: 1, maxLength: 5 },
    ),
    fc.array(step, { minLength: 1, maxLength: 12 }),
  )
  .map(([first, then]) => [...first, ...then]);
