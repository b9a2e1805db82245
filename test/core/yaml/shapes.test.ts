import { describe, expect, it } from 'vitest';
import { read, rows, units } from './facts.ts';

describe('task lists', () => {
  const register = `# Register of all work
- id: T0-001
  phase: 0
  title: Seed the repository
  status: done
  owner: ana
  artifacts: ["README.md", "scaffold"]
- id: T1-001
  phase: 1
  title: Health endpoint
  status: in-progress
  depends_on: [T0-001]
- id: T1-002
  phase: 1
  title: Login
  status: open
`;

  it('reads a register at the top level, with the phases its tasks name', () => {
    const found = read(register);
    expect(found.kind).toBe('tasks');
    expect(rows(found)).toEqual([
      'T0-001 | Seed the repository | done | 0',
      'T1-001 | Health endpoint | in_progress | 1',
      'T1-002 | Login | planned | 1',
    ]);
    expect(units(found.phases)).toEqual(['0 | - | -', '1 | - | -']);
    expect(found.problems).toEqual([]);
  });

  it('knows the exact words of status, phase and dependency', () => {
    const found = read(register);
    const task = found.tasks[1];
    expect(found.at(task?.statusAt)).toBe('in-progress');
    expect(task?.statusText).toBe('in-progress');
    expect(found.at(task?.phaseAt)).toBe('1');
    expect(found.at(task?.at)).toBe('- id: T1-001');
    expect(task?.dependsOn.map(({ id, at }) => [id, found.at(at)])).toEqual([['T0-001', 'T0-001']]);
    expect(found.tasks[0]?.artifacts).toEqual(['README.md', 'scaffold']);
    expect(found.phases.map(({ at, nameAt }) => [found.at(at), found.at(nameAt)])).toEqual([
      ['  phase: 0', '0'],
      ['  phase: 1', '1'],
    ]);
  });

  it('reads the same with carriage returns, a byte order mark and quotes', () => {
    const found = read(`\uFEFF${register.replaceAll('\n', '\r\n').replace('status: open', 'status: "open"')}`);
    expect(found.tasks).toHaveLength(3);
    expect(found.at(found.tasks[2]?.statusAt)).toBe('open');
    expect(found.at(found.tasks[2]?.at)).toBe('- id: T1-002');
    expect(found.lineOf(found.tasks[2]?.at ?? { start: 0, end: 0 })).toBe(13);
  });

  it('reads `tasks:` with synonyms, acceptance, expected files and evidence', () => {
    const found = read(`project: Harbour
tasks:
  - id: HB-1
    name: Import manifests
    state: complete
    dependencies: HB-0, HB-00
    outputs: [manifest.json]
    files_expected:
      - src/import/**
      - Makefile
    acceptance_criteria:
      - "\`make import\` exits 0"
      - 200 rows are written
    evidence:
      tests: [test/import.test.ts]
      commit: 0a1b2c3d
`);
    expect(found.title).toBe('Harbour');
    expect(rows(found)).toEqual(['HB-1 | Import manifests | done | -']);
    expect(found.tasks[0]?.dependsOn.map(({ id, at }) => [id, found.at(at)])).toEqual([
      ['HB-0', 'HB-0'],
      ['HB-00', 'HB-00'],
    ]);
    expect(found.tasks[0]?.artifacts).toEqual(['manifest.json', 'src/import/**', 'Makefile']);
    expect(found.scope.map(({ glob, mode, source, at }) => [glob, mode, source, found.at(at)])).toEqual([
      ['src/import/**', 'in', 'yaml', 'src/import/**'],
      ['Makefile', 'in', 'yaml', 'Makefile'],
    ]);
    expect(found.gates.map(({ label, kind, items }) => [label, kind, items.map(({ text }) => text)])).toEqual([
      ['acceptance_criteria', 'acceptance', ['`make import` exits 0', '200 rows are written']],
    ]);
    expect(found.gates[0]?.items.map(({ textAt }) => found.at(textAt))).toEqual([
      '`make import` exits 0',
      '200 rows are written',
    ]);
    expect(found.evidence.map(({ kind, value, item }) => [kind, value, item])).toEqual([
      ['test', 'test/import.test.ts', 'HB-1'],
      ['commit', '0a1b2c3d', 'HB-1'],
    ]);
    expect(found.tasks[0]?.evidence).toEqual(['test/import.test.ts', '0a1b2c3d']);
  });

  it('takes the phase from the id where nothing else names one', () => {
    const found = read('tasks:\n- id: T2-001\n  title: a\n  status: done\n- id: T10-4\n  title: b\n- id: BUG-17\n  title: c\n');
    expect(found.tasks.map(({ phase }) => phase)).toEqual(['2', '10', null]);
    expect(found.tasks.map(({ phaseAt }) => found.at(phaseAt))).toEqual(['2', '10', undefined]);
    expect(units(found.phases)).toEqual(['2 | - | -', '10 | - | -']);
  });

  it('reads tasks without a status, by id as key, and `done` as yes or no', () => {
    expect(rows(read('tasks:\n- id: a\n  title: One\n  description: x\n- id: b\n  title: Two\n  description: y\n'))).toEqual([
      'a | One | unknown | -',
      'b | Two | unknown | -',
    ]);
    expect(rows(read('tasks:\n  one: {title: One, status: done}\n  two: {title: Two, status: open}\n'))).toEqual([
      'one | One | done | -',
      'two | Two | planned | -',
    ]);
    expect(rows(read('items:\n- {title: One, done: true}\n- {title: Two, done: false}\n'))).toEqual([
      '- | One | done | -',
      '- | Two | planned | -',
    ]);
  });

  it('reads JSON under a YAML name', () => {
    const found = read('[\n  {"id": "A-1", "title": "One", "status": "done", "phase": "3"}\n]\n');
    expect(rows(found)).toEqual(['A-1 | One | done | 3']);
    expect(found.at(found.tasks[0]?.statusAt)).toBe('done');
  });
});

