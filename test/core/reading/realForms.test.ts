import { describe, expect, it } from 'vitest';
import { gates, read, scope, tasks, units } from './read.ts';

describe('the condition of a gate', () => {
  it('may stand in the heading itself', () => {
    const facts = read('## Phase 2: Oil\n\n### Phase 2 Gate: `oil --check` exits 0\n\nAsk Ana.\n');
    expect(gates(facts)).toEqual({ '2 | gate | Phase 2 Gate: oil --check exits 0': ['`oil --check` exits 0'] });
    expect(facts.words(facts.gates[0]?.items[0]?.textAt)).toBe('`oil --check` exits 0');
  });

  it('does not stand in a heading that is the title of lists', () => {
    const text = '## Phase 0 Gate: Wood and safety\n\nEvidence:\n\n- a photo\n\nPass criteria:\n\n- 12 boards are cut\n';
    expect(gates(read(text))).toEqual({ '0 | success | Pass criteria': ['12 boards are cut'] });
  });

  it.each(['Exit test', 'Universal gate checklist', 'Pass criteria'])('may be announced by "%s"', (heading) => {
    expect(Object.values(gates(read(`# Phase 1: Wood\n\n## ${heading}\n\n- [ ] 12 boards are cut\n`)))).toEqual([
      ['12 boards are cut'],
    ]);
  });

  it('may stand below a gate with a number, where the document speaks of gates', () => {
    const text = '## G1 — Allow sawing\n\n- [x] 12 boards are here\n\n## G2 — Allow oiling\n\n- [ ] 5 l are here\n';
    expect(Object.values(gates(read(`# Puertas de fase\n\n${text}`)))).toEqual([['12 boards are here'], ['5 l are here']]);
    expect(gates(read(`# Goals\n\n${text}`))).toEqual({});
  });
});

describe('a table of two columns', () => {
  it('may hold what labels would say of the phase', () => {
    const facts = read(
      '# Phase 2: Oil\n\n## Document metadata\n\n| Field | Value |\n|---|---|\n| Version | 3 |\n| Status | In progress |\n| Duration | 2 weeks |\n| Depends on | Phase 1 |\n',
    );
    expect(units(facts.phases)).toEqual(['2 | Oil | in_progress']);
    expect([facts.phases[0]?.estimate, facts.phases[0]?.dependsOn.map(({ id }) => id)]).toEqual(['2 weeks', ['1']]);
  });

  it('is no list of labels where it is about several phases', () => {
    const facts = read('| Phase | Status |\n|---|---|\n| 1. Wood | done |\n| 2. Oil | open |\n');
    expect(units(facts.phases)).toEqual(['1 | Wood | done', '2 | Oil | planned']);
  });
});

describe('manual tests', () => {
  it('may have their steps and expectations below headings of their own', () => {
    const facts = read(
      '# Manual testing\n\n## Scenario 1: Weigh a board\n\n### Steps\n\n```bash\nscale --once\n```\n\n### Expected output\n\n```\n12 kg\n```\n\n### Checks\n\n- [ ] the lamp is green\n\n## Scenario 2: Smell\n\n### Expected output\n\nIt smells of oil.\n',
      'docs/manual-testing.md',
    );
    expect(facts.checklist.map(({ title, command, expected }) => [title, command, expected])).toEqual([
      ['Scenario 1: Weigh a board', 'scale --once', '12 kg'],
      ['Scenario 2: Smell', null, 'It smells of oil.'],
    ]);
  });

  it('may be plain bullets where the heading says that they are done by hand', () => {
    const facts = read('# Phase 1: Wood\n\n### Manual verification\n- Open the door and see light\n- Close it\n');
    expect(facts.checklist.map(({ title }) => title)).toEqual(['Open the door and see light', 'Close it']);
  });

  it('do not include how the tests are set up', () => {
    const facts = read(
      '# Manual test plan\n\n## 0. Setup\n1. Plug in the saw\n\n## 1. Saw\n1. Press start\n2. Expected: it turns\n\n## 2. Cleanup\n1. Sweep\n',
    );
    expect(facts.checklist.map(({ title }) => title)).toEqual(['Saw']);
  });
});

