import { expect, it } from 'vitest';
import { mends } from '../../../server/src/core/index.ts';
import { faultsOf, findingsOf, fixed, projectOf } from './applying.ts';

function moveIn(path: string, text: string): string | undefined {
  const project = projectOf([[path, text]]);
  const finding = findingsOf(project).find(({ rule }) => rule === 'gate/task-not-outcome');
  if (!finding) throw new Error('nothing is found');
  const fix = mends(project, finding).find(({ title }) => title.startsWith('Make it a task'));
  if (!fix) return undefined;
  expect(faultsOf(project, finding, fix)).toEqual([]);
  return fixed(project, fix).sources.get(path)?.text;
}

const outcome = '`npm test` shows 0 failures';

it.each([
  [
    'a list of tasks with ids and details',
    'docs/plan.md',
    '## Phase 1: Motor\n### Tasks\n- [x] **T1-001**: Wind the coil\n  - copper only\n\n### Exit criteria\n- [ ] Improve the driver.\n',
    `## Phase 1: Motor\n### Tasks\n- [x] **T1-001**: Wind the coil\n  - copper only\n- [ ] **T1-002**: Improve the driver\n\n### Exit criteria\n- [ ] ${outcome}\n`,
  ],
  [
    'a table of tasks',
    'docs/plan.md',
    '## Phase 1: Motor\n| ID | Task | Status |\n|---|---|---|\n| T1-007 | Wind the coil | Done |\n| T1-008 | Cut the shaft | Not started |\n\n### Exit criteria\n- Improve the driver\n',
    `## Phase 1: Motor\n| ID | Task | Status |\n|---|---|---|\n| T1-007 | Wind the coil | Done |\n| T1-008 | Cut the shaft | Not started |\n| T1-009 | Improve the driver | Not started |\n\n### Exit criteria\n- ${outcome}\n`,
  ],
  [
    'a new list like that of another phase',
    'docs/plan.md',
    '## Phase 1: Motor\n\n#### To do\n\n* [ ] Wind the coil\n\n#### Exit criteria\n\n- It turns at 50 rpm\n\n## Phase 2: Mount\n\n#### Exit criteria\n\n- Improve the bearing\n',
    `## Phase 1: Motor\n\n#### To do\n\n* [ ] Wind the coil\n\n#### Exit criteria\n\n- It turns at 50 rpm\n\n## Phase 2: Mount\n\n#### To do\n\n* [ ] Improve the bearing\n\n#### Exit criteria\n\n- ${outcome}\n`,
  ],
  [
    'a new list in a plan without tasks',
    'docs/plan.md',
    '## Phase 1: Motor\n**Exit criteria**\n- Improve the driver\n',
    `## Phase 1: Motor\n\n**Tasks:**\n- [ ] Improve the driver\n\n**Exit criteria**\n- ${outcome}\n`,
  ],
  [
    'a YAML list of maps',
    'docs/plan.yaml',
    'phases:\n  - id: 1\n    name: Motor\n    tasks:\n      - id: T1-001\n        title: Wind the coil\n        status: planned\n    exit_criteria:\n      - Improve the driver\n',
    `phases:\n  - id: 1\n    name: Motor\n    tasks:\n      - id: T1-001\n        title: Wind the coil\n        status: planned\n      - id: T1-002\n        title: Improve the driver\n        status: planned\n    exit_criteria:\n      - "${outcome}"\n`,
  ],
  [
    'a new YAML list',
    'docs/plan.yaml',
    'phases:\n  - id: 1\n    name: Motor\n    exit_criteria:\n      - Improve the driver\n',
    `phases:\n  - id: 1\n    name: Motor\n    tasks:\n      - Improve the driver\n    exit_criteria:\n      - "${outcome}"\n`,
  ],
])('moves an order to %s', (_, path, before, after) => {
  expect(moveIn(path, before)).toBe(after);
});