describe('lanes, areas and legends', () => {
  it('takes the lane as status', () => {
    const found = read('tasks:\n  backlog:\n    - id: A\n      title: One\n  in_progress:\n    - "B-2: Two"\n  completed: []\n');
    expect(rows(found)).toEqual(['A | One | planned | -', 'B-2 | Two | in_progress | -']);
    expect(found.at(found.tasks[0]?.statusAt)).toBe('backlog');
    const flow = read('completed:\n  - {id: A, title: One}\n  - {id: B, title: Two}\nin_progress:\n  - {id: C, title: Three}\n');
    expect(rows(flow)).toEqual(['A | One | done | -', 'B | Two | done | -', 'C | Three | in_progress | -']);
  });

  it('honours the legend of the document, then the words of the house', () => {
    const text = `statuses:
  proven: done, shown to the customer
  parked: deferred until the next quarter
areas:
  billing:
    items:
      - {id: B1, title: Invoices, status: proven, scope: [src/billing/**, invoices], evidence: {tests: [a.test.ts]}}
      - {id: B2, title: Dunning, status: parked}
  search:
    items:
      - {id: S1, title: Index, status: local_only}
`;
    const found = read(text, { settings: { statuses: new Map([['local_only', 'partial']]) } });
    expect(rows(found)).toEqual(['B1 | Invoices | done | -', 'B2 | Dunning | deferred | -', 'S1 | Index | partial | -']);
    expect(found.scope.map(({ glob, text: words }) => [glob, words])).toEqual([
      ['src/billing/**', 'src/billing/**'],
      [null, 'invoices'],
    ]);
    expect(rows(read(text))[2]).toBe('S1 | Index | unknown | -');
  });

  it('reads a work queue', () => {
    const found = read(
      'version: 1\nqueue:\n  - {id: Q-1, phase: Phase 2, title: Deny list, status: not_ready, depends_on: [Q-0]}\n  - {id: Q-2, phase: Phase 2, title: Relay, status: ready for signoff}\n',
    );
    expect(rows(found)).toEqual(['Q-1 | Deny list | planned | 2', 'Q-2 | Relay | ready | 2']);
    expect(found.at(found.tasks[0]?.phaseAt)).toBe('Phase 2');
  });
});

