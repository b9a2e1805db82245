import { describe, expect, it } from 'vitest';
import { gates, read, scope, tasks, units } from './read.ts';

describe('tables', () => {
  it.each([
    ['with outer pipes', '| Phase | Title | Status |\n|---|---|---|\n| 1 | Wood | done |\n| 2 | Oil | open |\n'],
    ['without outer pipes', 'Phase | Title | Status\n---|---|---\n1 | Wood | done\n2 | Oil | open\n'],
    ['without the last pipe', '| Phase | Title | Status\n|---|---|---\n| 1 | Wood | done\n| 2 | Oil | open\n'],
    [
      'with aligned columns',
      '| Phase | Title | Status |\n|:--|:-:|--:|\n| **Phase 1** | Wood | done |\n| **Phase 2** | Oil | open |\n',
    ],
    ['with longer rows', '| Phase | Title | Status |\n|---|---|---|\n| P1 | Wood | done | x |\n| 02 | Oil | open |\n'],
    ['with titles behind the number', '| Phase | Status |\n|---|---|\n| 1. Wood | done |\n| 2 — Oil | open |\n'],
  ])('of phases %s', (_, text) => expect(units(read(text).phases)).toEqual(['1 | Wood | done', '2 | Oil | planned']));

  it('keep a pipe that is escaped or in code inside its cell', () => {
    const facts = read(
      '## Phase 1: Wood\n| ID | Task | Status |\n|---|---|---|\n| W-1 | Saw \\| sand | done |\n| W-2 | `a|b` | open |\n',
    );
    expect(facts.tasks.map(({ id, status }) => [id, status])).toEqual([
      ['W-1', 'done'],
      ['W-2', 'planned'],
    ]);
  });

  it('may hold manual tests', () => {
    const facts = read(
      '# Phase 1: Wood\n## Test plan\n| ID | Test | Command | Expected | Result |\n|---|---|---|---|---|\n| TC-1 | Weight | `scale --once` | 12 kg | pass |\n| TC-2 | Smell | | like oil | |\n',
    );
    expect(facts.checklist.map(({ id, command, expected, result }) => [id, command, expected, result?.outcome])).toEqual([
      ['TC-1', 'scale --once', '12 kg', 'pass'],
      ['TC-2', null, 'like oil', undefined],
    ]);
  });

  it('may hold conditions and say which are met', () => {
    const facts = read(
      '# Phase 1: Wood\n## Exit criteria\n| # | Criterion | Status |\n|---|---|---|\n| 1 | 12 boards are cut | ✅ |\n| 2 | Moisture below 9 % | ⬜ |\n',
    );
    expect(facts.gates[0]?.items.map(({ text, mark }) => [text, mark])).toEqual([
      ['12 boards are cut', 'done'],
      ['Moisture below 9 %', 'open'],
    ]);
  });

  it('may hold sign-offs', () => {
    const facts = read(
      '# Phase 1: Wood\n## Sign-off\n| Role | Name | Date | Decision |\n|---|---|---|---|\n| Carpenter | Ana | 2026-01-02 | Approved |\n| Owner | | | |\n',
    );
    expect(facts.signoffs.map(({ role, actor, date, outcome }) => [role, actor, date, outcome])).toEqual([
      ['Carpenter', 'Ana', '2026-01-02', 'approved'],
      ['Owner', null, null, 'pending'],
    ]);
  });
});

describe('boxes', () => {
  it('are tasks outside gates and checklists, with all their marks', () => {
    const boxes = '- [ ] a\n- [x] b\n- [X] c\n- [~] d\n- [-] e\n- [/] f\n- [!] g\n- [] h\n1. [ ] i\n- [ ] ~~j~~\n';
    expect(read(`## Phase 1: Wood\n### Tasks\n${boxes}`).tasks.map(({ title, status }) => `${title} ${status}`)).toEqual([
      'a planned',
      'b done',
      'c done',
      'd partial',
      'e partial',
      'f partial',
      'g blocked',
      'h planned',
      'i planned',
      'j removed',
    ]);
  });

  it('keep ids as written, and know the phase in them', () => {
    expect(
      tasks(read('# Tasks\n- [ ] T001 Saw\n- [ ] **T2-003**: Sand\n- [ ] `ROAD-001` Oil\n- [ ] 1.2.1 Wax\n', 'docs/tasks.md')),
    ).toEqual([
      '- | T001 | Saw | planned',
      '2 | T2-003 | Sand | planned',
      '- | ROAD-001 | Oil | planned',
      '- | 1.2.1 | Wax | planned',
    ]);
  });

  it('are counted on every level, a wrapped line belongs to its box', () => {
    expect(
      read('## Phase 1: Wood\n- [ ] Saw the boards\n  for the back\n  - [x] measure\n  - [ ] cut\n').tasks.map(
        ({ title }) => title,
      ),
    ).toEqual(['Saw the boards for the back', 'measure', 'cut']);
  });

  it.each([
    ['questions to oneself', '- [ ] Is the wood dry?\n- [ ] Did I sharpen the saw?\n'],
    ['templates', '- [ ] [task]\n- [ ] <what to do>\n- [ ]\n'],
    ['risks', '### Risks\n- [ ] The wood may crack\n'],
    ['conditions', '### Definition of done\n- [ ] 12 boards are cut\n'],
    ['manual tests', '### Manual testing\n- [ ] Weigh it\n'],
    ['decisions', '### Decision\n- [ ] GO\n- [ ] NO-GO\n'],
  ])('of %s are no tasks', (_, boxes) => expect(read(`## Phase 1: Wood\n${boxes}`).tasks).toEqual([]));
});

