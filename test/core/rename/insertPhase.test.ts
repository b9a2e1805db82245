import { expect, test } from 'vitest';
import { applyEdits, type Insertion, insertPhase, type Project } from '../../../server/src/core/index.ts';
import { folder } from '../navigate/marked.ts';

/** The texts of a folder after a phase was inserted, by path; documents that stay as they are are left out. */
function after(project: Project, behind: string | null, title = 'Oven') {
  const [plan] = project.plans;
  const result = plan && insertPhase(project, plan, behind, title);
  if (!result || 'refused' in result) throw new Error(result?.refused ?? 'no plan');
  return { ...result, texts: textsAfter(project, result) };
}

function textsAfter(project: Project, { edits, moves, page }: Insertion): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [path, { text }] of project.sources) {
    const now = applyEdits(path, text, edits);
    const to = moves.reduce((at, move) => (at === move.from ? move.to : at), path);
    if (now !== text || to !== path) texts[to] = now;
  }
  if (page) texts[page.path] = page.text;
  return texts;
}

const plan = `# Bakery

| Phase | Title | Status |
|---|---|---|
| 1 | Flour | Done |
| 2 | Shop | Planned |

Phases 1–2 are for bread; Phase 1 comes first. [Shop](#phase-2--shop)

## Phase 1 — Flour (2 days)

**Status:** Done

### Goal

Flour is milled.

### Tasks

- [x] T1-001 Buy a mill
- [x] T1-002 Mill

### Exit criteria

- [x] \`mill --check\` exits 0
- [x] Ten bags stand in the store

## Phase 2 — Shop

Depends on: Phase 1

### Tasks

- [ ] T2-001 Paint the sign
`;

test('a phase between two others of one document', () => {
  const { texts, phase, warnings } = after(folder({ 'docs/plan.md': plan }), '1');
  expect(phase).toBe('2');
  expect(warnings).toEqual([]);
  expect(texts).toEqual({
    'docs/plan.md': `# Bakery

| Phase | Title | Status |
|---|---|---|
| 1 | Flour | Done |
| 2 | Oven | Planned |
| 3 | Shop | Planned |

Phases 1–3 are for bread; Phase 1 comes first. [Shop](#phase-3--shop)

## Phase 1 — Flour (2 days)

**Status:** Done

### Goal

Flour is milled.

### Tasks

- [x] T1-001 Buy a mill
- [x] T1-002 Mill

### Exit criteria

- [x] \`mill --check\` exits 0
- [x] Ten bags stand in the store

## Phase 2 — Oven

**Status:** Planned

### Goal

TBD

### Tasks

- [ ] T2-001 First piece of work

### Exit criteria

- [ ] TBD: what anybody can see once this phase is through

## Phase 3 — Shop

Depends on: Phase 1

### Tasks

- [ ] T3-001 Paint the sign
`,
  });
});

test('a phase behind the last one moves nothing', () => {
  const { texts, phase } = after(folder({ 'docs/plan.md': plan }), '2');
  expect(phase).toBe('3');
  expect(texts['docs/plan.md']).toBe(
    `${plan.replace('| 2 | Shop | Planned |\n', '| 2 | Shop | Planned |\n| 3 | Oven | Planned |\n')}
## Phase 3 — Oven

Depends on: Phase 2

### Tasks

- [ ] T3-001 First piece of work
`,
  );
});

