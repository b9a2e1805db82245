import { describe, expect, it } from 'vitest';
import { factsOf, gates, openFixture, scope, tasks, units } from './read.ts';

const project = await openFixture('delivery-process');

describe('the process', () => {
  const facts = factsOf(project, 'docs/how-each-phase-runs.md');

  it('has the stages of the lifecycle in order, and defines no phase', () => {
    expect(facts.kind).toBe('process');
    expect(units(facts.stages)).toEqual([
      '1 | PLAN | -',
      '2 | BUILD | -',
      '3 | TEST_LOCAL | -',
      '4 | TEST_BRANCH_LIBRARY | -',
      '5 | DOCS | -',
      '6 | GATE | -',
    ]);
    expect(facts.phases).toEqual([]);
  });

  it('has quality gates that hold for every phase', () => {
    expect(gates(facts)).toEqual({
      '- | gate | Quality gates': [
        'The layers of the phase exit with code 0.',
        'No finding of severity HIGH in the scan of the images.',
        'The way back is written down in `docs/going-back.md`.',
      ],
    });
  });
});

it('reads the register; text in a block scalar is a note', () => {
  const facts = factsOf(project, 'tasks/tasks.yaml');
  expect(tasks(facts)).toEqual([
    '0 | T0-001 | Container images for desk and catalogue | done',
    '0 | T0-002 | Nightly backup | done',
    '1 | T1-001 | Lend a book at the desk | in_progress',
    '1 | T1-002 | Take a book back | planned',
    '1 | T1-003 | Scanner at the second desk | blocked',
    '2 | T2-001 | Remind readers by post | planned',
    '2 | T2-004 | Labels for returned books (moved on from T0-003) | planned',
  ]);
  expect(facts.tasks[0]?.artifacts).toEqual(['docker/desk.Dockerfile', 'docker/catalogue.Dockerfile']);
  expect(facts.tasks[3]?.dependsOn.map(({ id }) => id)).toEqual(['T1-001']);
  expect(facts.words(facts.tasks[4]?.statusAt)).toBe('blocked');
  expect(facts.words(facts.tasks[4]?.idAt)).toBe('T1-003');
});

it('reads the columns of the board; what stands below a card is its detail', () => {
  const facts = factsOf(project, 'docs/phase-board.md');
  expect(facts.kind).toBe('board');
  expect(facts.tasks.map(({ id, statusText, status }) => [id, statusText, status])).toEqual([
    ['T1-002', 'Open', 'planned'],
    ['T2-001', 'Open', 'planned'],
    ['T1-001', 'Doing', 'in_progress'],
    ['T1-003', 'Blocked', 'blocked'],
    ['T0-001', 'Done', 'done'],
    ['T0-002', 'Done', 'done'],
  ]);
});

describe('the phase documents', () => {
  const done = factsOf(project, 'docs/phases/phase-0.md');
  const current = factsOf(project, 'docs/phases/phase-1.md');

  it('are about one phase each', () => {
    expect([done.kind, ...units(done.phases)]).toEqual(['phase-doc', '0 | Ground floor | done']);
    expect([current.kind, ...units(current.phases)]).toEqual(['phase-doc', '1 | Lending desk | in_progress']);
    expect(done.phases[0]?.status?.text).toBe('Complete (2026-01-30)');
  });

  it('have a scope', () => {
    expect(scope(done)).toEqual(['0 + (Container images and backups.)']);
    expect(scope(current)).toEqual(['1 + desk/**', '1 + catalogue/loans/', '1 - catalogue/search/']);
  });

  it('have conditions with boxes; the boxes of risks are none', () => {
    expect(done.gates.map(({ items }) => items.map(({ mark }) => mark))).toEqual([['done', 'done']]);
    expect(current.gates.map(({ items }) => items.map(({ mark }) => mark))).toEqual([['open', 'done']]);
    expect(done.tasks).toEqual([]);
  });

  it('have evidence and a manual checklist', () => {
    expect(done.evidence.map(({ kind, phase }) => [kind, phase])).toEqual([
      ['artifact', '0'],
      ['link', '0'],
    ]);
    expect(current.checklist.map(({ title, command, mark, phase }) => [title, command, mark, phase])).toEqual([
      ['Lend two books to one reader', null, 'open', '1'],
      ['Lend a book during a restart of the catalogue', null, 'open', '1'],
    ]);
  });

  it('have deferred items with the phase they move to; "(none)" is nothing', () => {
    expect(done.deferred.map(({ text, to, phase }) => [text.slice(0, 6), to, phase])).toEqual([['T0-003', '2', '0']]);
    expect(current.deferred).toEqual([]);
  });
});

it('makes one plan of it, with the phase that so far has only tasks', () => {
  const [plan, ...others] = project.plans;
  expect(others).toEqual([]);
  expect(plan?.phases.map(({ id, derived, tasks: list }) => [id, derived, list.length])).toEqual([
    ['0', 'done', 2],
    ['1', 'in_progress', 3],
    ['2', 'planned', 2],
  ]);
  expect(plan?.current?.reason).toBe('phase 0 is done, phase 1 is in progress');
});
