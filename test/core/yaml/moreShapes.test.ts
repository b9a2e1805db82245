import { describe, expect, it } from 'vitest';
import { read, rows, units } from './facts.ts';

describe('plans under other keys', () => {
  it.each([
    [
      'a roadmap that is a list',
      'roadmap:\n- {phase: 1, title: Base, status: complete}\n- {phase: 2, title: Core, status: active}\n',
      ['1 | Base | done', '2 | Core | in_progress'],
    ],
    [
      'a list of phases with tasks',
      '- phase: 1\n  name: Base\n  tasks: [a, b]\n- phase: 2\n  name: Core\n  tasks: [c]\n',
      ['1 | Base | -', '2 | Core | -'],
    ],
    [
      'phases as keys of the root',
      'phase_1: {title: Base, status: done, tasks: [a]}\nphase_2: [b, c]\n',
      ['1 | Base | done', '2 | - | -'],
    ],
    ['phases as keys below `tasks`', 'tasks:\n  Phase 1: [a, b]\n  Phase 2: [c]\n', ['1 | - | -', '2 | - | -']],
    ['sprints with items', 'sprints:\n- sprint: 1\n  goal: Walk\n  items: [{task: a, status: done}]\n', ['1 | Walk | -']],
    [
      'names with number and duration',
      'phases:\n- name: "Phase 01: Base (2 weeks)"\n  status: "✅ Complete"\n',
      ['1 | Base | done'],
    ],
    [
      'names without number',
      'phases:\n- name: Discovery\n  status: done\n- name: Build\n',
      ['Discovery | Discovery | done', 'Build | Build | -'],
    ],
  ])('%s', (_, text, expected) => {
    const found = read(text);
    expect(units(found.phases)).toEqual(expected);
    for (const phase of found.phases) expect(found.at(phase.nameAt)).toBeTruthy();
  });

  it('reads columns of a board and lanes of tasks by id', () => {
    expect(
      rows(read('columns:\n- name: To Do\n  cards: [{id: 1, title: A}]\n- name: Done\n  cards: [{id: 2, title: B}]\n')),
    ).toEqual(['1 | A | planned | -', '2 | B | done | -']);
    expect(rows(read('tasks:\n  todo:\n    T1: Write\n  done:\n    T0: Init\n'))).toEqual([
      'T1 | Write | planned | -',
      'T0 | Init | done | -',
    ]);
  });

  it('reads workstreams without tasks, and lists under keys of their own, as tasks', () => {
    const streams = read(
      'workstreams:\n- {id: WS-1, wave: 1, owner: a, owned_paths: [src/**]}\n- {id: WS-2, wave: 2, owner: b, depends_on: [WS-1]}\nmerge_gates:\n  G0: {name: Base, requires: [WS-1]}\n',
    );
    expect(rows(streams)).toEqual(['WS-1 | WS-1 | unknown | 1', 'WS-2 | WS-2 | unknown | 2']);
    expect(units(streams.phases)).toEqual(['1 | - | -', '2 | - | -']);
    expect(streams.gates.map(({ label }) => label)).toEqual(['G0: Base']);
    expect(streams.scope.map(({ glob, phase }) => [glob, phase])).toEqual([['src/**', '1']]);
    expect(rows(read('launch_list:\n- {name: Domain, status: done}\n- {name: Mail, status: pending}\n'))).toEqual([
      '- | Domain | done | -',
      '- | Mail | planned | -',
    ]);
    expect(read('risks:\n- {id: r1, description: Late, status: resolved}\n').kind).toBe('none');
    expect(read('servers:\n- {name: eu, status: up}\n').kind).toBe('none');
  });

  it('reads a file that is one task', () => {
    const found = read(
      'work_package: WP01\ntitle: Shell\nstatus: doing\ndependencies: [WP00]\nowned_files: ["src/cli/**", Makefile]\n',
      { path: 'plan/backlog.yaml' },
    );
    expect(rows(found)).toEqual(['WP01 | Shell | in_progress | -']);
    expect(found.scope.map(({ glob }) => glob)).toEqual(['src/cli/**', 'Makefile']);
  });
});