describe('tasks', () => {
  it('may carry a picture instead of a box', () => {
    const facts = read('## Phase 1: Wood\n\n- ⏳ Task 27: cut 12 boards\n- ✅ Task 28: sand them\n- ✅ smooth\n');
    expect(tasks(facts)).toEqual(['1 | - | Task 27: cut 12 boards | planned', '1 | - | Task 28: sand them | done']);
  });

  it('may stand below the name of a time in YAML', () => {
    const facts = read(
      'short_term:\n  tasks:\n    - {id: W-1, title: Saw, status: done}\nlong_term:\n  tasks:\n    - {id: W-2, title: Oil, status: open}\n',
      'docs/plan.yaml',
    );
    expect(tasks(facts)).toEqual(['- | W-1 | Saw | done', '- | W-2 | Oil | planned']);
  });

  it('may stand below any key of a YAML plan where they name its phases', () => {
    const facts = read(
      'phases:\n  - {id: phase_1, name: Wood, status: planned}\nboards:\n  - {id: B-1, title: Saw, status: planned, phase: phase_1}\nsuppliers:\n  - {id: S-1, title: Ana, status: active}\n',
      'roadmap.yaml',
    );
    expect(tasks(facts)).toEqual(['1 | B-1 | Saw | planned']);
  });

  it('are not the documents that a YAML plan refers to', () => {
    const facts = read('phases:\n  - {id: 1, name: Wood}\ncompleted:\n  - docs/a.md\n  - docs/b.md\n', 'roadmap.yaml');
    expect(tasks(facts)).toEqual([]);
  });
});

describe('a status', () => {
  it.each(['done', '**done**', '**완료**', '✅ done'])('may end the quoted line below the heading: %s', (words) => {
    expect(units(read(`# Phase 3: Wood\n\n> Cut and plane — ${words}\n`).phases)).toEqual(['3 | Wood | done']);
  });

  it('is not every end of a quoted line', () => {
    expect(units(read('# Phase 3: Wood\n\n> Cut and plane — the boards we need\n').phases)).toEqual(['3 | Wood | -']);
  });
});

describe('a document called phase gates', () => {
  it('has the gate of a phase directly below it', () => {
    const facts = read('# Phase gates — Sawmill\n\n## Phase 2 — Oil\n\n- [ ] 5 l are here\n\n## Phase 3 — Shop\n\nLater.\n');
    expect([gates(facts), facts.tasks]).toEqual([{ '2 | gate | Phase 2 — Oil': ['5 l are here'] }, []]);
  });
});

describe('the sections of a test plan', () => {
  it('are tests where they carry the number of one and nothing is ticked', () => {
    const facts = read(
      '# Test plan\n\n## Scenario 1: Saw\n\n```bash\nsaw --run\n```\n\n## Scenario 2: Oil\n\n1. Open the tap\n2. Look\n\n## TC-03 Ticked\n\n- [ ] lamp\n- [ ] bell\n',
      'docs/test-plan.md',
    );
    expect(facts.checklist.map(({ title, command }) => [title, command])).toEqual([
      ['Scenario 1: Saw', 'saw --run'],
      ['Scenario 2: Oil', null],
      ['lamp', null],
      ['bell', null],
    ]);
  });
});

describe('boxes', () => {
  it('are work below a phase whose title speaks of risks', () => {
    expect(tasks(read('## Phase 1: Risk and order\n- [x] Saw\n'))).toEqual(['1 | - | Saw | done']);
  });
});

describe('a phase in YAML', () => {
  it('may name its exit in one line', () => {
    const facts = read(
      'phases:\n  - id: p1\n    name: Wood\n    exit: "12 boards are cut"\n    acceptance_met: [1, 2]\n',
      'roadmap.yaml',
    );
    expect(gates(facts)).toEqual({ '1 | exit | exit': ['12 boards are cut'] });
  });
});

describe('a numbered test', () => {
  it('is one test with its steps and its criteria below headings of their own', () => {
    const facts = read(
      '# Manual test plan\n\n## Test 1: Saw\n\n### Setup\n\n1. Plug in\n\n### Steps\n\n1. Press start\n   **Expected:** it turns\n\n### Pass criteria\n\n- [ ] it turns\n\n## Test data conventions\n\n- Board: `oak`\n\n## Lamp\n\n**Setup:**\n\n1. `lamp --plug`\n\n### Test 2: Light\n\n1. Open `http://localhost/lamp`\n',
      'docs/manual-test-plan.md',
    );
    expect(facts.checklist.map(({ title }) => title)).toEqual(['Test 1: Saw', 'Test 2: Light']);
  });
});

