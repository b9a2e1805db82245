import { expect, test } from 'vitest';
import { Project } from '../../../server/src/core/index.ts';
import { emptyState, seen } from './folder.ts';

const lines = (number: number) => [
  `## Phase ${number}: Part ${number}`,
  '',
  'Status: In progress',
  '',
  '### Tasks',
  '',
  `- [ ] T${number}-001 Add the part, and see to it that whoever comes later finds what they need`,
  `- [x] T${number}-002 Mend it (depends on T${number}-001)`,
  '',
  '### Exit criteria',
  '',
  '- All tests pass and the system works correctly, whatever that means to whoever reads it',
  '- `npm test` exits 0',
  '',
];
const text = ['# Plan', '', ...Array.from({ length: 80 }, (_, number) => lines(number)).flat()].join('\n');

const task = (number: number) => `  - id: T-${number}
    title: Bring in part ${number} and tell whoever needs it
    status: open
    phase: ${number % 7}
    depends_on: [T-${number - 1}]
`;
const register = `version: 1\ntasks:\n${Array.from({ length: 300 }, (_, number) => task(number)).join('')}`;

function reading(path: string, text: string) {
  return Project.empty.on(emptyState().today).with([{ path, text }]);
}

test.each([
  [
    'a plan',
    'docs/plan.md',
    text,
    [
      ['T7-001 Add', 'T7-001 Then add'],
      ['exits 0', 'exits 0 on Node 20'],
      ['# Plan', '# The plan'],
    ],
  ],
  [
    'a register',
    'tasks/tasks.yaml',
    register,
    [
      ['Bring in part 7 ', 'Bring in part 7 now '],
      ['status: open', 'status: done'],
      ['version: 1', 'version: 2'],
      ['T-9\n', 'T-8\n'],
    ],
  ],
] as const)('%s says the same before it is opened, while it is edited and when it was closed', (_, path, whole, edits) => {
  expect(whole.length).toBeGreaterThan(20_000);
  let project = reading(path, whole);
  const unopened = seen(project);
  let now: string = whole;
  for (const [old, written] of [['', ''], ...edits]) {
    now = now.replace(old, written);
    project = project.with([{ path, text: now, isOpen: true }]);
    expect(seen(project)).toEqual(seen(reading(path, now)));
    expect(project.documents).toEqual(reading(path, now).documents);
  }
  project = project.with([{ path, text: whole }]);
  expect(seen(project)).toEqual(unopened);
  expect(project.documents).toEqual(reading(path, whole).documents);
});