describe('what stands inside phases', () => {
  it('reads manual tests, deferrals, evidence and sign-off', () => {
    const found = read(`phases:
  - id: 1
    title: Base
    checklist:
      - title: Health
        command: curl localhost:9000/health
        expected: '{"status":"ok"}'
        result: pass
      - title: Look at the page
        expected: A green banner
    deferred:
      - {task: Dark theme, to: Phase 3}
      - Localised mail
    evidence: [docs/evidence/base.md]
    signoff: {by: Ada, date: 2026-03-01, role: lead}
`);
    expect(found.checklist.map(({ title, command, expected, result }) => [title, command, expected, result?.outcome])).toEqual([
      ['Health', 'curl localhost:9000/health', '{"status":"ok"}', 'pass'],
      ['Look at the page', null, 'A green banner', undefined],
    ]);
    expect(found.checklist.map(({ commandAt, expectedAt }) => [found.at(commandAt), found.at(expectedAt)])).toEqual([
      ['curl localhost:9000/health', '{"status":"ok"}'],
      [undefined, 'A green banner'],
    ]);
    expect(found.deferred.map(({ text, to, phase }) => [text, to, phase])).toEqual([
      ['Dark theme', '3', '1'],
      ['Localised mail', null, '1'],
    ]);
    expect(found.evidence.map(({ kind, value, phase }) => [kind, value, phase])).toEqual([
      ['document', 'docs/evidence/base.md', '1'],
    ]);
    expect(found.signoffs.map(({ actor, role, date, outcome, phase }) => [actor, role, date, outcome, phase])).toEqual([
      ['Ada', 'lead', '2026-03-01', 'approved', '1'],
    ]);
    expect(found.tasks).toEqual([]);
  });

  it('reads conditions in every form people give them', () => {
    const found = read(`phases:
  - id: 1
    title: Base
    exit_criteria: All 12 tests pass
    definition_of_done: |
      - [x] \`make\` exits 0
      - docs/api.md lists every route
    success_criteria:
      - {criterion: p95 below 200 ms, met: true}
      - {given: a cart, when: it is paid, then: a receipt is shown}
      - Health check: returns 200
    gates:
      - name: Beta
        criteria: [10 testers signed up]
        status: passed
    verified: true
`);
    expect(found.gates.map(({ label, kind, items }) => [label, kind, items.map(({ text, mark }) => [text, mark])])).toEqual([
      ['exit_criteria', 'exit', [['All 12 tests pass', null]]],
      [
        'definition_of_done',
        'dod',
        [
          ['`make` exits 0', 'done'],
          ['docs/api.md lists every route', null],
        ],
      ],
      [
        'success_criteria',
        'success',
        [
          ['p95 below 200 ms', 'done'],
          ['a receipt is shown', null],
          ['Health check: returns 200', null],
        ],
      ],
      ['Beta', 'gate', [['10 testers signed up', null]]],
    ]);
    for (const gate of found.gates) for (const item of gate.items) expect(found.at(item.textAt)).toBe(item.text);
    expect(found.gates[3]?.result?.outcome).toBe('pass');
  });

  it('tells prose from paths in a scope', () => {
    const found = read(`phases:
  - id: 1
    title: Base
    scope:
      in:
        - src/api/**
        - "app/[locale]/**"
        - migration scripts
        - "src/web — the pages"
        - https://example.org/docs
      out_of_scope: [legal/]
    files: {create: [Dockerfile, src/new.ts], modify: [README.md]}
`);
    expect(found.scope.map(({ mode, glob, text }) => [mode, glob, text])).toEqual([
      ['in', 'src/api/**', 'src/api/**'],
      ['in', 'app/[locale]/**', 'app/[locale]/**'],
      ['in', null, 'migration scripts'],
      ['in', 'src/web', 'src/web — the pages'],
      ['in', null, 'https://example.org/docs'],
      ['out', 'legal/', 'legal/'],
      ['in', 'Dockerfile', 'Dockerfile'],
      ['in', 'src/new.ts', 'src/new.ts'],
      ['in', 'README.md', 'README.md'],
    ]);
  });
});