describe('the number of a phase', () => {
  it('may be followed by a title that begins with a number', () => {
    expect(units(read('## Phase 2 — 90-day look back\n\n## Phase 3 - 4 boards\n').phases)).toEqual([
      '2 | 90-day look back | -',
      '3 | 4 boards | -',
    ]);
  });

  it.each(['Phase 2 - 4', 'Phase 2 – 4: Wood', 'Phase 2-4 Wood', 'Phase 2 — Phase 4'])(
    'may be the first of several: %s',
    (heading) => {
      expect(units(read(`## ${heading}\n\n- [ ] Saw\n`).phases)).toEqual([]);
    },
  );
});

describe('labels of one word', () => {
  it('announce what lets a phase begin and end where a list follows', () => {
    const facts = read(
      '## Phase 1: Wood\n\n**Entry**\n- the saw is here\n\n**Exit**\n- 12 boards are cut\n\n**Rollback trigger**\n- rain\n',
    );
    expect(gates(facts)).toEqual({ '1 | entry | Entry': ['the saw is here'], '1 | exit | Exit': ['12 boards are cut'] });
  });

  it('say something else with a value', () => {
    expect(gates(read('## Phase 1: Wood\n\n- **Entry**: src/main.ts\n\n> **Version verified:** 3.2 is published\n'))).toEqual({});
  });
});

describe('validation', () => {
  it('of data is work, of a phase is a gate', () => {
    const facts = read(
      '## Phase 1: Wood\n\n### 1.2 Data validation\n- [ ] check the size\n\n### Phase validation\n- [ ] 12 boards are cut\n',
    );
    expect([tasks(facts), Object.values(gates(facts))]).toEqual([['1 | - | check the size | planned'], [['12 boards are cut']]]);
  });
});

describe('criteria', () => {
  it('may be grouped below headings of their own, and ticked with pictures', () => {
    const facts = read(
      '# Phase 1: Wood\n\n## Success criteria\n\n### Functional\n- 12 boards are cut\n\n### Speed\n✅ a cut takes 3 s\n✅ a board takes 1 min\n\n## Notes\n- oak\n',
    );
    expect(gates(facts)).toEqual({
      '1 | success | Success criteria': ['12 boards are cut', 'a cut takes 3 s', 'a board takes 1 min'],
    });
    expect(facts.gates[0]?.items.map(({ textAt }) => facts.words(textAt))).toEqual([
      '12 boards are cut',
      'a cut takes 3 s',
      'a board takes 1 min',
    ]);
  });
});

describe('a list below a status', () => {
  it('states the status of the phases that it names', () => {
    const facts = read(
      '# Plan\n\n## Current status\n\nCompleted:\n\n- Phase 0 foundation\n- the shed\n\nIn progress:\n\n- Phase 1 wood\n\nNotes:\n\n- Phase 2 oil\n\n## Phase 0: Foundation\n\n## Phase 1: Wood\n\n## Phase 2: Oil\n',
    );
    expect(units(facts.phases)).toEqual(['0 | Foundation | done', '1 | Wood | in_progress', '2 | Oil | -']);
  });
});

describe('slices in YAML', () => {
  it('are the work of their milestone', () => {
    const facts = read(
      'milestones:\n  - id: M001\n    title: Wood\n    slices:\n      - id: M001-S01\n        title: Saw\n        acceptance:\n          - 12 boards are cut\n',
      'roadmap.yaml',
    );
    expect([tasks(facts), Object.values(gates(facts))]).toEqual([['M001 | M001-S01 | Saw | unknown'], [['12 boards are cut']]]);
  });
});

