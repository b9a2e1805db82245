import { describe, expect, it } from 'vitest';
import { checksOf, countResults, nextOpen } from '../../client/src/gateItems.ts';
import { check, outline, phase } from './outline.ts';

const one = { phase: '1', document: null };
const checklist = [check('A', { result: 'pass' }), check('B'), check('B', { line: 50 }), check('C', { checked: true })];
const checks = checksOf(outline({ phases: [phase('1', { checklist })] }), one);

describe('the tests of a gate', () => {
  it('are found again after their lines moved', () => {
    const moved = checklist.map((item) => ({ ...item, line: item.line + 7 }));
    const later = checksOf(outline({ phases: [phase('1', { checklist: moved })] }), one);
    expect(later.map((one) => one.key)).toEqual(checks.map((one) => one.key));
    expect(new Set(checks.map((one) => one.key)).size).toBe(4);
  });

  it('go on after the last one, and round to those left open', () => {
    const [a, b, b2, c] = checks;
    expect(nextOpen(checks)).toBe(b);
    expect(nextOpen(checks, b?.key)).toBe(b2);
    expect(nextOpen(checks, c?.key)).toBe(b);
    expect(nextOpen(checks, 'a test that is gone')).toBe(b);
    expect(nextOpen([a, c].flatMap((one) => one ?? []))).toBeUndefined();
  });

  it('count a ticked box without a record as passed', () => {
    expect(countResults(checks)).toEqual({ pass: 2, fail: 0, skip: 0, blocked: 0, open: 2 });
  });

  it('include those that hold for every phase, and none of another phase', () => {
    const plan = outline({
      phases: [phase('1', { checklist }), phase('2', { checklist: [check('D')] })],
      checklist: [check('E')],
    });
    expect(checksOf(plan, { phase: '2', document: null }).map((one) => one.title)).toEqual(['D', 'E']);
    expect(checksOf(plan, { phase: '3', document: null })).toEqual([]);
  });

  it('are those of the plan that is meant, where several have a phase of that number', () => {
    const first = { documents: ['a.md'], phases: [phase('1', { checklist: [check('A')] })] };
    const second = { documents: ['b.md'], phases: [phase('1', { checklist: [check('B')] })] };
    expect(checksOf(outline(first, second), { phase: '1', document: 'b.md' }).map(({ title }) => title)).toEqual(['B']);
    expect(checksOf(outline(first, second), one).map(({ title }) => title)).toEqual(['A']);
  });
});
