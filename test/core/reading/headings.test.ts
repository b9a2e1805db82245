import { describe, expect, it } from 'vitest';
import { read, units } from './read.ts';

describe('a phase heading', () => {
  it.each([
    ['## Phase 1: Wood', '1 | Wood | -'],
    ['# Phase 1 — Wood', '1 | Wood | -'],
    ['### Phase 1 – Wood', '1 | Wood | -'],
    ['#### Phase 1 - Wood', '1 | Wood | -'],
    ['## Phase 1. Wood', '1 | Wood | -'],
    ['## Phase 1', '1 | - | -'],
    ['##   **Phase 1: Wood**  ', '1 | Wood | -'],
    ['## Phase 1: Wood ##', '1 | Wood | -'],
    ['## 2. Phase 0 — Wood', '0 | Wood | -'],
    ['## 🚀 Phase 3: Wood', '3 | Wood | -'],
    ['## Phase 03: Wood', '3 | Wood | -'],
    ['## Phase 2A: Wood', '2A | Wood | -'],
    ['## Phase 1.3: Wood', '1.3 | Wood | -'],
    ['## Phase B: Wood', 'B | Wood | -'],
    ['## Phase Two: Wood', '2 | Wood | -'],
    ['## Cabinet — Phase 4: Wood', '4 | Wood | -'],
    ['Phase 1: Wood\n=============', '1 | Wood | -'],
  ])('%s', (heading, unit) => expect(units(read(`${heading}\n\ntext\n`).phases)).toEqual([unit]));

  it.each([
    ['## Phase 2: Oak ✅', 'Oak', 'done'],
    ['## ✅ Phase 2: Oak', 'Oak', 'done'],
    ['## Phase 2: Oak (COMPLETE)', 'Oak', 'done'],
    ['## Phase 2: Oak — COMPLETE (2026-02-14)', 'Oak', 'done'],
    ['## Phase 2: Oak [DONE]', 'Oak', 'done'],
    ['## Phase 2: Oak 🚧', 'Oak', 'in_progress'],
    ['## Phase 2: Oak (in progress)', 'Oak', 'in_progress'],
    ['## Phase 2: Oak - blocked', 'Oak', 'blocked'],
    ['## Phase 2: Oak 🔄 **NEXT**', 'Oak', 'planned'],
    ['## Phase 2: Oak (planned, not started)', 'Oak', 'planned'],
  ])('may carry a status: %s', (heading, title, status) => {
    const [phase] = read(`${heading}\n`).phases;
    expect([phase?.title, phase?.status?.status]).toEqual([title, status]);
  });

  it.each([
    ['## Phase 2: Oak (1 day)', '1 day'],
    ['## Phase 2: Oak (2-3 days)', '2-3 days'],
    ['## Phase 2: Oak (Week 3)', 'Week 3'],
    ['## Phase 2: Oak (Q2 2026)', 'Q2 2026'],
    ['## Phase 2: Oak\n**Duration:** 2 weeks', '2 weeks'],
    ['## Phase 2: Oak\n- Estimate: half a day', 'half a day'],
  ])('may carry an estimate: %s', (text, estimate) => {
    const [phase] = read(`${text}\n`).phases;
    expect([phase?.title, phase?.estimate]).toEqual(['Oak', estimate]);
  });

  it('keeps a parenthesis that is neither status nor time in the title', () => {
    expect(read('## Phase 2: Oak (and beech)\n').phases[0]?.title).toBe('Oak (and beech)');
  });
});

describe('no phase of this document', () => {
  it.each([
    ['a range', '## Phases 1-5\n'],
    ['a combination', '## Phase 1+2\n'],
    ['a template', '## Phase N: [Name]\n'],
    ['prose', 'In phase 2 we oil the wood. Phase 3 follows.\n'],
    ['a small letter', 'The phase a lot of people fear\n'],
    ['what comes next', '## Next steps\n- **Phase 3: Oil**\n'],
    ['a fence', '```markdown\n## Phase 1: Wood\n```\n'],
    ['a fence of tildes that holds a fence', '~~~~\n```\n## Phase 1: Wood\n```\n## Phase 2: Oil\n~~~~\n'],
    ['a fence that is never closed', '```\n## Phase 1: Wood\n'],
    ['indented code', 'Text\n\n    ## Phase 1: Wood\n'],
    ['a comment', '<!--\n## Phase 1: Wood\n\n- [ ] task\n-->\n'],
    ['a word above a rule', 'Phase 1 is nice to have in words\n\n---\n'],
  ])('%s', (_, text) => {
    const { phases, stages, tasks } = read(text);
    expect({ phases, stages, tasks }).toEqual({ phases: [], stages: [], tasks: [] });
  });

  it('a fence inside a list hides its phases from the list', () => {
    expect(read('## Phase 1: Wood\n- like this:\n  ```\n  ## Phase 2: Oil\n  - [ ] task\n  ```\n- [ ] saw\n')).toMatchObject({
      phases: [{ id: '1' }],
      tasks: [{ title: 'saw' }],
    });
  });
});

describe('one phase, many mentions', () => {
  const text = `# Cabinet

- [x] **Phase 1: Wood**
- [ ] **Phase 2: Oil**

## Phase 1: Wood
## Phase 2: Oil
**Status:** in progress

| Phase | Status |
|---|---|
| 1. Wood | ✅ Complete |
| 2. Oil | Pending |
`;
  const facts = read(text);

  it('is one phase, and its checkbox is no task', () => {
    expect(units(facts.phases)).toEqual(['1 | Wood | done', '2 | Oil | in_progress']);
    expect(facts.tasks).toEqual([]);
  });

  it('has the heading for its definition and the rest for mentions', () => {
    expect(facts.phases.map(({ at }) => facts.words(at))).toEqual(['## Phase 1: Wood', '## Phase 2: Oil']);
    expect(facts.phases.map(({ mentions }) => mentions.length)).toEqual([2, 2]);
  });

  it('keeps the other statements of its status', () => {
    expect(facts.phases[1]?.otherStatuses.map(({ text: words, form }) => [words, form])).toContainEqual(['Pending', 'row']);
  });

  it('is two phases where two headings give one number to different things', () => {
    expect(units(read('# Phase 3 — Doors\n\n# Phase 3 — Glass panes\n').phases)).toEqual([
      '3 | Doors | -',
      '3 | Glass panes | -',
    ]);
  });
});

describe('a checkbox list of phases', () => {
  it('defines them', () => {
    expect(units(read('- [x] **Phase 1: Wood** (2 days)\n- [~] **Phase 2: Oil**\n- [ ] Phase 3: Doors\n').phases)).toEqual([
      '1 | Wood | done',
      '2 | Oil | partial',
      '3 | Doors | planned',
    ]);
  });
});

describe('stages', () => {
  it('belong to the phase they stand in, at a deeper level or at the same', () => {
    const facts = read(
      '# Phase 2: Oil\n## Stage 0 — Sand\n## Stage 4a — Oil once\n# Stage 5 — Wait\n# Phase 3: Doors\n## Stage 0 — Saw\n',
    );
    expect(facts.stages.map(({ id, title, phase }) => [id, title, phase])).toEqual([
      ['0', 'Sand', '2'],
      ['4a', 'Oil once', '2'],
      ['5', 'Wait', '2'],
      ['0', 'Saw', '3'],
    ]);
  });
});
