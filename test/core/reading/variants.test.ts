import { describe, expect, it } from 'vitest';
import { gates, read, scope, units } from './read.ts';

describe('the label of a gate', () => {
  it.each([
    ['**Definition of done for Phase 1:** 12 boards are cut\n', '1 | dod | Definition of done for Phase 1'],
    ['**Exit criteria of this stage:**\n- 12 boards are cut\n', '1 | exit | Exit criteria of this stage'],
    ['**Workshop gate:** 12 boards are cut\n', '1 | gate | Workshop gate'],
  ])('may have words around it: %s', (text, label) => {
    expect(gates(read(`# Phase 1: Wood\n\n${text}`))).toEqual({ [label]: ['12 boards are cut'] });
  });

  it('may be the title of the document: its sections with boxes are gates', () => {
    expect(gates(read('# Go/No-Go Review Checklist\n\n## Saws\n- [x] 3 saws run\n\n## Oil\n- [ ] 5 l are here\n'))).toEqual({
      '- | go-no-go | Saws': ['3 saws run'],
      '- | go-no-go | Oil': ['5 l are here'],
    });
  });
});

describe('what labels say of a phase', () => {
  it.each([
    ['two on one line', '## Phase 1: Wood\n**Commit:** `1a2b3c4`  **Status:** COMPLETE\n'],
    ['between bars', '## Phase 1: Wood\n**Boards**: 12 cut | **Status**: Done | **Owner**: Ana\n'],
    ['below a bold line', '## Now\n**Phase 1: Wood**\nStatus: done\n'],
    ['in a list below a bold line', '## Plan\n**Phase 1: Wood**\n- Status: done\n\n**Phase 2: Oil**\n- Status: open\n'],
    ['below an item', '- [ ] **Phase 1: Wood**\n  - Status: done\n- [ ] **Phase 2: Oil**\n'],
  ])('may stand %s', (_, text) => expect(units(read(text).phases)[0]).toBe('1 | Wood | done'));
});

describe('phases by a letter and a number', () => {
  it.each([
    ['# Plan in phases\n## P1 — Wood\n## P2: Oil\n', ['1 | Wood | -', '2 | Oil | -']],
    ['# Milestones\n### M1: Wood\n### M2: Oil\n', ['M1 | Wood | -', 'M2 | Oil | -']],
    ['# Sprints\n## S7 — Wood\n| Sprint | Status |\n|---|---|\n| S7 — Wood | done |\n', ['S7 | Wood | done']],
  ])('are read where the document explains the letter: %s', (text, expected) =>
    expect(units(read(text).phases)).toEqual(expected),
  );

  it.each([
    ['priorities', '# Phases of the saw\n## P0: Critical\n- cut\n## P1 — High priority\n- oil\n'],
    ['a letter nobody explains', '# Plan\n## P1 — Wood\n## P2 — Oil\n'],
    ['a document with numbered phases', '# Milestones\n## Phase 1: Wood\n### M1: Saw\n'],
  ])('are not %s', (_, text) => expect(read(text).phases.map(({ title }) => title)).not.toEqual(expect.arrayContaining(['Saw'])));

  it('below a header that says sprint are the sprints of the headings', () => {
    const facts = read(
      '### SPRINT 1: Wood\n### SPRINT 2: Oil\n\n| Sprint | Status |\n|---|---|\n| 1 | ✅ DONE |\n| 2 | 📋 Planned |\n',
    );
    expect([units(facts.phases), facts.stages]).toEqual([['1 | Wood | done', '2 | Oil | planned'], []]);
  });
});

describe('a status', () => {
  it.each([
    ['Saws delivered', 'done'],
    ['Core parts completed', 'done'],
    ['saw done, awaiting oil', 'partial'],
    ['nothing delivered', undefined],
    ['boards to be delivered', undefined],
  ])('may end a few words: %s', (text, status) =>
    expect(read(`# Phase 1: Wood\n**Status:** ${text}\n`).phases[0]?.status?.status ?? undefined).toBe(status),
  );

  it.each(['COMPLETED', 'Finished', 'abgeschlossen', 'completada', 'готово'])(
    'may stand in brackets behind a title: %s',
    (word) => expect(units(read(`## Phase 1: Wood (${word})\n`).phases)).toEqual(['1 | Wood | done']),
  );
});

