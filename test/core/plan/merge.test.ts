import { describe, expect, it } from 'vitest';
import { phaseOf, planOf, projectOf } from './support.ts';

describe('one phase in five documents', () => {
  const plan = planOf({
    'docs/plan.md':
      '# Cabinet\n\n## Phase 1: Wood (2 days)\n### Scope\n- `src/wood/**`\n### Exit criteria\n- a.md exists\n\n## Phase 2: Oil\n',
    'docs/phases/phase-1.md':
      '# Phase 1: Wood\n- Status: In progress\n## Manual checklist\n- [ ] Weigh it\n## Deferred items\n- Wax → Phase 2\n',
    'docs/phase-board.md': '# Board\n## Open\n## Doing\n- T1-001 Saw\n## Done\n',
    'docs/readiness-tracker.md':
      '# Tracker\n| Phase | Status | Evidence |\n|---|---|---|\n| Phase 1 — Wood | In Progress | `docs/wood.md` |\n| Phase 2 — Oil | Not Started | |\n',
    'tasks/tasks.yaml': '- id: T1-001\n  phase: 1\n  title: Saw\n  status: in_progress\n',
  });

  it('is one phase of one plan of five documents', () => {
    expect(plan.documents).toHaveLength(5);
    expect(plan.phases.map(({ id, title }) => `${id} ${title}`)).toEqual(['1 Wood', '2 Oil']);
  });

  it('is defined by the document about it, and every other place that names it is a mention', () => {
    const { source, mentions } = phaseOf(plan, '1');
    expect(source.path).toBe('docs/phases/phase-1.md');
    expect(mentions.map(({ path }) => path).sort()).toEqual(['docs/plan.md', 'docs/readiness-tracker.md']);
  });

  it('has what each of them says', () => {
    const phase = phaseOf(plan, '1');
    expect(phase.estimate).toBe('2 days');
    expect(phase.scope.map(({ glob }) => glob)).toEqual(['src/wood/**']);
    expect(phase.gates.map(({ kind }) => kind)).toEqual(['exit']);
    expect(phase.checklist.map(({ title }) => title)).toEqual(['Weigh it']);
    expect(phase.deferred.map(({ to }) => to)).toEqual(['2']);
    expect(phase.evidence.map(({ value }) => value)).toEqual(['docs/wood.md']);
    expect(phase.tasks.map(({ id }) => id)).toEqual(['T1-001']);
  });

  it('keeps every statement of its status, the one that weighs most first', () => {
    expect(phaseOf(plan, '1').statements.map(({ at, form }) => `${form} ${at.path}`)).toEqual([
      'label docs/phases/phase-1.md',
      'row docs/readiness-tracker.md',
    ]);
  });
});

describe('the status of a phase', () => {
  it.each([
    [
      'a label before a table',
      {
        'docs/plan.md': '## Phase 1: Wood\n',
        'docs/phases/phase-1.md': '# Phase 1: Wood\nStatus: blocked\n',
        'docs/tracker.md': '| Phase | Status |\n|---|---|\n| 1 | Done |\n',
      },
      'blocked',
    ],
    [
      'a table before a heading',
      { 'docs/plan.md': '## Phase 1: Wood ✅\n', 'docs/tracker.md': '| Phase | Status |\n|---|---|\n| 1 | In progress |\n' },
      'in_progress',
    ],
    ['a heading before a checkbox', { 'docs/plan.md': '- [ ] **Phase 1: Wood**\n\n## Phase 1: Wood (done)\n' }, 'done'],
  ])('%s', (_, files, status) => expect(phaseOf(planOf(files as unknown as Record<string, string>), '1').status).toBe(status));

  it.each([
    ['all tasks done', '- [x] saw\n- [x] sand\n', 'done'],
    ['some tasks done', '- [x] saw\n- [ ] sand\n', 'in_progress'],
    ['no task done', '- [ ] saw\n', 'planned'],
    ['nothing to go by', 'Text.\n', 'unknown'],
    ['the rest struck through', '- [x] saw\n- [ ] ~~sand~~\n', 'done'],
  ])('follows from its tasks where nobody states it: %s', (_, text, derived) => {
    const phase = phaseOf(planOf({ 'docs/plan.md': `## Phase 1: Wood\n${text}## Phase 2: Oil\n` }), '1');
    expect([phase.status, phase.derived]).toEqual(['unknown', derived]);
  });
});

describe('the register of tasks', () => {
  const files = {
    'tasks/tasks.yaml': '- id: T1-001\n  phase: 1\n  title: Saw the boards\n  status: in_progress\n',
    'docs/plan.md': '## Phase 1: Wood\n- [ ] T1-001 Saw\n- [ ] T1-002 Sand\n- [ ] oil\n',
    'docs/phase-board.md': '## Open\n- T1-001 Saw\n## Doing\n## Done\n- T1-002 Sand\n',
  };

  it('decides about a task that others repeat; a checkbox decides before a board', () => {
    expect(phaseOf(planOf(files), '1').tasks.map(({ id, title, status }) => [id, title, status])).toEqual(
      expect.arrayContaining([
        ['T1-001', 'Saw the boards', 'in_progress'],
        ['T1-002', 'Sand', 'planned'],
        [null, 'oil', 'planned'],
      ]),
    );
    expect(phaseOf(planOf(files), '1').tasks).toHaveLength(3);
  });

  it('does not mix tasks whose ids are only numbers', () => {
    const plan = planOf({ 'docs/plan.md': '## Phase 1: Wood\n- [x] 1.1 Saw\n## Phase 2: Oil\n- [ ] 1.1 Stir\n' });
    expect(plan.phases.map(({ tasks }) => tasks.map(({ title }) => title))).toEqual([['Saw'], ['Stir']]);
  });

  it('leaves a task of no phase to the plan', () => {
    const plan = planOf({
      'docs/plan.md': '## Phase 1: Wood\n',
      'tasks/tasks.yaml': '- id: A-1\n  title: Sweep\n- id: A-2\n  phase: 8\n  title: Dust\n',
    });
    expect(plan.tasks.map(({ id }) => id)).toEqual(['A-1', 'A-2']);
  });

  it('stands for the plan where nothing else names phases', () => {
    const plan = planOf({ 'tasks/tasks.yaml': '- id: A-1\n  phase: 2\n  title: Oil\n- id: A-2\n  phase: 1\n  title: Saw\n' });
    expect(plan.phases.map(({ id, tasks }) => [id, tasks.length])).toEqual([
      ['1', 1],
      ['2', 1],
    ]);
  });
});

