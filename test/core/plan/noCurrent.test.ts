import { expect, it } from 'vitest';
import { noCurrent } from '../../../server/src/core/index.ts';
import { planOf } from './support.ts';

const phases = (...statuses: string[]) =>
  statuses.map((status, at) => `## Phase ${at}: ${['Soil', 'Seeds', 'Water'][at]}\nStatus: ${status}\n`).join('');
const why = (statuses: readonly string[], pinned: string | null = null) =>
  noCurrent(
    planOf({ 'docs/plan.md': phases(...statuses), ...(pinned ? { 'phasewise.yaml': `phase: ${pinned}\n` } : {}) }),
    pinned,
  );

it('nothing is said where a phase is current', () => {
  expect(why(['done', 'in progress'])).toBeNull();
});

it('a phase is pinned that the plan does not have', () => {
  expect(why(['done', 'in progress'], '9')).toEqual({
    why: 'pinned',
    reason: 'phase 9 is pinned in phasewise.yaml, and this plan has no phase 9',
    next: 'Pin another phase, or none: then the current phase follows from the statuses.',
  });
});

it('every phase is done, and one is not signed off', () => {
  expect(why(['signed off', 'done', 'deferred'])).toEqual({
    why: 'finished',
    reason: 'every phase is finished: 1 signed off, 1 done, 1 deferred',
    next: 'Sign off phase 1, or add a phase.',
  });
});

it('every phase is signed off', () => {
  expect(why(['signed off', 'signed off'])).toMatchObject({
    why: 'signed-off',
    reason: 'every phase is finished: 2 signed off',
    next: 'Add a phase when more is to be done, or create the next plan.',
  });
});