describe('a test plan', () => {
  const titles = (text: string) => read(text, 'docs/manual-tests.md').checklist.map(({ title }) => title);

  it('has sections that are one test each, and others that speak of the tests', () => {
    const plan = `# Manual test plan

Every section ends with one of:
- [ ] PASS
- [ ] FAIL

## How to report
1. Write it down

## T1 — Weight
1. Put it on the scale

**Expected:** 12 kg

- [ ] PASS
- [ ] FAIL

## T2 — Smell
1. Smell it

- **Expected:** like oil

- [ ] PASS
- [ ] FAIL

## Notes
- The scale is old
`;
    expect(titles(plan)).toEqual(['Weight', 'Smell']);
  });

  it('whose tests are numbered has bullets for steps', () => {
    expect(
      titles('# Manual tests\n\n1. Weight:\n- Put it on the scale.\n- Run `scale --once`.\n\n2. Smell:\n- Open the door.\n'),
    ).toEqual(['Weight', 'Smell']);
  });
});

describe('what stands around a phase', () => {
  it.each([
    ['# Faza 3: Drewno — ✅ UKOŃCZONA\n', '3 | Drewno | done'],
    ['# Phase 3: Wood — zakończone\n', '3 | Wood | done'],
    ['## Phase 3: Wood (tamamlandı)\n', '3 | Wood | done'],
    ['## Giai đoạn 3: Gỗ (hoàn thành)\n', '3 | Gỗ | done'],
    ['## Phase 3: Wood (Optional)\n', '3 | Wood (Optional) | -'],
  ])('may be said in many languages: %s', (text, unit) => expect(units(read(text).phases)).toEqual([unit]));

  it('is its status, where only the name of the file says which phase it is', () => {
    expect(units(read('# Sawing the wood\n\n**Status:** done\n', 'docs/phases/phase-3.md').phases)).toEqual([
      '3 | Sawing the wood | done',
    ]);
  });

  it.each([
    [
      '# Gates\n\n## Wood\n\nA phase is not complete until:\n\n1. 12 boards are cut\n',
      '- | completion | A phase is not complete until',
    ],
    ['## Before you glue (completion gate)\n\n- [ ] 12 boards are cut\n', '- | completion | Before you glue (completion gate)'],
    [
      '## Phase 1: Wood\n\nThis work is complete only when:\n- 12 boards are cut\n',
      '1 | completion | This work is complete only when',
    ],
  ])('may be the end of all phases: %s', (text, label) => expect(gates(read(text))).toEqual({ [label]: ['12 boards are cut'] }));

  it('is no task, where the column says amounts', () => {
    expect(
      read('## Costs\n| Item | Amount | Status |\n|---|---|---|\n| Saw | $10 | $4 paid |\n| Oil | $3 | $3 pending |\n').tasks,
    ).toEqual([]);
  });
});

describe('sections of a list of tasks', () => {
  it('called verification hold tasks where these are numbered like the others', () => {
    const facts = read('## 1. Wood\n- [x] 1.1 Saw\n\n## 2. Verification\n- [ ] 2.1 Weigh it\n', 'changes/cabinet/tasks.md');
    expect([facts.tasks.map(({ id }) => id), facts.gates]).toEqual([['1.1', '2.1'], []]);
  });

  it('called sign-off criteria hold conditions', () => {
    const facts = read('# Phase 1: Wood\n\n## Phase 1 Sign-off Criteria\n- [ ] 12 boards are cut\n');
    expect([gates(facts), facts.tasks]).toEqual([{ '1 | exit | Phase 1 Sign-off Criteria': ['12 boards are cut'] }, []]);
  });
});

