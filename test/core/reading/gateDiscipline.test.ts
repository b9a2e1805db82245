import { describe, expect, it } from 'vitest';
import { factsOf, gates, openFixture, tasks } from './read.ts';

const project = await openFixture('gate-discipline');

describe('the rules', () => {
  const facts = factsOf(project, 'docs/phase-rules.md');

  it('have three phases with durations; tags, commands and quoted messages name none', () => {
    expect(facts.phases.map(({ id, title, estimate }) => [id, title, estimate])).toEqual([
      ['1', 'Board and moves', '1 day'],
      ['2', 'Two players', '2-3 days'],
      ['3', 'Clocks', '1 week'],
    ]);
  });

  it('have one gate for each phase, and requirements that hold for all', () => {
    expect(gates(facts)).toEqual({
      '- | gate | Gate Requirements': [
        '✅ **All tasks complete** - Each task in `tasks.md` is ticked',
        '✅ **Build succeeds** - `make` exits 0',
        '✅ **Manual testing complete** - 100 % of the checklist passes',
      ],
      '1 | gate | Gate': ['`POST /move` with `e2e5` returns 422'],
      '2 | gate | Gate': ["Two browsers see each other's move within 1 s"],
      '3 | gate | Gate': ['A player without time loses within 1 s'],
    });
  });

  it('put questions to oneself, which are no tasks', () => {
    expect(facts.tasks).toEqual([]);
    expect(facts.checklist).toEqual([]);
  });
});

describe('the manual tests', () => {
  const facts = factsOf(project, 'docs/phase-1-manual-tests.md');

  it('have title, command, expectation and result', () => {
    expect(
      facts.checklist.map(({ title, command, expected, mark, result, phase }) => [
        title,
        command,
        expected,
        mark,
        result?.outcome,
        phase,
      ]),
    ).toEqual([
      ['Test 1: The server answers', 'curl -s localhost:5151/health', '{"ok":true}', 'done', 'pass', '1'],
      [
        'Test 2: A wrong move is refused',
        'curl -s -X POST localhost:5151/move -d e2e5',
        'Status 422 and "e5 is out of reach"',
        'open',
        undefined,
        '1',
      ],
      ['Test 3: The board can be read aloud', null, 'The screen reader names each piece with its square', 'open', undefined, '1'],
    ]);
  });

  it('say where command, expectation and box stand, to the character', () => {
    const [first] = facts.checklist;
    expect(facts.words(first?.commandAt)).toBe('curl -s localhost:5151/health');
    expect(facts.words(first?.expectedAt)).toContain('{"ok":true}');
    expect(facts.words(first?.markAt)).toBe('x');
    expect(facts.words(first?.extent)).toMatch(/^- \[x\] Test 1[\s\S]*Result: pass$/);
  });

  it('are neither tasks nor conditions', () => {
    expect(facts.tasks).toEqual([]);
    expect(facts.gates).toEqual([]);
  });
});

it('reads tasks with numbers for ids', () => {
  expect(tasks(factsOf(project, 'tasks.md'))).toEqual([
    '1 | 1.1 | Squares and pieces | done',
    '1 | 1.2 | Moves of the pawn | done',
    '1 | 1.3 | Castling | planned',
    '2 | 2.1 | Rooms | planned',
  ]);
});

it('makes one plan of the three documents: phase 1 keeps its title and has the tests', () => {
  const [plan] = project.plans;
  expect(plan?.documents).toHaveLength(3);
  const phase = plan?.phases.find(({ id }) => id === '1');
  expect(phase?.title).toBe('Board and moves');
  expect(phase?.estimate).toBe('1 day');
  expect(phase?.checklist).toHaveLength(3);
  expect(phase?.tasks).toHaveLength(3);
});