describe('gates', () => {
  it.each([
    ['a heading', '### Exit criteria\n- `make` exits 0\n', 'exit'],
    ['a heading with the number of the phase', '### Phase 1 Exit Criteria\n- `make` exits 0\n', 'exit'],
    ['a bold line', '**Acceptance criteria**\n- `make` exits 0\n', 'acceptance'],
    ['a bold label', '**Success criteria:**\n\n1. `make` exits 0\n', 'success'],
    ['a plain label', 'Done when:\n- `make` exits 0\n', 'dod'],
    ['a label with the condition behind it', '**Gate**: `make` exits 0\n', 'gate'],
    ['an item with the condition behind it', '- Acceptance gate: `make` exits 0\n', 'acceptance'],
    ['a paragraph below the heading', '### Exit criteria\n\n`make` exits 0\n', 'exit'],
    ['an item wrapped over lines', '### Definition of Done\n- `make`\n  exits 0\n', 'dod'],
    ['a quoted block', '> **Completion criteria:**\n> - `make` exits 0\n', 'completion'],
  ])('may be %s', (_, text, kind) => {
    const facts = read(`## Phase 1: Wood\n\n${text}`);
    expect(facts.gates.map((gate) => [gate.kind, gate.phase, gate.items.map((item) => item.text)])).toEqual([
      [kind, '1', ['`make` exits 0']],
    ]);
  });

  it('belong to the nearest phase or stage, or to all', () => {
    expect(
      gates(
        read(
          '## Definition of done\n- a.md exists\n\n## Phase 1: Wood\n**Gate**: b.md exists\n\n## Phase 2: Oil\n### Exit criteria\n- c.md exists\n',
        ),
      ),
    ).toEqual({
      '- | dod | Definition of done': ['a.md exists'],
      '1 | gate | Gate': ['b.md exists'],
      '2 | exit | Exit criteria': ['c.md exists'],
    });
  });

  it('keep the state of each box; a struck-through condition is waived', () => {
    const facts = read(
      '## Phase 1: Wood\n### Exit criteria\n- [x] a.md exists\n- [ ] b.md exists\n- [ ] ~~c.md exists~~ — not needed\n- d.md exists\n',
    );
    expect(facts.gates[0]?.items.map(({ mark }) => mark)).toEqual(['done', 'open', 'waived', null]);
    expect(facts.gates[0]?.items.map(({ markAt }) => facts.words(markAt))).toEqual(['x', ' ', ' ', undefined]);
  });
});

describe('a manual test', () => {
  const test = (text: string) =>
    read(`# Phase 1: Wood\n\n## Manual testing\n\n${text}`).checklist.map(({ title, command, expected }) => [
      title,
      command,
      expected,
    ]);

  it.each([
    ['with labels', '- [ ] Weight\n  - Command: `scale --once`\n  - Expected: 12 kg\n', ['Weight', 'scale --once', '12 kg']],
    [
      'with bold labels',
      '- [ ] Weight\n  - **Command:** `scale --once`\n  - **Expected:** 12 kg\n',
      ['Weight', 'scale --once', '12 kg'],
    ],
    [
      'with indented lines for labels',
      '- [ ] Weight\n  Command: `scale --once`\n  Expected: 12 kg\n',
      ['Weight', 'scale --once', '12 kg'],
    ],
    [
      'with the command in the item',
      '- [ ] Run `scale --once`\n  - Expected: 12 kg\n',
      ['Run scale --once', 'scale --once', '12 kg'],
    ],
    ['with an arrow', '- [ ] `scale --once` → 12 kg\n', ['scale --once', 'scale --once', '12 kg']],
    [
      'with a fence',
      '- [ ] Weight\n  ```bash\n  scale --once\n  ```\n  - Expected: 12 kg\n',
      ['Weight', 'scale --once', '12 kg'],
    ],
    ['with a number', '1. [ ] Weight\n   - Expected: 12 kg\n', ['Weight', null, '12 kg']],
  ])('may be written %s', (_, text, expected) => expect(test(text)).toEqual([expected]));

  it('keeps its recorded result and note', () => {
    const facts = read('# Phase 1: Wood\n## Manual testing\n- [ ] Weight\n  - Expected: 12 kg\n  - Result: fail — 14 kg, wet\n');
    expect(facts.checklist.map(({ result }) => [result?.outcome, result?.note])).toEqual([['fail', '14 kg, wet']]);
  });
});