describe('phases', () => {
  it('reads waves with owners and paths, and merge gates', () => {
    const found = read(`waves:
  - wave: 1
    title: Contracts
    depends_on: []
    owned_paths: [api/**, docs/contracts/]
    outputs: [api/openapi.yaml]
    acceptance:
      - schema lint exits 0
    tasks:
      - {id: W1-1, title: Draft, status: done}
  - wave: 2
    title: Services
    status: in_progress
    depends_on: [1]
    tasks:
      - {id: W2-1, title: Server, status: open}
merge_gates:
  G0:
    name: Contracts frozen
    requires: [W1-1 is merged, no open review comments]
`);
    expect(found.kind).toBe('plan');
    expect(units(found.phases)).toEqual(['1 | Contracts | -', '2 | Services | in_progress']);
    expect(found.phases[1]?.dependsOn.map(({ id }) => id)).toEqual(['1']);
    expect(found.at(found.phases[1]?.status?.at)).toBe('in_progress');
    expect(found.at(found.phases[1]?.at)).toBe('  - wave: 2');
    expect(rows(found)).toEqual(['W1-1 | Draft | done | 1', 'W2-1 | Server | planned | 2']);
    expect(found.scope.map(({ glob, phase }) => [glob, phase])).toEqual([
      ['api/**', '1'],
      ['docs/contracts/', '1'],
    ]);
    expect(found.gates.map(({ label, kind, phase, items }) => [label, kind, phase, items.length])).toEqual([
      ['acceptance', 'acceptance', '1', 1],
      ['G0: Contracts frozen', 'gate', null, 2],
    ]);
  });

  it('reads milestones beside a backlog and finished tasks', () => {
    const found = read(`milestones:
  - name: Milestone 1 - Parser
    status: complete
    deliverables: [Lexer ✓, Grammar ✓]
  - name: Milestone 2 - Editor
    status: pending
    dependencies: [Milestone 1]
backlog:
  - name: Dark theme
completed_tasks:
  - name: Lexer
    completion_date: 2026-01-02
`);
    expect(units(found.phases)).toEqual(['1 | Parser | done', '2 | Editor | planned']);
    expect(found.phases[1]?.dependsOn.map(({ id }) => id)).toEqual(['1']);
    expect(rows(found)).toEqual(['- | Dark theme | planned | -', '- | Lexer | done | -']);
  });

  it('reads plan.phases with scope and gates, and nothing inside block scalars', () => {
    const found = read(`plan:
  summary: Steady work
  phases:
    - id: P01-upkeep
      description: Keep the tools running
      brief: |
        ## Scope
        - everything/**
        ## Gates
        - none
      scope:
        include: ["tools/**", "*.md"]
        exclude:
          - "tools/cache/**"
      gates:
        tests:
          must_pass: true
        build: npm run build exits 0
`);
    expect(found.title).toBe('Steady work');
    expect(units(found.phases)).toEqual(['P01-upkeep | Keep the tools running | -']);
    expect(found.scope.map(({ glob, mode, phase }) => [glob, mode, phase])).toEqual([
      ['tools/**', 'in', 'P01-upkeep'],
      ['*.md', 'in', 'P01-upkeep'],
      ['tools/cache/**', 'out', 'P01-upkeep'],
    ]);
    expect(found.gates.map(({ label, at, items }) => [label, found.at(at), items.map(({ text }) => text)])).toEqual([
      ['tests', '        tests:', []],
      ['build', '        build: npm run build exits 0', ['npm run build exits 0']],
    ]);
  });

  it('reads a file that is one phase', () => {
    const found = read(`phase:
  id: phase-3
  slug: search
  title: Search
  goal: People find things
  scope:
    included: [src/search/**]
    excluded: [src/billing/**, anything legal]
  dependencies: [phase-2]
  acceptance_criteria:
    - Results arrive in 200 ms
`);
    expect(found.kind).toBe('phase-doc');
    expect(units(found.phases)).toEqual(['3 | Search | -']);
    expect(found.phases[0]?.dependsOn.map(({ id }) => id)).toEqual(['2']);
    expect(found.scope.map(({ glob, mode }) => [glob, mode])).toEqual([
      ['src/search/**', 'in'],
      ['src/billing/**', 'out'],
      [null, 'out'],
    ]);
    expect(units(read('phase: 4\ntitle: Beta\nstatus: blocked\ntasks:\n- {id: a, title: One, status: done}\n').phases)).toEqual([
      '4 | Beta | blocked',
    ]);
  });

  it('reads phases by key, with stages and steps in them', () => {
    const found = read(`phases:
  phase_1:
    title: Base (2-3 days)
    status: done
    stages:
      - {id: 1a, title: Schema, status: done}
  phase_2:
    title: Core
    steps: ["[x] Draft", Write ✅, Review]
`);
    expect(units(found.phases)).toEqual(['1 | Base | done', '2 | Core | -']);
    expect(found.phases[0]?.estimate).toBe('2-3 days');
    expect(found.stages.map(({ id, phase, status }) => [id, phase, status?.status])).toEqual([['1a', '1', 'done']]);
    expect(rows(found)).toEqual(['- | Draft | done | 2', '- | Write | done | 2', '- | Review | unknown | 2']);
  });
});

describe('files of other methods', () => {
  it('reads a sprint status: epics, stories, no retrospectives', () => {
    const found = read(
      'project: Kite\ndevelopment_status:\n  # Epic 1: First flight\n  epic-1: in-progress\n  1-1-build-the-frame: done\n  1-2-sew-the-sail: ready-for-dev\n  epic-1-retrospective: optional\n',
      { path: 'sprint-status.yaml' },
    );
    expect(found.kind).toBe('tracker');
    expect(found.title).toBe('Kite');
    expect(units(found.phases)).toEqual(['1 | First flight | in_progress']);
    expect(rows(found)).toEqual(['1.1 | build the frame | done | 1', '1.2 | sew the sail | planned | 1']);
    expect(found.at(found.tasks[1]?.statusAt)).toBe('ready-for-dev');
    expect(found.at(found.tasks[1]?.phaseAt)).toBe('1');
  });

  it('reads the verdict of a QA gate', () => {
    const found = read(
      "schema: 1\nstory: '1.3'\nstory_title: Landing\ngate: PASS\nreviewer: Quinn\nupdated: 2026-02-03\nevidence:\n  tests_reviewed: 12\n",
    );
    expect(found.gates.map(({ result, at }) => [result?.outcome, found.at(result?.at), found.at(at)])).toEqual([
      ['pass', 'PASS', 'gate: PASS'],
    ]);
    expect(found.signoffs.map(({ actor, outcome, date }) => [actor, outcome, date])).toEqual([
      ['Quinn', 'approved', '2026-02-03'],
    ]);
  });

  it('reads Markdown under a YAML name without complaint', () => {
    const found = read('# plan.yaml\n\n## Phase 1: Base\n- [x] Write it: all\n- [ ] Test it\n\n## Phase 2: Core\n- [ ] More\n');
    expect(found.problems).toEqual([]);
    expect(found.phases.map(({ id }) => id)).toEqual(['1', '2']);
  });
});
