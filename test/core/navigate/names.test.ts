import { expect, test } from 'vitest';
import { folder, marked, ofPhase } from './marked.ts';

const plan = `# Bakery

| Phase | Title | Status |
|---|---|---|
| 1 | Ovens | Done |
| 2 | Shop | In progress |
| 3 | Delivery | Planned |

Phases 1–3 are about bread; phases 2 and 3 need Phase 1. Phase 2 takes 3 weeks, phase 20 is a dream.
See [the shop](phases/phase-2.md) and [below](#phase-2-shop). Logs are in \`docs/evidence/phase-2/run.txt\`; \`make phase-2\` is a command,
\`Phase 2\` a quotation, \`phase-2-complete\` a tag.

## Phase 1: Ovens

- [x] T1-001 Heat the oven

## Phase 2: Shop

**Depends on:** Phase 1

- [ ] T2-001 Paint the sign after T1-001
- [ ] T2-002 Open the door

\`\`\`sh
echo "Phase 2"
\`\`\`

\`\`\`mermaid
graph TD
  P1[Phase 1: Ovens] --> P2[Phase 2: Shop]
  P2 --> P3[Phase 3: Delivery]
\`\`\`

## Phase 3: Delivery

- Depends on: 1, 2
- Deferred: T2-002 → Phase 3
`;
const tasks = `# Phase 2 comes first in the queue
- id: T2-001
  phase: 2
  title: Paint the sign (Phase 2)
  depends_on: [T1-001]
- id: T1-001
  phase: 1
  title: Heat the oven
  command: npm run phase-2
`;
const project = folder({
  'docs/plan.md': plan,
  'docs/phases/phase-2.md': '# Phase 2: Shop\n\nStatus: in progress\n\n### Exit criteria\n- The door of Phase 02 opens\n',
  'tasks/tasks.yaml': tasks,
  'phasewise.yaml': 'phase: 2\nscope:\n  exceptions:\n    - path: a.txt\n      phase: "2"\n      reason: why\n',
});

test('every place that names a phase in a Markdown plan, and nothing else', () => {
  expect(marked(project, 'docs/plan.md', ofPhase('2'))).toEqual([
    '| «2» | Shop | In progress |',
    'Phases 1–3 are about bread; phases «2» and 3 need Phase 1. Phase «2» takes 3 weeks, phase 20 is a dream.',
    'See [the shop](phases/phase-«2».md) and [below](#phase-«2»-shop). Logs are in `docs/evidence/phase-2/run.txt`; `make phase-2` is a command,',
    '`Phase «2»` a quotation, `phase-«2»-complete` a tag.',
    '## Phase «2»: Shop',
    'P1[Phase 1: Ovens] --> P«2»[Phase «2»: Shop]',
    'P«2» --> P3[Phase 3: Delivery]',
    '- Depends on: 1, «2»',
  ]);
});

test('the ends of ranges and lists are names', () => {
  expect(marked(project, 'docs/plan.md', ofPhase('3'))).toEqual([
    '| «3» | Delivery | Planned |',
    'Phases 1–«3» are about bread; phases 2 and «3» need Phase 1. Phase 2 takes 3 weeks, phase 20 is a dream.',
    'P2 --> P«3»[Phase «3»: Delivery]',
    '## Phase «3»: Delivery',
    '- Deferred: T2-002 → Phase «3»',
  ]);
});

test('phases in YAML: values that point to one, words in texts and comments, no commands', () => {
  expect(marked(project, 'tasks/tasks.yaml', ofPhase('2'))).toEqual([
    '# Phase «2» comes first in the queue',
    'phase: «2»',
    'title: Paint the sign (Phase «2»)',
  ]);
  expect(marked(project, 'phasewise.yaml', ofPhase('2'))).toEqual(['phase: «2»', 'phase: "«2»"']);
});

test('a phase document names its phase, with or without a leading zero', () => {
  expect(marked(project, 'docs/phases/phase-2.md', ofPhase('2'))).toEqual([
    '# Phase «2»: Shop',
    '- The door of Phase «02» opens',
  ]);
});

test('a task wherever it is named', () => {
  const ofTask = (id: string) => (name: { key: string; kind: string }) => name.kind === 'task' && name.key === id;
  expect(marked(project, 'docs/plan.md', ofTask('T1-001'))).toEqual([
    '- [x] «T1-001» Heat the oven',
    '- [ ] T2-001 Paint the sign after «T1-001»',
  ]);
  expect(marked(project, 'tasks/tasks.yaml', ofTask('T1-001'))).toEqual(['depends_on: [«T1-001»]', '- id: «T1-001»']);
});

test('a plan that counts milestones does not mean them by "phase", and another plan is another matter', () => {
  const two = folder({
    'docs/plan.md': '## Milestone 1: Dough\nStatus: done\n## Milestone 2: Bread\nPhase 2 of the moon; milestones 1 and 2.\n',
    'packages/cake/docs/plan.md': '## Phase 1: Sugar\nStatus: done\n## Phase 2: Icing\nStatus: planned\n',
  });
  expect(marked(two, 'docs/plan.md', ofPhase('2'))).toEqual([
    '## Milestone «2»: Bread',
    'Phase 2 of the moon; milestones 1 and «2».',
  ]);
  expect(marked(two, 'packages/cake/docs/plan.md', ofPhase('2'))).toEqual(['## Phase «2»: Icing']);
});

test('stages belong to their phase', () => {
  const staged = folder({
    'docs/stage-log.md':
      '# Stage log\n## Phase 1: Dough\n### Stage 1 — Flour\nStatus: done\n### Stage 2 — Water\nAfter Stage 1.\n## Phase 2: Bread\n### Stage 1 — Fire\nStatus: done\nStage 1 is hot.\n',
  });
  const ofStage = (key: string) => (name: { key: string; kind: string }) => name.kind === 'stage' && name.key === key;
  expect(marked(staged, 'docs/stage-log.md', ofStage('1/1'))).toEqual(['### Stage «1» — Flour', 'After Stage «1».']);
  expect(marked(staged, 'docs/stage-log.md', ofStage('2/1'))).toEqual(['### Stage «1» — Fire', 'Stage «1» is hot.']);
});
