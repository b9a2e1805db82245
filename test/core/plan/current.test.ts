import { describe, expect, it } from 'vitest';
import { planOf } from './support.ts';

const current = (plan: string, settings = '') => planOf({ 'docs/plan.md': plan, 'phasewise.yaml': settings }).current;
const phases = (...statuses: string[]) =>
  statuses
    .map((status, index) => `## Phase ${index}: ${['Soil', 'Seeds', 'Water', 'Harvest'][index]}\nStatus: ${status}\n`)
    .join('');

describe('the current phase, and why', () => {
  it.each([
    ['the one under way', phases('signed off', 'in progress', 'planned'), '1', 'phase 0 is signed off, phase 1 is in progress'],
    [
      'the one that waits for its sign-off',
      phases('done', 'ready for signoff', 'planned'),
      '1',
      'phase 0 is done, phase 1 is ready for sign-off',
    ],
    ['a blocked one', phases('done', 'blocked', 'planned'), '1', 'phase 0 is done, phase 1 is blocked'],
    ['the first of two under way', phases('in progress', 'in progress'), '0', 'phase 0 is in progress'],
    [
      'the next one where all before it are finished',
      phases('done', 'planned', 'planned'),
      '1',
      'phase 0 is done, phase 1 is planned',
    ],
    [
      'one behind a deferred and a removed one',
      phases('done', 'deferred', 'cancelled', 'planned'),
      '3',
      'phase 0 is done, phase 3 is planned',
    ],
    [
      'the first one of a plan without statuses',
      '## Phase 0: Soil\n## Phase 1: Seeds\n',
      '0',
      'phase 0 is the first one that nothing says is finished',
    ],
    [
      'told by tasks',
      '## Phase 0: Soil\n- [x] dig\n## Phase 1: Seeds\n- [x] buy\n- [ ] sow\n',
      '1',
      'phase 0 has its only task done, phase 1 has 1 of 2 tasks open',
    ],
  ])('%s', (_, plan, phase, reason) => expect(current(plan)).toEqual({ phase, reason, pinned: false }));

  it('is none when everything is finished', () => expect(current(phases('done', 'signed off'))).toBeNull());

  it('is told by the stages of a log', () => {
    const plan = planOf({
      'docs/stage-log.md':
        '# Log\n## Phase 1: Soil\n### Stage 0 — Look\n- Status: done\n### Stage 1 — Dig\n- Status: in-progress\n',
    });
    expect(plan.current?.reason).toBe('phase 1 has 1 of 2 stages open');
  });
});

describe('pinning', () => {
  const plan = phases('done', 'in progress', 'planned');

  it.each(['phase: 2', 'phase: "2"', 'phase: Phase 2', 'phase: 02'])('%s makes phase 2 the current one', (settings) => {
    expect(current(plan, `${settings}\n`)).toEqual({ phase: '2', reason: 'phase 2 is pinned in phasewise.yaml', pinned: true });
  });

  it('of a phase that the plan does not have leaves none: a guess would be worse', () => {
    expect(current(plan, 'phase: 9\n')).toBeNull();
  });

  it('ends when the line goes', () => expect(current(plan, 'phase:\n')?.phase).toBe('1'));
});
