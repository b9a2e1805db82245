import { describe, expect, test } from 'vitest';
import { foldsOf, linksOf, planSymbols, selectionAt, toSource } from '../../../server/src/core/index.ts';
import { folder } from './marked.ts';

const plan = `# Bakery

## Phase 1: Ovens

### Tasks

- [ ] T1-001 Heat
  - Command: \`heat\`
  - Expected: warm
- [ ] T1-002 Bake

### Evidence

- \`docs/log.txt\`

## Phase 2: Shop

Depends on: Phase 1
`;

describe('folding', () => {
  test('sections, items with details, to their last line with words', () => {
    expect(foldsOf(toSource('docs/plan.md', plan)).map(({ first, last }) => `${first}-${last}`)).toEqual([
      '0-17',
      '2-13',
      '4-9',
      '6-8',
      '11-13',
      '15-17',
    ]);
  });

  test('items and entries of YAML', () => {
    const text = '# tasks\n- id: T1\n  depends_on:\n    - T0\n    - T9\n  title: a\n- id: T2\n';
    expect(foldsOf(toSource('tasks.yaml', text)).map(({ first, last }) => `${first}-${last}`)).toEqual(['1-5', '2-4']);
  });
});

test('a selection grows from the line to the item, the list, the section, the phase and the document', () => {
  const source = toSource('docs/plan.md', plan);
  const steps = selectionAt(source, plan.indexOf('warm'));
  expect(
    steps.map(({ start, end }) => plan.slice(start, end).trim().split('\n')).map((lines) => `${lines.length}: ${lines[0]}`),
  ).toEqual([
    '1: - Expected: warm',
    '2: - Command: `heat`',
    '3: - [ ] T1-001 Heat',
    '4: - [ ] T1-001 Heat',
    '6: ### Tasks',
    '12: ## Phase 1: Ovens',
    '18: # Bakery',
  ]);
});

test('a selection in YAML grows from the line to the entry, the item and the list', () => {
  const text = 'tasks:\n  - id: T1\n    depends_on:\n      - T0\n  - id: T2\n';
  const steps = selectionAt(toSource('plan.yaml', text), text.indexOf('T0') + 1);
  expect(steps.map(({ start, end }) => text.slice(start, end).trim())).toEqual([
    '- T0',
    'depends_on:\n      - T0',
    'id: T1\n    depends_on:\n      - T0',
    text.trim(),
  ]);
});

test('words lead to evidence, to files in a scope and to phases, where these are there', () => {
  const project = folder({
    'docs/plan.md': plan.replace('### Evidence', '### Scope\n\n- `src/oven.ts`\n- `src/**`\n- `src/gone.ts`\n\n### Evidence'),
    'docs/log.txt': '',
  }).listing(['docs/log.txt', 'docs/plan.md', 'src/oven.ts']);
  const text = project.sources.get('docs/plan.md')?.text ?? '';
  const [only] = project.plans;
  const links = only ? linksOf(project, only, 'docs/plan.md') : [];
  expect(links.map(({ at, to }) => [text.slice(at.start, at.end), 'path' in to ? `${to.path} ${to.offset}` : to.url])).toEqual([
    ['src/oven.ts', 'src/oven.ts null'],
    ['docs/log.txt', 'docs/log.txt null'],
    ['1', `docs/plan.md ${text.indexOf('## Phase 1')}`],
  ]);
});

test('phases and tasks are found by letters of their names, the nearest first', () => {
  const project = folder({ 'docs/plan.md': plan });
  expect(planSymbols(project, 'phase', 9).map(({ name }) => name)).toEqual(['Phase 1: Ovens', 'Phase 2: Shop']);
  expect(planSymbols(project, 'bake', 9)).toMatchObject([{ name: 'T1-002 Bake', within: 'Phase 1: Ovens' }]);
  expect(planSymbols(project, 'xyz', 9)).toEqual([]);
});