describe('a list of files', () => {
  it.each([
    'Files expected to be created',
    'Likely files',
    'Files that will be changed',
    'Own',
    'Write scope',
    '新增/修改檔案：',
    '수정 파일',
    'Affected modules',
  ])('may be announced by "%s"', (words) => {
    expect(scope(read(`## Phase 1: Wood\n\n### ${words}\n\n- \`src/saw.ts\` — the saw\n`))).toEqual(['1 + src/saw.ts']);
  });

  it.each(['Files that must NOT be modified', 'Paths not to touch', 'Avoid', 'Hands off'])(
    'may say what to leave alone: %s',
    (words) => {
      expect(scope(read(`## Phase 1: Wood\n\n**${words}**\n\n- \`src/oil.ts\`\n- haste\n`))).toEqual(['1 - src/oil.ts']);
    },
  );

  it('takes the cells that are paths, not those that speak of one', () => {
    const facts = read(
      '## Phase 1: Wood\n\n### Scope\n\n| Step | What |\n|---|---|\n| 1 | cut the boards and put a list into `out/` |\n| 2 | `src/saw.ts` (new) |\n',
    );
    expect(scope(facts)).toEqual(['1 + src/saw.ts']);
  });

  it('has no extension alone', () => {
    expect(scope(read('## Phase 1: Wood\n\n**Files:** `src/saw.h` + `.cpp`\n'))).toEqual(['1 + src/saw.h']);
  });
});

describe('phases without a separator behind the number', () => {
  it('are phases like those beside them that have one', () => {
    const text =
      '## Phase 0 shed\n\n## Phase 1 saws and boards\n\n## Phase 1 results\n\n## Phase 2 — Oil\n\n## Final Phase 3 check\n';
    expect(units(read(text).phases)).toEqual(['0 | shed | -', '1 | saws and boards | -', '2 | Oil | -']);
  });

  it('are mentions where only one of them stands beside phases with a separator', () => {
    expect(units(read('## Phase 1: Wood\n\n## Phase 2 and what it needs\n').phases)).toEqual(['1 | Wood | -']);
  });
});

describe('a document called phase gates', () => {
  it('may list the conditions of a phase in a table or as bullets', () => {
    const facts = read(
      '# Phase gates\n\n## Phase 0 — Wood\n\n| Gate | Requirement |\n|---|---|\n| Boards | 12 boards are cut |\n\n## Phase 1 — Oil\n\n- 5 l are here\n',
    );
    expect(facts.gates.map(({ phase, items }) => [phase, items.length])).toEqual([
      ['0', 1],
      ['1', 1],
    ]);
  });
});

describe('a test plan in tables', () => {
  it('has a column that says what to expect, and bullets that explain', () => {
    const facts = read(
      '# Manual test plan\n\n## Rails\n\n- Never run `saw --all`.\n\n## A. Saw\n\n**Precondition:** it is plugged in\n\n| # | Do | Expect |\n|---|---|---|\n| A1 | Press start | It turns |\n',
      'docs/manual-test-plan.md',
    );
    expect([facts.checklist.map(({ id, title, expected }) => [id, title, expected]), facts.gates]).toEqual([
      [['A1', 'Press start', 'It turns']],
      [],
    ]);
  });
});

describe('a bold label directly below a list', () => {
  it('is a paragraph of its own', () => {
    const text = '## Phase 1: Wood\n\n**Build:**\n- a saw bench\n- a shelf\n**Gate 1**: 12 boards are cut\n';
    expect(gates(read(text))).toEqual({ '1 | gate | Gate 1': ['12 boards are cut'] });
  });

  it('belongs to the item where it stands below its text', () => {
    const facts = read('# Manual test plan\n\n- [ ] Press start\n  **Expected:** it turns\n');
    expect(facts.checklist.map(({ title, expected }) => [title, expected])).toEqual([['Press start', 'it turns']]);
  });

  it('is the gate of a phase below the title "Phase gates", not what is to be built', () => {
    const text = '# Phase gates\n\n## Phase 1 — Wood\n\n- a saw bench\n\n**Gate 1**: 12 boards are cut\n';
    expect(Object.values(gates(read(text)))).toEqual([['12 boards are cut']]);
  });
});

