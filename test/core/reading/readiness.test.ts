import { describe, expect, it } from 'vitest';
import { factsOf, openFixture, tasks } from './read.ts';

const project = await openFixture('readiness');

describe('the tracker', () => {
  const facts = factsOf(project, 'doc/Readiness_Tracker.md');

  it('knows the five statuses; neither the diagram nor the list of status words is a phase', () => {
    expect(facts.phases.map(({ id, title, status }) => [id, title, status?.status, status?.text])).toEqual([
      ['1', 'Sensors and mast', 'signed_off', 'Signed Off'],
      ['2', 'Radio link', 'done', 'Completed (Doc Baseline)'],
      ['3', 'Collector', 'ready', 'Ready for Signoff'],
      ['4', 'Forecast feed', 'in_progress', 'In Progress'],
      ['5', 'Public map', 'planned', 'Not Started'],
    ]);
    expect(facts.tasks).toEqual([]);
  });

  it('says where each status stands, so that the cell can be underlined and written', () => {
    for (const { status } of facts.phases) expect(facts.words(status?.at)).toBe(status?.text);
  });

  it('reads evidence by phase and by item, several to a cell, each with its kind', () => {
    const found = facts.evidence.filter(({ kind }) => kind !== 'none').map(({ phase, kind, value }) => [phase, kind, value]);
    expect(found).toEqual([
      ['1', 'document', 'doc/mast.md'],
      ['2', 'document', 'doc/radio.md'],
      ['2', 'artifact', 'api/frames.yaml'],
      ['3', 'artifact', 'evidence/collector-run-7.log'],
      [null, 'document', 'doc/mast.md'],
      [null, 'artifact', 'api/frames.yaml (1,204 lines)'],
      [null, 'commit', 'commit 7d2e4b9'],
      [null, 'test', 'tests/test_loss.py'],
      [null, 'link', 'https://ci.example.org/runs/88'],
    ]);
    expect(facts.evidence.find(({ value }) => value.includes('7d2e4b9'))?.item).toBe('Frame format');
  });

  it('reads the sign-off with actor, date and correlation id', () => {
    expect(
      facts.signoffs.map(({ phase, outcome, actor, date, correlationId }) => [phase, outcome, actor, date, correlationId]),
    ).toEqual([['1', 'approved', 'Linh Tran', '2026-03-20', 'stn-7731']]);
  });
});

it('reads the work queue', () => {
  expect(tasks(factsOf(project, 'doc/work_queue.yaml'))).toEqual([
    '3 | WQ-1 | Restart of the collector | done',
    '4 | WQ-2 | Hourly feed | in_progress',
    '4 | WQ-3 | Feed in two languages | planned',
  ]);
});