test('documents of later phases move, the last first, and the new phase gets one of its own', () => {
  const project = folder({
    'docs/phases/phase-01.md': '# Phase 1: Flour\n\n- Status: done\n\n## Exit criteria\n\n- [x] Ten bags\n',
    'docs/phases/phase-02.md': '# Phase 2: Shop\n\n- Status: planned\n- Depends on: Phase 1\n',
    'docs/phases/phase-03.md': '# Phase 3: Van\n\n- Status: planned\n- Depends on: [Phase 2](phase-02.md)\n',
    'tasks/tasks.yaml':
      '- id: T2-001\n  phase: 2\n  title: Paint\n  status: todo\n- id: T1-001\n  phase: 1\n  title: Mill\n  status: done\n',
  });
  const { texts, moves } = after(project, '1');
  expect(moves).toEqual([
    { from: 'docs/phases/phase-03.md', to: 'docs/phases/phase-04.md' },
    { from: 'docs/phases/phase-02.md', to: 'docs/phases/phase-03.md' },
  ]);
  expect(texts).toEqual({
    'docs/phases/phase-02.md':
      '# Phase 2: Oven\n\n- Status: planned\n\n## Exit criteria\n\n- [ ] TBD: what anybody can see once this phase is through\n',
    'docs/phases/phase-03.md': '# Phase 3: Shop\n\n- Status: planned\n- Depends on: Phase 1\n',
    'docs/phases/phase-04.md': '# Phase 4: Van\n\n- Status: planned\n- Depends on: [Phase 3](phase-03.md)\n',
    'tasks/tasks.yaml':
      '- id: T3-001\n  phase: 3\n  title: Paint\n  status: todo\n- id: T1-001\n  phase: 1\n  title: Mill\n  status: done\n',
  });
});

test('a phase in YAML, as an item and as an entry', () => {
  const items = folder({
    'plan.yaml':
      'phases:\n  - id: 1\n    title: Flour\n    status: done\n    tasks:\n      - id: T1-1\n        title: Mill\n  - id: 2\n    title: Shop\n    status: planned\n    depends_on: [1]\n',
  });
  expect(after(items, '1').texts).toEqual({
    'plan.yaml':
      'phases:\n  - id: 1\n    title: Flour\n    status: done\n    tasks:\n      - id: T1-1\n        title: Mill\n  - id: 2\n    title: Oven\n    status: planned\n  - id: 3\n    title: Shop\n    status: planned\n    depends_on: [1]\n',
  });
  const entries = folder({
    'plan.yaml': 'phases:\n  phase_1:\n    title: Flour\n    status: done\n  phase_2:\n    title: Shop\n    status: planned\n',
  });
  expect(after(entries, '1').texts).toEqual({
    'plan.yaml':
      'phases:\n  phase_1:\n    title: Flour\n    status: done\n  phase_2:\n    title: Oven\n    status: planned\n  phase_3:\n    title: Shop\n    status: planned\n',
  });
});

test('a number that is free moves nothing, and line ends stay as they are', () => {
  const project = folder({ 'docs/plan.md': '## Phase 1: Flour\r\n\r\nText.\r\n\r\n## Phase 3: Shop\r\n\r\nText.\r\n' });
  expect(after(project, '1').texts).toEqual({
    'docs/plan.md': '## Phase 1: Flour\r\n\r\nText.\r\n\r\n## Phase 2: Oven\r\n\r\nTBD\r\n\r\n## Phase 3: Shop\r\n\r\nText.\r\n',
  });
});

test('a plan whose phases have no numbers is left alone', () => {
  const project = folder({
    'plan.yaml':
      'phases:\n  - id: flour\n    title: Flour\n    status: done\n  - id: shop\n    title: Shop\n    status: planned\n',
  });
  const [only] = project.plans;
  expect(only && insertPhase(project, only, 'flour', 'Oven')).toEqual({
    refused: 'The phases of this plan have no numbers: write the new one where it belongs.',
  });
});

test('what only one phase speaks of is not asked of the new one', () => {
  const project = folder({
    'docs/plan.md':
      '## Phase 1: Flour\n\n**Owner**: Ada\n\n### Goal\n\nFlour.\n\n- Gen 1: relays\n\n### Mill wheels\n\n- [ ] Turn\n\n## Phase 2: Shop\n\n**Owner**: Bo\n\n### Goal\n\nA shop.\n',
  });
  expect(after(project, '1').texts['docs/plan.md']).toContain(
    '## Phase 2: Oven\n\n**Owner**: TBD\n\n### Goal\n\nTBD\n\n## Phase 3: Shop\n',
  );
});