describe('more kinds of units and tests', () => {
  it('slices by letter are stages', () => {
    expect(units(read('# Cabinet\n\n## Slices\n\n### S1 — Saw\n\n### S2 — Sand\n').stages)).toEqual([
      'S1 | Saw | -',
      'S2 | Sand | -',
    ]);
  });

  it('one number alone is a priority', () => {
    expect(read('# Plan of a phase\n### P0 - Saws\n- [ ] oil\n### P0 - Oil\n- [ ] buy\n').phases).toEqual([]);
  });

  it('a test may be a heading with its expectation and result below', () => {
    const facts = read(
      '---\nphase: 02-wood\n---\n## Tests\n\n### 1. Weight\nexpected: 12 kg\nresult: pass\n\n### 2. Smell\nexpected: like oil\nresult: [pending]\n\n## Summary\n\ntotal: 2\n',
      'docs/phases/02-wood/check.md',
    );
    expect(facts.checklist.map(({ title, expected, result }) => [title, expected, result?.outcome])).toEqual([
      ['Weight', '12 kg', 'pass'],
      ['Smell', 'like oil', undefined],
    ]);
  });

  it('the sections of a go/no-go checklist may be tables, whatever they are called', () => {
    const table = '| # | Item | Owner | Status |\n|---|---|---|---|\n| 1 | 3 saws run | Ana | |\n';
    const facts = read(`# Go / No-Go Review Checklist\n\n## 1. Saws\n\n${table}\n## 2. Rollback plan\n\n${table}`);
    expect([Object.keys(gates(facts)), facts.tasks]).toEqual([['- | go-no-go | Saws', '- | go-no-go | Rollback plan'], []]);
  });

  it('a backlog in YAML may have any name', () => {
    expect(
      read(
        'product_backlog:\n  - id: a\n    content: Saw\n    status: Завершена\n  - id: b\n    content: Oil\n    status: Запланирована\n',
        'docs/roadmap.yaml',
      ).tasks.map(({ id, status }) => [id, status]),
    ).toEqual([
      ['a', 'done'],
      ['b', 'planned'],
    ]);
  });
});

describe('what is no status and no command', () => {
  it('a picture behind a title', () => {
    expect(units(read('## Phase 1: Wood 🏗️ ✅\n## Phase 2: Oil 🔨\n').phases)).toEqual(['1 | Wood | done', '2 | Oil | -']);
  });

  it('what a fence of another language holds', () => {
    const facts = read('# Manual tests\n- [ ] Write into the file:\n  ```yaml\n  oil: linseed\n  ```\n', 'docs/manual-tests.md');
    expect(facts.checklist.map(({ command }) => command)).toEqual([null]);
  });
});

describe('phases in the second column', () => {
  const table = (rows: string) => read(`| # | Phase | Exit criterion | Status |\n|---|---|---|---|\n${rows}`).phases;

  it('have their number in the first', () => {
    expect(units(table('| 0 | Wood | 12 boards | COMPLETE |\n| 1 | Oil | 5 l | NOT STARTED |\n'))).toEqual([
      '0 | Wood | done',
      '1 | Oil | planned',
    ]);
  });

  it('are no phases of their own where they repeat', () => {
    expect(table('| 1 | Wood | saw breaks | open |\n| 2 | Wood | no oil | open |\n')).toEqual([]);
  });
});

describe('labels, once more', () => {
  it.each([
    ['## Phase 1: Wood\n\n**Status: COMPLETE** (closed in March)\n', '1 | Wood | done'],
    ['## Upcoming (may change)\n\n### Phase 1: Wood\n- saw\n', '1 | Wood | -'],
    ['| Phase | Status |\n|---|---|\n| 2b.1 | done |\n', '2b.1 | - | done'],
  ])('%s', (text, unit) => expect(units(read(text).phases)).toEqual([unit]));

  it.each([
    ['# Phase 1: Wood\n\n## 验收\n\n- 12 boards are cut\n', '1 | acceptance | 验收'],
    ['# Plan\n\n## Gates comuns a todas as fases\n- 12 boards are cut\n', '- | gate | Gates comuns a todas as fases'],
    ['# Phase 1: Wood\n- Criteria: 12 boards are cut\n', '1 | gate | Criteria'],
  ])('announce gates: %s', (text, label) => expect(gates(read(text))).toEqual({ [label]: ['12 boards are cut'] }));

  it('make one test of a heading, its steps and its expectation', () => {
    const plan = '# 測試清單\n\n### T-01 Weight\n\n**步驟**：\n1. Put it on the scale\n2. Read it\n\n**預期結果**：12 kg\n';
    expect(read(plan, 'docs/UAT.md').checklist.map(({ title, expected }) => [title, expected])).toEqual([['Weight', '12 kg']]);
  });
});

describe('the scope', () => {
  it.each([
    ['allowed paths', '## Allowed Paths\n- `src/a/**`\n- src/b.ts\n', ['1 + src/a/**', '1 + src/b.ts']],
    ['forbidden paths', '## Forbidden paths\n- `src/c/**`\n', ['1 - src/c/**']],
    [
      'a fence of paths',
      '## Allowed paths\n\n```yaml\nallowed_paths:\n  - src/a/**\n  - "docs/a.md"\n```\n',
      ['1 + src/a/**', '1 + docs/a.md'],
    ],
    [
      'labels of other languages',
      '- **涉及文件**: `src/a.ts`\n- **Archivos a modificar**: `src/b.ts`\n',
      ['1 + src/a.ts', '1 + src/b.ts'],
    ],
    ['no drawn tree', '## New files\n\n```\nsrc/a/\n├── b.ts\n└── c.ts\n```\n', []],
  ])('may be %s', (_, text, expected) => expect(scope(read(`# Phase 1: Wood\n\n${text}`))).toEqual(expected));
});

