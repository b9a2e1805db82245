import { describe, expect, it } from 'vitest';
import { lookedAtRows, toTree, totals, verdictsOf } from '../../client/src/treeModel.ts';
import { openOnly, type TreeNode } from '../../client/src/treeNode.ts';
import { check, outline, phase, t, task, tasks } from './outline.ts';

/** The tree as an indented text, which is what a person sees of it. */
function drawn(rows: readonly TreeNode[], indent = ''): string[] {
  return rows.flatMap((one) => [
    `${indent}${one.label}${one.description ? ` — ${one.description}` : ''}`,
    ...drawn(one.children, `${indent}  `),
  ]);
}

function ids(rows: readonly TreeNode[]): string[] {
  return rows.flatMap((one) => [one.id, ...ids(one.children)]);
}

const twoPhases = outline({
  current: { phase: '2', reason: 'phase 1 is done, phase 2 has 1 open task', pinned: false },
  tasks: tasks(),
  phases: [
    phase('1', { title: 'Health', status: 'done', tasks: tasks(task('Build it', 'done')) }),
    phase('2', {
      title: 'Storage `v2`',
      current: true,
      derived: 'in_progress',
      tasks: tasks(task('Write', 'done', { id: 'T2-001' }), task('Read back', 'in_progress')),
      gates: [
        {
          label: 'Exit Criteria',
          kind: 'exit',
          phase: '2',
          stage: null,
          result: null,
          path: 'docs/plan.md',
          line: 30,
          items: [
            { text: '`npm test` exits 0', path: 'docs/plan.md', line: 31, checked: true, mark: 'done' },
            { text: 'p95 below 200 ms', path: 'docs/plan.md', line: 32, checked: false, mark: 'open' },
          ],
        },
      ],
      checklist: [check('Query answers', { result: 'fail', note: 'timed out' })],
      scope: {
        in: [
          { glob: 'src/store/**', text: '`src/store/**`', phase: '2', path: 'docs/plan.md', line: 25 },
          { glob: null, text: 'migration scripts', phase: '2', path: 'docs/plan.md', line: 26 },
        ],
        out: [],
      },
    }),
  ],
});

describe('the tree', () => {
  it('says every status, count and result in words', () => {
    expect(drawn(toTree(twoPhases, t))).toEqual([
      'Phase 1: Health — done · 1/1 tasks',
      '  Tasks — 1/1',
      '    Build it — done',
      'Phase 2: Storage v2 — current · in progress · 1/2 tasks · 0/1 checks',
      '  Tasks — 1/2',
      '    T2-001 Write — done',
      '    Read back — in progress',
      '  Exit Criteria — 1/2',
      '    npm test exits 0 — done',
      '    p95 below 200 ms — open',
      '  Manual checklist — 0/1',
      '    Query answers — failed: timed out',
      '  Scope — 2 entries',
      '    src/store/**',
      '    migration scripts — prose, not checkable',
    ]);
  });

  it('opens the current phase and no other', () => {
    expect(toTree(twoPhases, t).map((one) => one.expanded)).toEqual([false, true]);
  });

  it('keeps the id of a row when its line and status change', () => {
    const moved = JSON.parse(JSON.stringify(twoPhases).replaceAll('"line":', '"line":1').replaceAll('"open"', '"done"'));
    expect(ids(toTree(moved, t))).toEqual(ids(toTree(twoPhases, t)));
  });

  it('never gives two rows the same id', () => {
    const gate = { label: 'Gate', kind: 'gate', phase: '1', stage: null, result: null, path: 'a.md', line: 1 };
    const item = { text: 'same words', path: 'a.md', line: 2, checked: false, mark: null };
    const same = { ...gate, items: [item, item] };
    const all = ids(toTree(outline({ phases: [phase('1', { gates: [same, same] }), phase('1')] }), t));
    expect(new Set(all).size).toBe(all.length);
  });

  it('has a row per plan where there are several', () => {
    const rows = toTree(outline({ title: 'One', documents: ['a.md'] }, { title: 'Two', documents: ['b.md'] }), t);
    expect(rows.map((one) => one.label)).toEqual(['One', 'Two']);
  });

  it('collects what belongs to no phase below the phases', () => {
    const rows = toTree(outline({ phases: [phase('1')], checklist: [check('Every gate')] }), t);
    expect(drawn(rows)).toEqual(['Phase 1', 'The whole plan', '  Manual checklist — 0/1', '    Every gate — open']);
  });

  it('shows open work only when asked', () => {
    expect(drawn(openOnly(toTree(twoPhases, t)))).toEqual([
      'Phase 2: Storage v2 — current · in progress · 1/2 tasks · 0/1 checks',
      '  Tasks — 1/2',
      '    Read back — in progress',
      '  Exit Criteria — 1/2',
      '    p95 below 200 ms — open',
      '  Manual checklist — 0/1',
      '    Query answers — failed: timed out',
      '  Scope — 2 entries',
      '    src/store/**',
      '    migration scripts — prose, not checkable',
    ]);
  });

  it('counts a task that a phase and its stage both list once', () => {
    const shared = task('Only once', 'done', { line: 7 });
    const stage = { id: '1', title: null, status: 'done', statusText: null, phase: '1', path: 'docs/plan.md', line: 5 } as const;
    const stages = [{ ...stage, gates: [], checklist: [], evidence: [], tasks: tasks(shared) }];
    expect(totals(outline({ phases: [phase('1', { tasks: tasks(shared), stages })] }), t)).toBe('1/1 tasks done');
  });
});

