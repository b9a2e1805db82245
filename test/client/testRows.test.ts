import { describe, expect, it } from 'vitest';
import { choosePhases } from '../../client/src/gateTestChoice.ts';
import { testRows } from '../../client/src/testRows.ts';
import { step, t } from './outline.ts';

const steps = [
  step('It `starts`', { command: 'npm start', standing: 'pass' }),
  step('A stranger finds it'),
  step('Seats are kept', { command: 'node seats.js', standing: 'fail', stage: '2', line: 60 }),
];

describe('the rows of the Test Explorer', () => {
  it('are the steps of the phase, then its stages with theirs', () => {
    const lines = testRows(steps, t).flatMap((row) => [row, ...row.children]);
    expect(lines.map(({ label, line }) => `${label}: ${line}`)).toEqual([
      'It starts: 40',
      'A stranger finds it: 40',
      'Stage 2 · 0/1: 60',
      'Seats are kept: 60',
    ]);
  });

  it('have ids that stay when a line moves', () => {
    const moved = steps.map((one) => ({ ...one, line: one.line + 3 }));
    expect(testRows(moved, t).map(({ id }) => id)).toEqual(testRows(steps, t).map(({ id }) => id));
  });
});

describe('what a request of the Test Explorer means', () => {
  const [first, second] = [item('1', item('1a'), item('1b', item('1b1'))), item('2', item('2a'))];
  const chosen = (request: object) =>
    choosePhases(
      { include: undefined, exclude: undefined, ...request } as never,
      [first, second] as never[],
      (one) => one.id === '2',
    ).map(({ phase: { id }, steps: leaves, whole }) => `${id}: ${leaves.map((leaf) => leaf.id)}${whole ? ' (whole)' : ''}`);

  it('is the current phase where nothing was chosen', () => {
    expect(chosen({})).toEqual(['2: 2a (whole)']);
  });

  it('is the chosen steps, phase by phase and without those that were taken out', () => {
    expect(chosen({ include: [first, second] })).toEqual(['1: 1a,1b1 (whole)', '2: 2a (whole)']);
    expect(chosen({ include: [first.children.get('1b')] })).toEqual(['1: 1b1']);
    expect(chosen({ include: [first], exclude: [first.children.get('1a')] })).toEqual(['1: 1b1']);
  });
});

interface Item {
  readonly id: string;
  readonly children: Map<string, Item>;
}

function item(id: string, ...children: Item[]): Item {
  return { id, children: new Map(children.map((child) => [child.id, child])) };
}
