import { expect, test } from 'vitest';
import { verdictRows, verdictSum, verdictText } from '../../client/src/verdictRows.ts';
import { gateText } from '../../server/src/cli/format/gateText.ts';
import { gateVerdict, toGateReport } from '../../server/src/core/index.ts';
import { projectOf } from '../core/plan/support.ts';
import { t } from './outline.ts';

const plan = `# Plan

## Phase 1: Jetty

Status: In Progress

### Tasks

- [x] Piles
- [ ] Planks

### Exit criteria

- [ ] \`npm test\` exits 0
`;

test('the verdict says the same words in the editor and on the command line, and each line knows its place', () => {
  const report = reportOf();
  const printed = gateText(report, { coloured: false } as never).split('\n');
  const rows = verdictRows(report, t);
  expect(rows.length).toBeGreaterThan(8);
  for (const { text } of rows)
    expect(
      printed.some((line) => line.includes(text)),
      text,
    ).toBe(true);
  expect(rows.find(({ text }) => text === 'Planks')).toEqual({
    text: 'Planks',
    word: '',
    icon: '',
    place: { path: 'docs/plan.md', line: 10 },
  });
  expect(rows.find(({ text }) => text === '1 of 2 tasks is open')).toMatchObject({ word: 'missing', place: { line: 10 } });
});

test('what was not run is never told as passed', () => {
  const report = reportOf();
  expect(verdictRows(report, t).find(({ text }) => text === '1 command was not run')).toMatchObject({
    word: 'not run, so not passed',
    icon: 'question',
  });
  expect(verdictSum(report, t)).toMatch(/^not through, \d of \d+ open$/);
});

test('a verdict can be pasted as text', () => {
  expect(verdictText(reportOf(), 'Phase 1: Jetty', t)).toContain(
    '- missing: 1 of 2 tasks is open\n  - Planks (docs/plan.md:10)\n',
  );
});

function reportOf() {
  const project = projectOf({ 'docs/plan.md': plan });
  const [one] = project.plans;
  const [phase] = one?.phases ?? [];
  if (!one || !phase) throw new Error('There is no phase.');
  return toGateReport(project, gateVerdict(project, one, phase));
}