describe('the order of phases', () => {
  it('is that of their numbers, whatever the order of the text', () => {
    const ids = ['10', '2', '1', '2B', '0.5', 'post-10', '2A', '0', '1.3'];
    const text = ids.map((id, index) => `## Phase ${id}: Title${index}\n`).join('');
    expect(planOf({ 'docs/plan.md': text }).phases.map(({ id }) => id)).toEqual([
      '0',
      '0.5',
      '1',
      '1.3',
      '2',
      '2A',
      '2B',
      '10',
      'post-10',
    ]);
  });
});

describe('a phase and its parts', () => {
  it('is called what it is, not "Gate: manual testing" after the document that tests it', () => {
    const phase = phaseOf(
      planOf({
        'docs/plan.md': '## Phase 1: Wood\n## Phase 2: Oil\n',
        'docs/phase-1-tests.md': '## Phase 1 Gate: Manual Testing\n- [ ] Weigh it\n  - Expected: 12 kg\n',
      }),
      '1',
    );
    expect([phase.title, phase.source.path, phase.checklist.length]).toEqual(['Wood', 'docs/plan.md', 1]);
  });

  it('has its stages in order, with what belongs to each', () => {
    const plan = planOf({
      'docs/plan.md': '## Phase 1: Wood\n## Phase 2: Oil\n',
      'docs/stage-log.md':
        '# Log\n## Phase 1: Wood\n### Stage 10 — Sign-off\n- Status: not-started\n### Stage 4a — Sand\n- Status: done\n- Evidence links: commit 52ab0f3\n### Stage 4 — Saw\n- Status: done\n',
    });
    expect(phaseOf(plan, '1').stages.map(({ id, status, evidence }) => [id, status, evidence.length])).toEqual([
      ['4', 'done', 0],
      ['4a', 'done', 1],
      ['10', 'planned', 0],
    ]);
  });

  it('shares with the others what holds for all', () => {
    const plan = planOf({ 'docs/plan.md': '## Definition of done\n- a.md exists\n\n## Phase 1: Wood\n## Phase 2: Oil\n' });
    expect(plan.gates.map(({ kind }) => kind)).toEqual(['dod']);
  });
});

describe('several plans in one folder', () => {
  it('are kept apart where files of one name each define their own phases', () => {
    const { plans } = projectOf({
      'specs/001-login/tasks.md': '# Login\n## Phase 1: Form\n- [x] T001 Fields\n## Phase 2: Session\n- [ ] T002 Cookie\n',
      'specs/002-export/tasks.md': '# Export\n## Phase 1: CSV\n- [ ] T001 Header\n## Phase 2: PDF\n- [ ] T002 Font\n',
    });
    expect(plans.map(({ title, phases }) => [title, phases.map((phase) => phase.title)])).toEqual([
      ['Login', ['Form', 'Session']],
      ['Export', ['CSV', 'PDF']],
    ]);
    expect(plans.map(({ current }) => current?.phase)).toEqual(['2', '1']);
  });

  it('are kept apart where their phases are about different things', () => {
    const { plans } = projectOf({
      'docs/garden-plan.md': '# Garden\n## Phase 1: Soil\n## Phase 2: Seeds\n',
      'docs/boat-plan.md': '# Boat\n## Phase 1: Hull\n## Phase 2: Mast\n',
    });
    expect(plans.map(({ title }) => title).sort()).toEqual(['Boat', 'Garden']);
  });

  it('are kept apart where the papers of each stand in a project folder of their own', () => {
    const { plans } = projectOf({
      'docs/plan.md': '# Shop\n## Phase 1: Counter\n## Phase 2: Till\n',
      'packages/api/docs/phases/phase-1.md': '# Phase 1: Endpoints\nStatus: done\n',
      'packages/api/tasks/tasks.yaml': '- id: T1-001\n  phase: 1\n  title: List the goods\n  status: done\n',
    });
    expect(plans.map(({ documents }) => documents)).toEqual([
      ['docs/plan.md'],
      ['packages/api/docs/phases/phase-1.md', 'packages/api/tasks/tasks.yaml'],
    ]);
  });

  it('are one where only the wording differs', () => {
    const { plans } = projectOf({
      'docs/plan.md': '# Boat\n## Phase 1: Hull\n## Phase 2: Mast and sail\n',
      'docs/roadmap.md': '# Roadmap\n| Phase | Status |\n|---|---|\n| Phase 1: The hull | done |\n| Phase 2: Mast | open |\n',
    });
    expect(plans.map(({ documents }) => documents.length)).toEqual([2]);
  });
});
