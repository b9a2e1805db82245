import { describe, expect, it } from 'vitest';
import { factsOf, gates, openFixture } from './read.ts';

const project = await openFixture('implementation-guide');

it('takes nothing from the templates in the fences and comments of a guide', () => {
  const facts = factsOf(project, 'docs/phase-guide.md');
  const { phases, stages, tasks, checklist, evidence } = facts;
  expect([phases, stages, tasks, checklist, evidence]).toEqual([[], [], [], [], []]);
  expect(gates(facts)).toEqual({
    '- | entry | The next phase starts when': ['the exit definition of this one is met', 'what is left is written down'],
  });
});

describe('the stage log', () => {
  const facts = factsOf(project, 'docs/stage-log.md');

  it('has five stages of phase 1 with their statuses', () => {
    expect(facts.kind).toBe('stage-log');
    expect(facts.stages.map(({ id, title, status, phase }) => [id, title, status?.status, status?.text, phase])).toEqual([
      ['0', 'Look before you build', 'done', 'done', '1'],
      ['1', 'Skeleton', 'done', 'done', '1'],
      ['2', 'Storage', 'blocked', 'blocked', '1'],
      ['2a', 'Storage, encrypted', 'in_progress', 'in-progress', '1'],
      ['3', 'Sign-off', 'planned', 'not-started', '1'],
    ]);
  });

  it('has results of gates; "pass / fail" is the template, not a result', () => {
    expect(facts.gates.map(({ stage, items, result }) => [stage, items.map(({ text }) => text), result?.outcome])).toEqual([
      ['0', [], 'pass'],
      ['1', ['`curl localhost:7000/ready` prints ok'], 'pass'],
      ['2', ['an invoice of 20 MB is stored and read back with the same SHA-256'], 'fail'],
    ]);
    expect(facts.words(facts.gates[1]?.result?.at)).toBe('pass (second try)');
  });

  it('has evidence, and places for it that are empty', () => {
    expect(facts.evidence.map(({ stage, kind, value }) => [stage, kind, value])).toEqual([
      ['0', 'document', 'notes'],
      ['1', 'commit', 'commit 52ab0f3'],
      ['2', 'none', ''],
    ]);
  });

  it('says where each status stands, to the character', () => {
    for (const { status } of facts.stages) expect(facts.words(status?.at)).toBe(status?.text);
  });
});