describe('scopes', () => {
  it.each([
    ['Scope', '### Scope\n- `src/a/*`\n- `src/b/`\n', ['1 + src/a/*', '1 + src/b/']],
    [
      'In scope, out of scope',
      '**In scope:**\n- `src/a/**`\n\n**Out of scope:**\n- `src/a/old/**`\n',
      ['1 + src/a/**', '1 - src/a/old/**'],
    ],
    ['Non-goals in prose', '### Non-goals\n- colours\n', ['1 - (colours)']],
    ['a list of files on one line', 'Files: `src/a.ts`, `src/b.ts`\n', ['1 + src/a.ts', '1 + src/b.ts']],
    ['files to modify', '### Files to modify\n- `src/a.ts` (the saw)\n- the rest\n', ['1 + src/a.ts']],
    ['do not touch', '### Do not touch\n- `src/core/`\n', ['1 - src/core/']],
    ['literal brackets', '### Scope\n- `app/(protected)/[locale]/**`\n', ['1 + app/(protected)/[locale]/**']],
    ['a path among words', '### Scope\n- the saw in `src/saw/` and its tests\n', ['1 + src/saw/']],
  ])('%s', (_, text, expected) => expect(scope(read(`## Phase 1: Wood\n\n${text}`))).toEqual(expected));

  it.each([
    ['a route', '`GET /boards`'],
    ['an address', '`https://example.org/a/b`'],
    ['a package', '`@wood/saw@^1.2`'],
    ['a variable', '`SAW_MODE=fast`'],
    ['a command', '`make saw`'],
    ['a branch', '`feature/saw`'],
  ])('%s is no path', (_, code) =>
    expect(scope(read(`## Phase 1: Wood\n### Scope\n- ${code}\n`)).filter((line) => !line.includes('('))).toEqual([]),
  );
});

describe('what is moved on', () => {
  it('names the phase it moves to', () => {
    const facts = read('# Phase 1: Wood\n## Deferred to Phase 3\n- Wax\n- Glass → Phase 4\n');
    expect(facts.deferred.map(({ text, to, phase }) => [text, to, phase])).toEqual([
      ['Wax', '3', '1'],
      ['Glass → Phase 4', '4', '1'],
    ]);
  });
});

describe('what cannot be read', () => {
  it('is said on its line, and the rest is read', () => {
    const facts = read('- id: A-1\n  title: Saw\n- id: A-2\n   title: Sand\n- id: A-3\n  title: Oil\n', 'tasks/tasks.yaml');
    expect(facts.problems.map(({ code }) => code)).toContain('broken-yaml');
    expect(facts.tasks.map(({ id }) => id)).toEqual(expect.arrayContaining(['A-1', 'A-3']));
  });

  it('is Markdown in a file called tasks.yaml: it is read as Markdown', () => {
    const facts = read('## Phase 1: Wood\n- [x] Saw\n- [ ] Sand\n', 'tasks.yaml');
    expect(units(facts.phases)).toEqual(['1 | Wood | -']);
    expect(facts.tasks.map(({ status }) => status)).toEqual(['done', 'planned']);
    expect(facts.problems).toEqual([]);
  });

  it.each([
    ['a pipeline', 'apiVersion: tekton.dev/v1\nkind: Task\nmetadata:\n  name: build\n'],
    ['scheduled jobs', 'jobs:\n  - name: nightly\n    schedule: "0 3 * * *"\n'],
    ['handlers', 'handlers:\n  - url: /static\n    static_dir: static\n'],
  ])('is another kind of tasks.yaml: %s says nothing and complains about nothing', (_, text) => {
    const facts = read(text, 'tasks.yaml');
    expect([facts.kind, facts.tasks, facts.phases, facts.problems]).toEqual(['none', [], [], []]);
  });

  it('is a text far too large: one notice, not silence', () => {
    const facts = read(`# Phase 1: Wood\n${'- [ ] saw\n'.repeat(450_000)}`);
    expect(facts.problems.map(({ code }) => code)).toEqual(['not-read']);
  });
});
