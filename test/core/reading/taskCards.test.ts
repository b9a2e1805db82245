import { describe, expect, it } from 'vitest';
import { gates, read, scope } from './read.ts';

describe('the front matter of a task card', () => {
  const card = (lines: string) => scope(read(`---\nid: saw-3\nphase: 2\n${lines}---\n# Saw\n`));

  it('names what may be changed, and what not, with the keys that a task of YAML has', () =>
    expect(card('allowed_paths:\n  - src/saw/**\nexclusive_paths: [src/oil.ts]\nforbidden_paths:\n  - src/legacy/**\n')).toEqual([
      '2 + src/saw/**',
      '2 + src/oil.ts',
      '2 - src/legacy/**',
    ]));

  it('may sort the files by what is done with them; what is only read is none', () =>
    expect(card('touches:\n  create:\n    - src/saw.ts\n  modify: [src/oil.ts]\n  read: [docs/wood.md]\n')).toEqual([
      '2 + src/saw.ts',
      '2 + src/oil.ts',
    ]));

  it('may say before a path that it is new', () =>
    expect(card('target_files:\n  - NEW:src/saw.ts\n  - src/oil.ts\n')).toEqual(['2 + src/saw.ts', '2 + src/oil.ts']));
});

describe('the body of a task card', () => {
  it.each([
    ['## Current scope\n\n1. **src/saw.ts** — teeth\n2. **src/oil.ts** — pump\n', ['- + src/saw.ts', '- + src/oil.ts']],
    ['## Scope\n\nAllowed test/report files:\n\n- `test/saw/`\n', ['- + test/saw/']],
  ])('names the scope: %j', (text, expected) => expect(scope(read(`# Saw\n\n${text}`))).toEqual(expected));
});

describe('lists of files', () => {
  it('end where boxes begin, which are tasks', () => {
    const facts = read('### Task 1: Saw\n\n**Files:**\n- Modify: `src/saw.ts`\n\n- [ ] Write the test\n- [x] Run it\n');
    expect(scope(facts)).toEqual(['- + src/saw.ts']);
    expect(facts.tasks.map(({ title, status }) => [title, status])).toEqual([
      ['Write the test', 'planned'],
      ['Run it', 'done'],
    ]);
  });

  it('may be a sentence about what is done with them', () =>
    expect(
      scope(read('## Saw\n\n**Files:** Create src/saw.ts and src/oil.ts; modify README.md and the docs by hand.\n')),
    ).toEqual(['- + src/saw.ts', '- + src/oil.ts', '- + README.md']));

  it('may be what somebody may edit, beside what nobody must', () =>
    expect(
      scope(read('## Orders\n\n**Files you may edit:**\n- `src/saw.ts`\n\n**Files you must NOT edit:**\n- `src/oil.ts`\n')),
    ).toEqual(['- + src/saw.ts', '- - src/oil.ts']));

  it('may stand in a fence with remarks behind the paths', () =>
    expect(
      scope(read('## Files to modify\n\n```\n(no new files)\n\nLikely:\n  src/saw.ts      (teeth)\n  src/oil/  # pump\n```\n')),
    ).toEqual(['- + src/saw.ts', '- + src/oil/']));

  it('hold no modules', () =>
    expect(scope(read('## In scope\n\n- Keep `app.saw.teeth` as it is\n'))).toEqual(['- + (Keep app.saw.teeth as it is)']));
});

describe('gates', () => {
  it('may be announced in bold with a full stop', () =>
    expect(
      read(
        '# Phase 1: Wood\n\n## Saw\n\n**Acceptance.** 12 boards are cut.\n\n## Oil\n\n**Acceptance.**\n\n- It runs\n',
      ).gates.map(({ items }) => items.map(({ text }) => text)),
    ).toEqual([['12 boards are cut.'], ['It runs']]));

  it('keep the groups of their conditions: below "Success criteria" a verification is one of them', () =>
    expect(
      gates(read('# Phase 1: Wood\n\n## Success criteria\n\n### Automated verification\n\n- [ ] `make saw` passes\n')),
    ).toEqual({ '1 | success | Success criteria': ['`make saw` passes'] }));

  it('are not the next one that a report names', () =>
    expect(gates(read('# Phase 1: Wood\n\n## Receipt\n\n- commit: `abc1234`\n- next gate: `OIL_READY`\n'))).toEqual({}));
});

describe('a test plan', () => {
  it('has sections about the tests and tests that say what the log holds', () =>
    expect(
      read(
        '# Saw test plan\n\n## Test categories\n\n1. start\n2. stop\n\n## Tests\n\n### T-01: start\n**Steps**\n1. Run it.\n\n**Expected result**\n- it runs\n\n### T-02: log\n**Expected log content**\n- a line\n',
        'docs/test-plan.md',
      ).checklist.map(({ title }) => title),
    ).toEqual(['start', 'log']));

  it('has tests that end in pass or fail', () =>
    expect(
      read(
        '# Smoke test\n\n## Test steps\n\n### 1. Start\n1. Run it.\n2. Look.\n\n**Pass/Fail**: ☐ Pass ☐ Fail\n\n### 2. Stop\n1. Stop it.\n\n**Pass/Fail**: ☐ Pass ☐ Fail\n',
        'docs/smoke-test.md',
      ).checklist.map(({ title }) => title),
    ).toEqual(['Start', 'Stop']));

  it('may be a list of steps below its title; an empty bullet is none', () =>
    expect(
      read(
        '# Install QA checklist\n\n## Steps\n\n1. Install.\n2. Start.\n\n## Issues found\n\n- \n',
        'docs/qa-checklist.md',
      ).checklist.map(({ title }) => title),
    ).toEqual(['Install.', 'Start.']));
});

it('a row of numbered work that mentions a phase defines none', () =>
  expect(read('| # | Track | Status |\n|---|---|---|\n| A | Phase 3 leftovers | open |\n| B | Oil | open |\n').phases).toEqual(
    [],
  ));

it('what stands below "next steps" in another language defines no phase', () =>
  expect(read('# Фаза 1: Пила\n\n## Следующие шаги\n\n- **Фаза 2**: Масло\n').phases.map(({ id }) => id)).toEqual(['1']));
