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
