import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { defaultSettings, planKeys, readDocument, toSource } from '../../../server/src/core/index.ts';
import { type Schema, violations } from '../../support/jsonSchema.ts';

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../../schemas/tasks.schema.json'), 'utf8')) as Schema;
const check = (yaml: string) => violations(parse(yaml), schema);

/** One plan of each kind that the reader knows. */
const shapes = {
  'a list of tasks': `
- id: T0-001
  phase: 0
  title: Lay the floor
  status: done
  owner: [ada, ben]
  started: 2026-01-03
  finished: null
  artifacts: [docs/floor.md]
`,
  'tasks below a key': `
tasks:
  - id: FLOOR-1
    title: Lay the floor
    status: open
    depends_on: []
    goal: A floor
    acceptance_criteria: ["\`npm test\` exits 0"]
    validation_commands: [npm test]
    files_expected: [src/floor.ts]
  - Sweep it
`,
  'tasks by id': `
tasks:
  T-1: { title: Lay the floor, status: done, evidence: { tests: [a.test.ts], artefacts: [] } }
  T-2: done
`,
  lanes: `
tasks:
  backlog: []
  in_progress: [{ id: T-1, title: Lay the floor }, Sweep it]
  completed:
    - { task: Order wood, done: true }
`,
  'waves with gates': `
wave: 1
tasks:
  - { id: W1.1, wave: 1, owner: ada, depends_on: W0.1, owned_paths: [src/floor/**], outputs: src/floor, acceptance: flat to 1 mm }
merge_gates:
  G0: { name: Level, requires: [W1.1] }
critical_path: [W1.1]
`,
  'milestones, backlog and completed tasks': `
milestones:
  - name: Floor
    status: complete
    completion_date: 2026-01-03
    target_date: 2026-01-04
    dependencies: []
    deliverables: ["Boards ✓"]
backlog: [Wax it]
completed_tasks: [{ id: 1, name: Order }]
`,
  'areas with a legend': `
statuses: { laid: done and dry, ordered: { means: in progress } }
areas:
  floor:
    items: [{ id: F1, title: Boards, status: laid, scope: [src/floor], evidence: { tests: [], artefacts: [a.md] } }]
`,
  'stories by their keys': `
development_status:
  epic-1: done
  1-2-lay-the-floor: review
  epic-1-retrospective: optional
`,
  'one phase': `
phase: { id: 3, slug: floor, title: Floor, goal: A floor, scope: { included: [src/floor], excluded: [src/wall] }, dependencies: [2], outputs: [], acceptance_criteria: [] }
`,
  'a plan of phases': `
plan:
  id: P
  phases:
    - id: P01
      description: Floor
      brief: |
        ## Scope
        everything
      scope: { include: [src/floor/**], exclude: [src/wall/**] }
      gates: { tests: { must_pass: true }, lint: npm run lint exits 0, drift: [] }
`,
  'phases by their numbers': `
phases:
  0: { title: Ground, scope: [src/ground/**], signoff: [{ by: Ada }, { by: Ben }], evidence: a.md }
  1: { title: Floor, status: done, tasks: [Lay it], signoff: { by: Ada, date: 2026-01-03 } }
  2:
    title: Wall
    stages: [{ id: 4a, title: Bricks, status: open }]
    deferred: [{ task: Paint, to: 3 }, Clean]
    checklist: [{ title: It stands, command: ./push, expected: "0" }]
`,
  JSON: '[{"id": 1, "title": "Lay the floor", "passes": true, "status": "done"}]',
  'nothing yet': '',
};

test.each(Object.entries(shapes))('accepts %s', (_, yaml) => {
  expect(check(yaml)).toEqual([]);
});

test('what it rejects is not read', () => {
  expect(check('tasks: [{ id: T-1, title: Floor, status: [done] }]')).not.toEqual([]);
  const facts = readDocument(toSource('tasks.yaml', 'tasks: [{ id: T-1, title: Floor, status: [done] }]'), defaultSettings);
  expect(facts.tasks[0]?.status).toBe('unknown');
});

test('every key of the table stands in it with its explanation', () => {
  for (const { key, of, doc } of planKeys)
    for (const holder of of) {
      const properties = holder === 'file' ? schema.anyOf?.[1]?.properties : schema.definitions?.[holder]?.properties;
      expect(properties?.[key], `${key} of a ${holder}`).toMatchObject({ description: doc });
    }
});

test('what the table says is a task, a status or a path is read as one', () => {
  for (const name of ['tasks', ...(planKeys.find(({ key, of }) => key === 'tasks' && of.includes('file'))?.also ?? [])]) {
    const yaml = `${name}:\n  - id: T-1\n    title: Lay the floor\n    status: done\n    depends_on: [T-0]\n    phase: 2\n`;
    const [task] = readDocument(toSource('tasks/tasks.yaml', yaml), defaultSettings).tasks;
    expect(task, name).toMatchObject({ id: 'T-1', status: 'done', phase: '2' });
  }
  const owned = planKeys.filter(({ key }) => key === 'owned_paths' || key === 'excluded_paths');
  for (const { key, also = [] } of owned)
    for (const name of [key, ...also]) {
      const yaml = `tasks:\n  - id: T-1\n    title: Lay the floor\n    status: open\n    ${name}: [src/floor/**]\n`;
      const { scope } = readDocument(toSource('tasks/tasks.yaml', yaml), defaultSettings);
      expect(
        scope.map(({ glob, mode }) => `${mode} ${glob}`),
        name,
      ).toEqual([`${key === 'owned_paths' ? 'in' : 'out'} src/floor/**`]);
    }
});
