import { describe, expect, it } from 'vitest';
import { addStage, addTest, applyEdits, type Edit, Project, type Refusal } from '../../../server/src/core/index.ts';

describe('one more manual test', () => {
  it.each([
    [
      'looks like the last one and counts on',
      '### Manual tests\n\n1. [x] **MT-09: Locks**\n   - **Command**: `curl x`\n   - **Expected**: 200\n   - **Result**: pass\n',
      '2. [ ] **MT-10: What a person tries**\n   - **Command**: `npm start`\n   - **Expected**: what the person sees\n',
    ],
    [
      'is a row in a table of tests',
      '### Manual tests\n\n| # | Test | Command | Expected | Result |\n|---|---|---|---|---|\n| 1 | Locks | `x` | 200 | pass |\n',
      '| 2 | What a person tries |  |  |  |\n',
    ],
    [
      'has a heading where the others have one',
      '### Manual tests\n\n#### Test 1: Locks\n\n**Steps:**\n1. Turn the key\n\n**Expected:** it clicks\n',
      '\n#### Test 2: What a person tries\n\n**Steps:**\n1. What to do\n\n**Expected:** what the person sees\n',
    ],
    [
      'gets a heading of its own where the phase has no tests yet',
      'Status: planned\n',
      '\n### Manual testing\n\n- [ ] Test 1: What a person tries\n  - Command: `npm start`\n  - Expected: what the person sees\n',
    ],
  ])('%s', (_, section, added) => {
    const text = `# Plan\n\n## Phase 1: Doors\n\n${section}`;
    const { project, phase, plan } = planOf(text);
    const before = phase.checklist.length;
    const after = textAfter(addTest(project, plan, phase), text);
    expect(after).toBe(text + added);
    expect(planOf(after).phase.checklist.map(({ title }) => title)).toHaveLength(before + 1);
  });

  it('keeps the line ends of the document', () => {
    const text = '# Plan\r\n\r\n## Phase 1: Doors\r\n\r\n## Phase 2: Keys\r\n';
    const { project, plan, phase } = planOf(text);
    expect(textAfter(addTest(project, plan, phase), text).replaceAll('\r\n', '')).not.toContain('\n');
  });
});

describe('one more stage', () => {
  it('has the labels of the others and nothing behind them', () => {
    const text = `# Phase 2: Keys

### Stage 4 — Cutting

- Status: done
- Work completed: 3 blanks
- Evidence links: [log](log.md)
- Acceptance gate: \`make keys\` exits 0
- Acceptance gate result: pass

### Stage 5 — Filing

- Status: in-progress
`;
    const { project, phase } = planOf(text);
    const after = textAfter(addStage(project, phase), text);
    expect(after).toBe(`${text}
### Stage 6 — Name of the stage

- Status: not-started
- Work completed:
- Evidence links:
- Acceptance gate: TBD: what anybody can see once this stage is through
- Acceptance gate result: pass / fail
`);
    expect(planOf(after).phase.stages.map(({ id, status }) => [id, status])).toEqual([
      ['4', 'done'],
      ['5', 'in_progress'],
      ['6', 'planned'],
    ]);
  });

  it('is refused where there is no stage to follow', () => {
    const { project, phase } = planOf('# Phase 2: Keys\n\n- Status: planned\n');
    expect(addStage(project, phase)).toMatchObject({ refused: expect.stringContaining('Phase 2 has no stage') });
  });
});

function planOf(text: string) {
  const project = Project.empty.with([{ path: 'docs/plan.md', text }]);
  const [plan] = project.plans;
  const [phase] = plan?.phases ?? [];
  if (!plan || !phase) throw new Error('no plan');
  return { project, plan, phase };
}

function textAfter(edits: readonly Edit[] | Refusal, text: string): string {
  if ('refused' in edits) throw new Error(edits.refused);
  return applyEdits('docs/plan.md', text, edits);
}