describe('a status for all', () => {
  it('is the status of the phase', () => {
    expect(units(read('## Phase 1: Wood\n\nAll items: **NOT STARTED**\n').phases)).toEqual(['1 | Wood | planned']);
  });
});

describe('a heading with a command and what to expect', () => {
  it('is a test, unless it stands in a gate', () => {
    const test = '```bash\nscale --once\n```\n\n预期：\n\n- 12 kg\n';
    const facts = read(`# Phase 1: Wood\n\n### 2. Weight\n\n${test}\n### Exit criteria\n\n${test}`);
    expect(facts.checklist.map(({ title, command }) => [title, command])).toEqual([['Weight', 'scale --once']]);
  });
});

describe('bullets with a bold title', () => {
  const bullets =
    '- **Weight:** put a log on the scale and see that it shows kilos\n- **Validation:** put nothing on it and see zero\n';
  const titles = (text: string) => read(text).checklist.map((item) => item.title.slice(0, 10));

  it('are tests where somebody checks by hand, and the word validation names one of them', () => {
    const facts = read(`# Phase 1: Wood\n\n## Verification Plan\n\n### Manual Verification\n\n${bullets}`);
    expect(facts.gates).toEqual([]);
    expect(facts.checklist).toHaveLength(2);
  });

  it('are a strategy in a test plan', () => {
    expect(titles(`# Phase 1: Wood\n\n## Test plan\n\n- **Units:** every saw has its tests\n`)).toEqual([]);
  });
});

describe('a gate with the code of its phase', () => {
  it('announces its condition', () => {
    const facts = read('## Phase 1: Wood\n\n* **Work:**\n  1. Cut\n* **Exit Gate P1:** 12 boards are cut\n');
    expect(facts.gates.map(({ phase, items }) => [phase !== null, items.length])).toEqual([[true, 1]]);
  });
});

describe('a go/no-go checklist', () => {
  it('may hold a checklist of tests by that name', () => {
    const facts = read(
      '# Go/No-Go checklist\n\n## Smoke test checklist\n\n### Yard\n\n- [ ] The gate opens\n\n## Rollback\n\n- [ ] The old saw is kept\n',
    );
    expect(facts.checklist.map(({ title }) => title)).toEqual(['The gate opens']);
    expect(facts.gates.flatMap(({ items }) => items.map(({ text }) => text))).toEqual(['The old saw is kept']);
  });
});

describe('what stands around a phase', () => {
  it('says that all phases below are done, where they do not speak for themselves', () => {
    const text =
      '## Completed phases\n\n### Phase 1: Wood\n- 12 boards\n\n### Phase 2: Oil (planned)\n- 3 l\n\n## Later\n\n### Phase 3: Wax\n- none yet\n';
    expect(units(read(text).phases)).toEqual(['1 | Wood | done', '2 | Oil | planned', '3 | Wax | -']);
  });

  it('may be an outcome behind the name of its gate', () => {
    const text =
      '| Phase | Risk |\n|---|---|\n| Phase 1 | low |\n\n## Decisions\n\n### Phase 1 Gate ✅ PASSED\n\n- [x] 12 boards are cut\n';
    const facts = read(text);
    expect(facts.gates.map(({ items }) => items.length)).toEqual([1]);
    expect(facts.tasks).toEqual([]);
  });

  it('may say what it may change and what not', () => {
    const text = '# Phase 1: Wood\n\n**May modify**:\n- `src/a/*` (if needed)\n\n**No changes to**:\n- `src/b/*`\n';
    expect(scope(read(text))).toEqual(['1 + src/a/*', '1 - src/b/*']);
  });
});

describe('the id of a task', () => {
  it.each(['T1-004', 'P005-T001', 'P0012-T1-03', 'WB-7'])('may have a letter in each of its parts: %s', (id) => {
    const { tasks } = read(`# Phase 1: Wood\n\n## Tasks\n\n- [ ] ${id} Cut 12 boards\n`);
    expect(tasks.map((task) => [task.id, task.title])).toEqual([[id, 'Cut 12 boards']]);
  });
});