describe('the verdict in the tree', () => {
  const plan = outline({
    phases: [
      phase('0', { status: 'signed_off', derived: 'signed_off' }),
      phase('1', { status: 'in_progress', derived: 'in_progress', current: true }),
      phase('2', { status: 'planned', derived: 'planned' }),
    ],
  });
  const missing = { text: 'T1-002 Planks', path: 'docs/plan.md', line: 12 };
  const requirements = [
    { id: 'tasks', pass: false, state: 'fail' as const, text: '1 of 2 tasks is open', items: [missing] },
    { id: 'tag', pass: true, state: 'pass' as const, text: 'The tag phase-1-complete is free', items: [] },
  ];

  it('is asked for where a phase was begun and is not signed off, and stands first below it', async () => {
    const asked: string[] = [];
    const verdicts = await verdictsOf(plan, async ({ phase: id }) => {
      asked.push(id);
      return { report: { version: 1, phase: id, title: null, pass: false, requirements, tag: null } } as never;
    });
    expect(asked).toEqual(['1']);
    const [, current] = toTree(plan, t, verdicts);
    const [verdict] = current?.children ?? [];
    expect(verdict).toMatchObject({ label: 'Gate verdict', description: 'not through, 1 of 2 open', traits: ['verdict'] });
    expect(verdict?.children.map(({ label, description, closed }) => [label, description, closed])).toEqual([
      ['1 of 2 tasks is open', 'missing', false],
      ['The tag phase-1-complete is free', 'passes', true],
    ]);
    expect(verdict?.children[0]?.children).toMatchObject([{ label: 'T1-002 Planks', place: { path: 'docs/plan.md', line: 12 } }]);
  });

  it('is left out where nobody answers', async () => {
    const verdicts = await verdictsOf(plan, () => Promise.reject(new Error('gone')));
    expect(toTree(plan, t, verdicts)[1]?.children).toEqual([]);
  });
});

describe('where no phase is current', () => {
  const finished = { phases: [phase('1', { title: 'Health', status: 'signed_off' })] };
  const reason = 'every phase is finished: 1 signed off';

  it.each([
    ['pinned', 'phase 9 is pinned', 'No current phase — phase 9 is pinned', ['Unpin it', 'Pin another phase as current…']],
    ['finished', 'every phase is finished: 1 done', 'Every phase is finished — 1 done', ['Sign off a phase…', 'Add a phase…']],
    ['signed-off', reason, 'Every phase is finished — 1 signed off', ['Add a phase…', 'Create the next plan…']],
  ] as const)('the first row says why, and what to do (%s)', (why, said, first, steps) => {
    const rows = toTree(outline({ ...finished, noCurrent: { why, reason: said, next: 'Do it.' } }), t);
    expect(drawn(rows).slice(0, 3)).toEqual([first, ...steps.map((step) => `  ${step}`)]);
    expect(rows[0]?.tooltip).toContain('Do it.');
  });

  it('another plan of the folder may have one', () => {
    const current = { phase: '1', reason: 'it is', pinned: false };
    const plans = outline({ ...finished, noCurrent: { why: 'signed-off', reason, next: '' } }, { ...finished, current });
    expect(drawn(toTree(plans, t)).join()).not.toContain('Every phase is finished');
  });
});

describe('where no phase was found', () => {
  const lookedAt = {
    documents: [{ path: 'docs/plan.md', line: 3, message: 'no heading names a phase (`## Phase 1: …`)' }],
    more: 2,
  };
  const steps = ['Create a plan', 'Use existing documents…', 'Open the sample…'];
  const rows = (several: boolean) => lookedAtRows([{ folder: { name: 'boat' }, lookedAt }], several, t).map(({ node }) => node);

  it('the documents stand there with what they lack, and below them what to do', () => {
    const documents = ['docs/plan.md', '  no heading names a phase (## Phase 1: …)', 'and 2 more'];
    expect(drawn(rows(false))).toEqual([...documents, ...steps]);
    expect(drawn(rows(true))).toEqual(['boat', ...documents.map((one) => `  ${one}`), ...steps]);
    expect(rows(false)[0]?.place).toEqual({ path: 'docs/plan.md', line: 3 });
    expect(new Set(ids(rows(true))).size).toBe(ids(rows(true)).length);
  });
});
