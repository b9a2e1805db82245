import { describe, expect, it } from 'vitest';
import { countStandings, needsRun, nextOpen, sourceOf } from '../../client/src/gateSteps.ts';
import { outline, phase, step } from './outline.ts';

const steps = [
  step('A', { standing: 'pass' }),
  step('B'),
  step('B', { key: 'docs/plan.md#1#B#2', line: 50 }),
  step('C', { standing: 'waived' }),
];

describe('the steps of a gate', () => {
  it('go on after the last one, and round to those left open', () => {
    const [a, b, b2, c] = steps;
    expect(nextOpen(steps)).toBe(b);
    expect(nextOpen(steps, b?.key)).toBe(b2);
    expect(nextOpen(steps, c?.key)).toBe(b);
    expect(nextOpen(steps, 'a step that is gone')).toBe(b);
    expect(nextOpen([a, c].flatMap((one) => one ?? []))).toBeUndefined();
  });

  it('are counted by where they stand', () => {
    expect(countStandings(steps)).toEqual({ pass: 1, fail: 0, skip: 0, blocked: 0, waived: 1, open: 2 });
  });

  it('are run together where they can be run and are not decided', () => {
    const run = { command: 'npm test' };
    expect(needsRun(step('open', run))).toBe(true);
    expect(needsRun(step('failed', { ...run, standing: 'fail' }))).toBe(true);
    expect(needsRun(step('passed', { ...run, standing: 'pass' }))).toBe(false);
    expect(needsRun(step('hidden', { command: 'npm test\u202e' }))).toBe(false);
    expect(needsRun(step('a person sees it'))).toBe(false);
    expect(needsRun({ ...step('in a browser', run), elsewhere: true })).toBe(false);
  });
});

it('the phase is that of the plan that is meant, where several have one of that number', () => {
  const first = { documents: ['a.md'], phases: [phase('1', { source: { path: 'a.md', line: 1 } })] };
  const second = { documents: ['b.md'], phases: [phase('1', { source: { path: 'b.md', line: 2 } })] };
  expect(sourceOf(outline(first, second), { phase: '1', document: 'b.md' })?.path).toBe('b.md');
  expect(sourceOf(outline(first, second), { phase: '1', document: null })?.path).toBe('a.md');
  expect(sourceOf(outline(first, second), { phase: '9', document: null })).toBeUndefined();
});
