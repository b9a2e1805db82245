import { describe, expect, test } from 'vitest';
import { applyEdits, type Project, renamableAt, rename } from '../../../server/src/core/index.ts';
import { folder } from '../navigate/marked.ts';

const files = {
  'docs/plan.md': `# Bakery

| Phase | Title | Status |
|---|---|---|
| 1 | Ovens | Done |
| 2 | Shop | In progress |

See [the shop](#phase-2-shop). The Shop is red.

## Phase 1: Ovens

- [x] T1-001 Heat the oven

## Phase 2: Shop

Depends on: Phase 1

- [ ] T2-001 Paint the sign, unlike T2-0010

\`\`\`mermaid
graph TD
  P1[Phase 1: Ovens] --> P2[Phase 2: Shop]
\`\`\`
`,
  'docs/phases/phase-2.md': '# Phase 2 — Shop\n\nBefore: T1-001 and T2-001.\n\n### Exit criteria\n- [ ] The door opens\n',
  'docs/phase-board.md': '# Board\n\n## Open\n\n- T2-001 Paint the sign\n\n## Done\n\n- T1-001 Heat the oven\n',
  'tasks/tasks.yaml':
    '- id: T2-001\n  phase: 2\n  title: Paint the sign\n  depends_on: [T1-001]\n- id: T1-001\n  phase: 1\n  title: Heat\n',
};
const project = folder(files);

/** The changed lines of every document after a rename at some words, or why there is none. */
function renamed(words: string, to: string, path = 'docs/plan.md', from: Project = project) {
  const text = from.sources.get(path)?.text ?? '';
  const offset = text.indexOf(words) + words.length;
  const result = rename(from, path, offset, to);
  if ('refused' in result) return result.refused;
  const lines = [...from.sources].flatMap(([name, { text: before }]) => {
    const after = applyEdits(name, before, result.edits).split('\n');
    return after.flatMap((line, index) =>
      line === before.split('\n')[index] ? [] : [`${name.split('/').at(-1)}: ${line.trim()}`],
    );
  });
  return [...lines, ...result.moves.map((move) => `${move.from} -> ${move.to}`)];
}

test('a task keeps its one name everywhere', () => {
  expect(renamed('- [ ] T2', 'T2-007')).toEqual([
    'plan.md: - [ ] T2-007 Paint the sign, unlike T2-0010',
    'phase-2.md: Before: T1-001 and T2-007.',
    'phase-board.md: - T2-007 Paint the sign',
    'tasks.yaml: - id: T2-007',
  ]);
});

test('a phase takes its references, diagram nodes, task ids, document and links along', () => {
  expect(renamed('## Phase 2', '5')).toEqual([
    'plan.md: | 5 | Shop | In progress |',
    'plan.md: See [the shop](#phase-5-shop). The Shop is red.',
    'plan.md: ## Phase 5: Shop',
    'plan.md: - [ ] T5-001 Paint the sign, unlike T5-0010',
    'plan.md: P1[Phase 1: Ovens] --> P5[Phase 5: Shop]',
    'phase-2.md: # Phase 5 — Shop',
    'phase-2.md: Before: T1-001 and T5-001.',
    'phase-board.md: - T5-001 Paint the sign',
    'tasks.yaml: - id: T5-001',
    'tasks.yaml: phase: 5',
    'docs/phases/phase-2.md -> docs/phases/phase-5.md',
  ]);
});

test('a title changes where it stands with its number, and links to its heading follow', () => {
  expect(renamed('## Phase 2: Sh', 'Front room')).toEqual([
    'plan.md: | 2 | Front room | In progress |',
    'plan.md: See [the shop](#phase-2-front-room). The Shop is red.',
    'plan.md: ## Phase 2: Front room',
    'plan.md: P1[Phase 1: Ovens] --> P2[Phase 2: Front room]',
    'phase-2.md: # Phase 2 — Front room',
  ]);
});

describe('refuses, with the reason', () => {
  test.each([
    [
      'a phase that is there',
      '## Phase 2',
      '1',
      'There is a phase 1 already (docs/plan.md:5). To move phases up and down, renumber them.',
    ],
    ['what is no number of a phase', '## Phase 2', 'two words', 'A phase is numbered as in 3, 2A, 1.3 or post-11.'],
    ['a task that is there', '- [ ] T2', 'T1-001', 'There is a task T1-001 already (docs/plan.md:12).'],
    ['what would be read as no task', '- [ ] T2', 'paint-1', '“paint-1” would not be read as the id of a task here.'],
    ['a title of two lines', '## Phase 2: Sh', 'a\nb', 'A title is one line of words without “|”.'],
  ])('%s', (_, words, to, why) => {
    expect(renamed(words, to)).toBe(why);
  });

  test('a place without a name', () => {
    expect(renamableAt(project, 'docs/plan.md', 3)).toEqual({
      refused: 'Put the cursor on the number of a phase or stage, on its title, or on the id of a task.',
    });
  });
});

test('a stage of one phase is not that of another', () => {
  const staged = folder({
    'docs/stage-log.md':
      '# Stage log\n## Phase 1: Dough\n### Stage 1 — Flour\nStatus: done\n### Stage 2 — Water\nAfter Stage 1.\n## Phase 2: Bread\n### Stage 1 — Fire\nStatus: done\n',
  });
  expect(renamed('### Stage 1', '7', 'docs/stage-log.md', staged)).toEqual([
    'stage-log.md: ### Stage 7 — Flour',
    'stage-log.md: After Stage 7.',
  ]);
  expect(renamed('### Stage 1', '2', 'docs/stage-log.md', staged)).toBe('There is a stage 2 already (docs/stage-log.md:5).');
});
