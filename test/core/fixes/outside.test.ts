import { describe, expect, it } from 'vitest';
import { applyEdits, blanksOf, fillIn, fixesOf, type Project } from '../../../server/src/core/index.ts';
import { findingsOf, projectOf } from './applying.ts';

const plan = `# Plan
## Phase 1: Pantry
Status: in progress
### Scope
- \`src/pantry/**\`
### Tasks
- [x] T1-001 Shelves
- [ ] T1-002 Labels

---

## Phase 2: Market
### Scope
- \`src/market/**\`
### Tasks
- [ ] T2-001 Stall
  with a roof
- [ ] T2-002 Till

## Phase 3: Kitchen
`;

/** The texts after one of the fixes of the edited file, with the words of a person. */
function afterwards(project: Project, title: RegExp, words: readonly string[]): Record<string, string> {
  const [finding] = findingsOf(project).filter(({ rule }) => rule === 'scope/out-of-scope');
  const fix = finding && fixesOf(project, finding).find((one) => title.test(one.title));
  if (!fix) throw new Error(`No fix ${title}`);
  const edits = fillIn(fix.edits, words);
  const paths = [...new Set(edits.map(({ path }) => path))];
  return Object.fromEntries(paths.map((path) => [path, applyEdits(path, project.sources.get(path)?.text ?? '', edits)]));
}

describe('the work on a file outside the scope is left to a later phase', () => {
  it('as an item of that phase’s list, and as an entry with a rationale in a section of its own', () => {
    const project = projectOf([['docs/plan.md', plan]]).touching(['src/market/stall.ts']);
    expect(afterwards(project, /^Leave it to phase 2/, ['The  pantry\ncomes first'])).toEqual({
      'docs/plan.md': plan
        .replace(
          'Labels\n',
          'Labels\n\n### Deferred\n\n- Change src/market/stall.ts → phase 2 as T2-003: The pantry comes first\n',
        )
        .replace('Till\n', 'Till\n- [ ] T2-003 Change src/market/stall.ts (deferred from phase 1)\n'),
    });
  });

  it('as an entry of the task register, with its keys, behind the phase’s last one', () => {
    const register = `- id: T1-001
  phase: 1
  title: Shelves
  status: done
- id: T2-001
  phase: 2
  title: Stall
  status: open
  artifacts:
    - src/market/stall.ts

- id: T3-001
  phase: 3
  title: Oven
  status: open
`;
    const phase1 =
      '# Phase 1: Pantry\nStatus: in progress\n## Scope\n- `src/pantry/**`\n## Deferred items\n* T1-009 Ladder → phase 3: too high\n\n## Notes\n';
    const project = projectOf([
      ['tasks/tasks.yaml', register],
      ['docs/phases/phase-1.md', phase1],
      ['docs/phases/phase-2.md', '# Phase 2: Market\n## Scope\n- `src/market/**`\n'],
    ]).touching(['src/market/stall.ts']);
    expect(afterwards(project, /^Leave it to phase 2/, ['later'])).toEqual({
      'docs/phases/phase-1.md': phase1.replace(
        'too high\n',
        'too high\n* Change src/market/stall.ts → phase 2 as T2-002: later\n',
      ),
      'tasks/tasks.yaml': register.replace(
        'stall.ts\n',
        "stall.ts\n- id: T2-002\n  phase: 2\n  title: 'Change src/market/stall.ts (deferred from phase 1)'\n  status: open\n".replaceAll(
          "'",
          '',
        ),
      ),
    });
  });

  it.each([
    ['- *(none)*\n', '- Change src/market/stall.ts → phase 2 as T2-003: why later\n'],
    ['', '- Change src/market/stall.ts → phase 2 as T2-003: why later\n\n'],
  ])('in the section that waits for it: %j', (before, entry) => {
    const withSection = (text: string) => plan.replace('Labels\n', `Labels\n### Deferred items\n\n${text}`);
    const project = projectOf([['docs/plan.md', withSection(before)]]).touching(['src/market/stall.ts']);
    const text = afterwards(project, /^Leave it to phase 2/, [])['docs/plan.md'];
    expect(text).toContain(`### Deferred items\n\n${entry}`);
    expect(text).not.toContain('none');
  });

  it('as the first task of a phase that has none', () => {
    const project = projectOf([['docs/plan.md', plan.replace(/## Phase 2[\s\S]*?(?=## Phase 3)/, '')]]).touching(['src/oven.ts']);
    expect(afterwards(project, /^Leave it to phase 3/, [])['docs/plan.md']).toContain(
      '## Phase 3: Kitchen\n\n### Tasks\n\n- [ ] T3-001 Change src/oven.ts (deferred from phase 1)\n',
    );
  });
});

it('the folder of a file that no phase owns can be added whole', () => {
  const project = projectOf([['docs/plan.md', plan]]).touching(['src/cellar/wine.ts']);
  expect(afterwards(project, /^Add everything below src\/cellar to the scope of phase 1$/, [])['docs/plan.md']).toBe(
    plan.replace('- `src/pantry/**`\n', '- `src/pantry/**`\n- `src/cellar/**`\n'),
  );
});

it('asks why, once, and writes the answer so that YAML reads it back', () => {
  const project = projectOf([['docs/plan.md', plan]]).touching(['src/market/stall.ts']);
  const [finding] = findingsOf(project).filter(({ rule }) => rule === 'scope/out-of-scope');
  const fix = finding && fixesOf(project, finding).find(({ title }) => /^Allow/.test(title));
  expect(blanksOf(fix?.edits ?? []).map(({ prompt }) => prompt.slice(0, 5))).toEqual(['Why m', 'Who a', 'Until']);
  const text = afterwards(project, /^Allow/, ["It's: on # fire", '', '2026-12-01'])['phasewise.yaml'] ?? '';
  expect(text).toBe(
    "scope:\n  exceptions:\n    - path: src/market/stall.ts\n      phase: 1\n      reason: 'It''s: on # fire'\n      until: '2026-12-01'\n",
  );
  const allowed = project.with([{ path: 'phasewise.yaml', text }]);
  expect(allowed.settings.scope.exceptions).toMatchObject([
    { path: 'src/market/stall.ts', phase: '1', reason: "It's: on # fire" },
  ]);
  expect(findingsOf(allowed).filter(({ rule }) => /^s(?:cope|ettings)\//.test(rule))).toEqual([]);
});

it('a scope of prose is offered the folder in which the phase edited files', () => {
  const prose = plan.replace('`src/pantry/**`', 'whatever sends bills');
  const paths = ['src/billing/print.ts', 'src/billing/send.ts', 'src/market/stall.ts'];
  const project = projectOf([['docs/plan.md', prose]])
    .listing(paths)
    .touching(['src/billing/print.ts', 'src/billing/send.ts']);
  const finding = findingsOf(project).find(({ rule }) => rule === 'scope/prose-only');
  const fix =
    finding && fixesOf(project, finding).find(({ title }) => title === 'Name `src/billing/**`, where 2 edited files are');
  expect(applyEdits('docs/plan.md', prose, fix?.edits ?? [])).toBe(
    prose.replace('whatever sends bills', 'whatever sends bills (`src/billing/**`)'),
  );
});
