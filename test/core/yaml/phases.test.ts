import { describe, expect, it } from 'vitest';
import { read, rows, units } from './facts.ts';

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