describe('a manual test plan', () => {
  it('has tests in sections that would be phases, preparations or gates elsewhere', () => {
    const facts = read(
      '# Manual test plan\n\n## Phase 0 — first look\n\n- [ ] The saw turns\n\n## Pre-flight\n\n- [ ] It is plugged in\n\n## Acceptance matrix\n\n- [ ] It stops\n',
      'docs/manual-test-plan.md',
    );
    expect(facts.checklist.map(({ title }) => title)).toEqual(['The saw turns', 'It is plugged in', 'It stops']);
    expect(facts.gates).toEqual([]);
  });

  it('keeps its acceptance criteria a gate', () => {
    const facts = read('# Manual test plan\n\n## Acceptance criteria\n\n- [ ] All tests pass\n\n## Saw\n\n- [ ] It turns\n');
    expect([facts.gates.length, facts.checklist.map(({ title }) => title)]).toEqual([1, ['It turns']]);
  });

  it('has a table with a column for what to do and one for what to observe', () => {
    const facts = read(
      '## Saw\n\n| ID | Command or action | Expected observation | Variation |\n|---|---|---|---|\n| S-1 | Press start | It turns | It may hum |\n',
      'docs/manual-test-plan.md',
    );
    expect(facts.checklist.map(({ id, title, expected }) => [id, title, expected])).toEqual([['S-1', 'Press start', 'It turns']]);
  });

  it('says of what something is expected, or only what to verify', () => {
    const facts = read(
      '# Manual testing\n\n## 1. Saw\n\n### 1.1 Start\n\n```bash\nsaw start\n```\n\n**Expected — a banner:**\n\n```\nReady\n```\n\n**Verify on the saw:**\n- the light is green\n\n### 1.2 Stop\n\n```bash\nsaw stop\n```\n\n**Verify:** the light is off.\n',
    );
    expect(facts.checklist.map(({ title, command }) => [title, command])).toEqual([
      ['Start', 'saw start'],
      ['Stop', 'saw stop'],
    ]);
    expect(facts.gates).toEqual([]);
  });
});

describe('a status in bold below a heading', () => {
  it('may be explained in parentheses', () => {
    expect(units(read('# Phase 1: Wood\n\n## Status\n\n**COMPLETE** (as of March)\n').phases)).toEqual(['1 | Wood | done']);
  });
});

describe('a file list as a sentence', () => {
  it('counts where it is all that stands below its heading', () => {
    const text = '# Fase 1 — Madera\n\n## 5. Lista blanca — archivos y módulos que puede modificar\n\n';
    expect(scope(read(`${text}La raíz, \`deploy/\` y lo que está en \`src/saw\`.\n`))).toEqual(['1 + deploy/', '1 + src/saw']);
    expect(scope(read(`${text}Véase \`docs/a.md\` y \`docs/b.md\`.\n\n- \`src/saw.ts\`\n`))).toEqual(['1 + src/saw.ts']);
  });
});

describe('YAML of planning tools', () => {
  it('lists the files of a task as key files', () => {
    const text =
      'phases:\n  - id: p0\n    title: Wood\ntasks:\n  - id: 1\n    phase: p0\n    key_files: [src/saw.ts, Makefile]\n';
    expect(read(text, 'docs/tasks.yaml').scope.map(({ glob }) => glob)).toEqual(['src/saw.ts', 'Makefile']);
  });

  it('has no gate where the list is empty', () => {
    expect(read('phases:\n  - id: P0\n    gates: []\n', 'docs/plan.yaml').gates).toEqual([]);
  });
});

describe('a table of tasks without a column for the status', () => {
  const table = '| Task | Effort |\n|---|---|\n| Cut the boards | 1 h |\n| Plane them | 2 h |\n';
  it('lists tasks below such a heading', () => {
    expect(tasks(read(`## Sprint 1: Wood\n\n### Tasks\n\n${table}`))).toHaveLength(2);
  });

  it('lists them where it numbers them inside a phase', () => {
    const text = '| # | Task | Output |\n|---|---|---|\n| 1.1 | Cut the boards | boards |\n';
    expect(tasks(read(`## Phase 1: Wood\n\n${text}`))).toHaveLength(1);
    expect(tasks(read(`## Wood\n\n${text}`))).toEqual([]);
  });

  it('lists none under deliverables', () => {
    expect(tasks(read('## Phase 1: Wood\n\n| # | Deliverable | Check |\n|---|---|---|\n| D1 | Boards | they fit |\n'))).toEqual(
      [],
    );
  });
});

describe('a phase in parts', () => {
  it('has parts below a heading about its scope, and a title that only names it', () => {
    const facts = read('# Phase 2 plan\n\n## Phase 2 scope\n\n### Phase 2.1\n\n- cut\n\n### Phase 2.2\n\n- oil\n');
    expect(facts.phases.map(({ id }) => id)).toEqual(['2', '2.1', '2.2']);
  });
});

