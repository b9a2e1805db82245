import { expect, test } from 'vitest';
import { applyEdits, makingRoom, renumber } from '../../../server/src/core/index.ts';
import { folder } from '../navigate/marked.ts';

/** The text of a plan after room was made for a new phase 2. */
function moved(text: string, path = 'docs/plan.md', others: Readonly<Record<string, string>> = {}): string {
  const project = folder({ [path]: text, ...others });
  const plan = project.plans.find((one) => one.documents.includes(path));
  const result = plan && renumber(project, plan, makingRoom('1', 2));
  if (!result || 'refused' in result) throw new Error(result?.refused ?? 'no plan');
  return applyEdits(path, text, result.edits);
}

const both = '## Phase 1: Flour\n\nStatus: done\n\n## Phase 2: Oven\n\nStatus: planned\n\n';

test.each([
  ['labels', '**Current phase:** 2 — Oven\n', '**Current phase:** 3 — Oven\n'],
  ['a label in bold', '- **Phase**: 2\n', '- **Phase**: 3\n'],
  ['emphasis around the name', '**Phase 2** is hot, *phase 2* too.\n', '**Phase 3** is hot, *phase 3* too.\n'],
  [
    'names with a dash, an underscore or a sign',
    'phase-2 work, phase_2, Phase #2, Phase‑2.\n',
    'phase-3 work, phase_3, Phase #3, Phase‑3.\n',
  ],
  [
    'ranges',
    'Phases 1–2, phases 1 to 2, Phase 1-2, phases 1 and 2, Phases 1 & 2.\n',
    'Phases 1–3, phases 1 to 3, Phase 1-3, phases 1 and 3, Phases 1 & 3.\n',
  ],
  ['lists', 'Needs phases 1, 2 and 3 for two weeks.\n', 'Needs phases 1, 3 and 4 for two weeks.\n'],
  ['possessives', "Phase 2's gate, before Phase 2, after (Phase 2).\n", "Phase 3's gate, before Phase 3, after (Phase 3).\n"],
  ['words for numbers', 'Phase two begins when phase one ends.\n', 'Phase three begins when phase one ends.\n'],
  ['quotations in code', '`Phase 2` in `grep "Phase 2" plan.md`\n', '`Phase 3` in `grep "Phase 3" plan.md`\n'],
  ['a comment', '<!-- Phase 2 is under review -->\n', '<!-- Phase 3 is under review -->\n'],
  ['a deferral', '### Deferred\n\n- Icing → Phase 2\n', '### Deferred\n\n- Icing → Phase 3\n'],
  ['a quoted line', '> Phase 2 waits for phase 1\n', '> Phase 3 waits for phase 1\n'],
  [
    'a table of targets',
    '| Item | Target phase |\n|---|---|\n| Icing | 2 |\n',
    '| Item | Target phase |\n|---|---|\n| Icing | 3 |\n',
  ],
  ['cells with several', '| Task | Phase |\n|---|---|\n| T9 | 1, 2 |\n', '| Task | Phase |\n|---|---|\n| T9 | 1, 3 |\n'],
  [
    'a diagram',
    '```mermaid\nflowchart LR\n  Phase1 --> Phase2["Phase 2: Oven"]\n```\n',
    '```mermaid\nflowchart LR\n  Phase1 --> Phase3["Phase 3: Oven"]\n```\n',
  ],
])('%s', (_, before, after) => {
  expect(moved(both + before)).toBe(both.replace('Phase 2', 'Phase 3') + after);
});

test.each([
  ['other numbers', 'In 2 weeks, 2 of 3 people, v2.0, 2026-02-02, step 2, Sprint 2, #2, time per phase: 2 days.\n'],
  ['amounts behind a name', 'Phase 1, 2 days; phase 1 - 40 hours; Phase 1/6.\n'],
  ['code', '```sh\n./deploy phase-2 # Phase 2\n```\n'],
  [
    'commands and paths',
    '`npm run phase-2`, `src/phase2/oven.ts`, docs/evidence/phase-2/log.txt, https://example.org/phase-2.\n',
  ],
  ['names that only begin alike', 'multi-phase-2, biphase 2b3, phases2x.\n'],
  ['priorities', 'P2 is the priority of this bug, P1 of that.\n'],
  ['steps that are numbered', '1. Mix\n2. Knead\n'],
])('leaves alone: %s', (_, text) => {
  expect(moved(both + text)).toBe(both.replace('Phase 2', 'Phase 3') + text);
});

test('front matter', () => {
  const text =
    '---\nid: phase-2\nphase: 2\ntitle: Oven\ndepends_on: [phase-1, 2]\nweeks: 2\n---\n\n# Phase 2: Oven\n\nStatus: planned\n';
  const now =
    '---\nid: phase-3\nphase: 3\ntitle: Oven\ndepends_on: [phase-1, 3]\nweeks: 2\n---\n\n# Phase 3: Oven\n\nStatus: planned\n';
  expect(moved(text, 'docs/phases/phase-2.md')).toBe(now);
});

test('phases as items of a list, with links to their headings', () => {
  const text =
    '# Plan\n\n- [x] **Phase 1: Flour** - mill it\n- [ ] [**Phase 2: Oven**](#phase-2-oven)\n\n## Phase 1: Flour\n\nStatus: done\n\n## Phase 2: Oven\n\nStatus: planned\n';
  expect(moved(text)).toBe(text.replaceAll('Phase 2', 'Phase 3').replaceAll('phase-2', 'phase-3'));
});

test('milestones with letters, where the plan counts in them', () => {
  const text =
    '# Milestones\n\n## M1: Flour\n\nStatus: done\n\n## M2: Oven\n\nStatus: planned. Milestone M2 waits for M1; phase 2 of the moon.\n';
  expect(moved(text)).toBe(text.replaceAll('M2', 'M3'));
});

test('YAML: keys, values, lists, names; no commands, numbers or other keys', () => {
  const text = `# Phase 2 is next
phases:
  phase_1:
    title: Flour
    status: done
  phase_2:
    title: Oven
    status: planned
    depends_on: [phase_1]
    weeks: 2
tasks:
  - id: P2-T1
    phase: phase_2
    title: Heat for phase 2
    estimate: 2
    command: run phase-2
  - id: P1-T1
    phase: "1"
    title: Mill
    blocked_by: P2-T1
`;
  expect(moved(text, 'plan.yaml')).toBe(
    text
      .replace('# Phase 2', '# Phase 3')
      .replaceAll('phase_2', 'phase_3')
      .replaceAll('P2-T1', 'P3-T1')
      .replace('for phase 2', 'for phase 3'),
  );
});

test('other plans and documents that are no plan are left alone', () => {
  const other = '## Phase 1: Sugar\n\nStatus: done\n\n## Phase 2: Icing\n\nStatus: planned\n';
  const project = folder({ 'docs/plan.md': both, 'packages/cake/docs/plan.md': other, 'README.md': 'Phase 2 is next.\n' });
  const [plan] = project.plans;
  const result = plan && renumber(project, plan, makingRoom('1', 2));
  expect(result && 'edits' in result && new Set(result.edits.map(({ path }) => path))).toEqual(new Set(['docs/plan.md']));
});
