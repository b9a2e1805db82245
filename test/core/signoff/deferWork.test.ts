import { describe, expect, it } from 'vitest';
import { deferWork, gateVerdict, type Put } from '../../../server/src/core/index.ts';
import { type Ceremony, ceremony, newLines } from './ceremony.ts';

const put = (at: Ceremony, what: string, more: Partial<Put> = {}) =>
  deferWork(at.project, at.plan, at.phase, { what, to: null, why: 'no slate before May', ...more });

/** What is still open of the gate's tasks and deferrals. */
const left = ({ project, plan, phase }: Ceremony) =>
  gateVerdict(project, plan, phase)
    .requirements.filter(({ id, state }) => (id === 'tasks' || id === 'deferrals') && state !== 'pass')
    .map(({ text, items }) => `${text}: ${items.map((one) => one.text).join()}`);

describe.each<[string, Readonly<Record<string, string>>, string, readonly string[]]>([
  [
    'boxes',
    { 'docs/plan.md': '## Phase 1: Roof\n\n- [x] T1-001 Beams\n- [ ] T1-002 Slate\n\n## Phase 2: Rooms\n\n- [ ] T2-001 Walls\n' },
    'T1-002',
    [
      '- [ ] T1-002 Slate — deferred to phase 2',
      '### Deferred',
      '- T1-002 Slate → phase 2 as T2-002: no slate before May',
      '- [ ] T2-002 Slate (deferred from T1-002)',
    ],
  ],
  [
    'a register beside the documents of the phases',
    {
      'docs/phases/phase-1.md': '# Phase 1: Roof\n\n## Deferred Items\n\n- None\n',
      'docs/phases/phase-2.md': '# Phase 2: Rooms\n',
      'tasks/tasks.yaml':
        '- id: T1-001\n  phase: 1\n  title: Beams\n  status: done\n- id: T1-002\n  phase: 1\n  title: Slate\n  status: in_progress\n- id: T2-001\n  phase: 2\n  title: Walls\n  status: todo\n',
    },
    'T1-002',
    [
      '- T1-002 Slate → phase 2 as T2-002: no slate before May',
      '  status: deferred',
      '- id: T2-002',
      '  title: Slate (deferred from T1-002)',
    ],
  ],
  [
    'YAML alone',
    {
      'docs/plan.yaml':
        'phases:\n  - id: 1\n    title: Roof\n    tasks:\n      - id: T1-001\n        title: Slate\n        status: todo\n  - id: 2\n    title: Rooms\n    tasks:\n      - id: T2-001\n        title: Walls\n        status: todo\n',
    },
    'T1-001',
    [
      '        status: deferred',
      '    deferred:',
      "      - task: 'T1-001 Slate: no slate before May'",
      '        to: 2',
      '      - id: T2-002',
      '        title: Slate (deferred from T1-001)',
    ],
  ],
])('%s', (_, files, what, lines) => {
  it('the reason where it was, the task where it goes, and nothing left open', () => {
    const at = ceremony(files);
    const done = at.after(put(at, what));
    const all = Object.entries(files).flatMap(([path, text]) => newLines(text, done.text(path)));
    expect(all).toEqual(lines);
    expect(left(done)).toEqual([]);
  });
});

it('a step of the gate that failed becomes a task of the later phase', () => {
  const text = '## Phase 1: Roof\n### Exit criteria\n- [ ] No drop falls through\n## Phase 2: Rooms\n';
  const at = ceremony(text);
  expect(newLines(text, at.after(put(at, 'No drop falls through')).text())).toEqual([
    '### Deferred',
    '- No drop falls through → phase 2: no slate before May',
    '### Tasks',
    '- [ ] No drop falls through (deferred from phase 1)',
  ]);
});

it.each<[string, string, Partial<Put>, string]>([
  ['what is finished', 'Beams', {}, 'is finished'],
  ['to a phase that does not exist', 'Slate', { to: '9' }, 'There is no phase 9'],
  ['to the same phase', 'Slate', { to: '1' }, 'does not come after'],
  ['nothing', ' ', {}, 'Say what is put off'],
])('%s is refused', (_, what, more, words) => {
  const at = ceremony('## Phase 1: Roof\n- [x] Beams\n- [ ] Slate\n## Phase 2: Rooms\n- [ ] Walls\n');
  expect(put(at, what, more)).toEqual({ refused: expect.stringContaining(words) });
});