describe('a list of progress', () => {
  it('states the status of phases', () => {
    const text =
      '## Progress\n\n- Phase 1: Completed and approved (in March)\n- Phase 2: In progress (last check)\n- Phase 3: Next to the shed\n';
    const phases = '\n## Phase 1: Wood\n\n## Phase 2: Oil\n\n## Phase 3: Paint\n';
    expect(units(read(text + phases).phases)).toEqual(['1 | Wood | done', '2 | Oil | in_progress', '3 | Paint | -']);
  });
});

describe('Chinese labels without a space', () => {
  it('are labels: a status, a list of paths', () => {
    const facts = read(
      '# Phase 2 施工图 — 锯木\n\n> 状态:实现中——M1 已完成。\n> 对应 plan.md。\n\n**路径**:`src/saw.ts`、`src/oil.ts`\n',
    );
    expect(units(facts.phases)).toEqual(['2 | 施工图 — 锯木 | in_progress']);
    expect(scope(facts)).toEqual(['2 + src/saw.ts', '2 + src/oil.ts']);
  });
});

describe('a document called test checklist', () => {
  it('has a test in every bullet of its sections', () => {
    const facts = read(
      '# Test checklist\n\n## Saw\n\n- No noise at first.\n- Press start and watch it turn.\n\n## Known issues\n\n- It hums.\n',
    );
    expect(facts.checklist.map(({ title }) => title)).toEqual(['No noise at first.', 'Press start and watch it turn.']);
  });
});

describe('steps of a swarm in YAML', () => {
  it('group tasks, each with the paths it may change', () => {
    const text =
      'steps:\n  - name: Saw\n    subtasks:\n      - title: Build the bench\n        scope: [src/saw/**, package.json]\n        prompt: Cut.\n  - name: Oil\n    subtasks:\n      - title: Buy oil\n        scope: [src/oil.ts]\n';
    const facts = read(text, 'plan.yaml');
    expect(facts.tasks.map(({ title }) => title)).toEqual(['Build the bench', 'Buy oil']);
    expect(facts.scope.map(({ glob }) => glob)).toEqual(['src/saw/**', 'package.json', 'src/oil.ts']);
  });
});

describe('a Japanese plan', () => {
  it('has common conditions of acceptance, and a table of work', () => {
    const facts = read(
      '# Phase 1 計画：木\n\n## 共通の受け入れ条件\n\n- 板が12枚ある\n\n## 作業項目\n\n| ID | 作業 | 依存 |\n|---|---|---|\n| P1-01 | 切る | — |\n',
    );
    expect(Object.values(gates(facts))).toEqual([['板が12枚ある']]);
    expect(tasks(facts)).toHaveLength(1);
  });
});

describe('the name of a gate without a colon', () => {
  it('announces the list directly below it', () => {
    const facts = read('# Phase 1: Wood\n\n## Saw\n\nSteps\n1. Cut.\n\nDone when\n- [ ] 12 boards are cut\n\nNotes\n- none\n');
    expect(gates(facts)).toEqual({ '1 | dod | Done when': ['12 boards are cut'] });
    expect(tasks(facts)).toEqual([]);
  });

  it.each(['\n', '\r\n'])('may stand above an empty line, whichever way lines end', (end) => {
    const text = ['# Phase 1: Wood', '', 'Exit criteria', '', '- 12 boards are cut', ''].join(end);
    expect(Object.values(gates(read(text)))).toEqual([['12 boards are cut']]);
  });

  it('is a remark as a part of a sentence', () => {
    expect(gates(read('# Phase 1: Wood\n\nVerification comes later\n- cut\n'))).toEqual({});
  });
});

describe('a heading with the number of its phase behind it', () => {
  it.each(['Verificatie fase 1', 'Verification phase 1'])('is a gate: "%s"', (heading) => {
    expect(Object.values(gates(read(`# Phase 1: Wood\n\n## ${heading}\n\n- 12 boards are cut\n`)))).toEqual([
      ['12 boards are cut'],
    ]);
  });
});

describe('what a gate does not ask for', () => {
  it('is no gate', () => {
    expect(gates(read('# Phase 1: Wood\n\n## Excluded from the gate\n\n- paint\n'))).toEqual({});
  });
});
