import { expect } from 'vitest';
import { eventually, FERRY, scenario } from './support/scenario.mjs';

scenario('The tree shows the whole plan', { folder: FERRY }, async (window) => {
  const rows = async () => (await window.tree()).map(({ level, label, description }) => `${level} ${label} | ${description}`);
  await eventually(rows).toEqual(
    expect.arrayContaining([
      '1 Phase 0: Groundwork | signed off · 3/3 tasks · 1/1 checks',
      '1 Phase 1: Timetable and fares | done · 4/4 tasks · 2/2 checks',
      '1 Phase 2: Seat booking | current · in progress · 2/5 tasks · 1/6 checks',
      expect.stringMatching(/^2 Gate verdict \| not through, \d+ of \d+ open$/),
      '2 Stage 2: Keeping the bookings | in progress',
      '2 Stage 4: Receipts | blocked',
      '2 Tasks | 2/5',
      '3 T2-003 Keep the bookings in data/bookings.json | in progress',
      "3 T2-005 Print a receipt on the till's printer | blocked",
      '2 Exit Criteria | 2 criteria',
      '2 Acceptance criteria | 1/4',
      '2 Manual checklist | 1/6',
      '3 Free seats of a crossing | passed',
      '2 Scope | 5 entries',
      '2 Evidence | 2 entries',
      '1 Phase 5: Opening day | planned · 0/3 tasks',
    ]),
  );
  expect(await window.viewMessage()).toContain('9/22 tasks done');

  // One phase is current, and its icon says so as well as its words.
  const current = (await window.tree()).filter(({ description }) => description.includes('current'));
  expect(current.map(({ label }) => label)).toEqual(['Phase 2: Seat booking']);
  expect(current[0]?.ariaLabel).toBe('Phase 2: Seat booking, current · in progress · 2/5 tasks · 1/6 checks');

  // What the narrow row cuts off stands in full in its hover.
  await window.page.locator('.part.sidebar .monaco-list-row', { hasText: 'Phase 2: Seat booking' }).hover();
  await eventually(() => window.page.locator('.monaco-hover.workbench-hover:visible').allInnerTexts()).toEqual([
    expect.stringContaining('current · in progress · 2/5 tasks · 1/6 checks'),
  ]);
  await window.screenshot('tree-hover');

  await window.expand('Phase 1: Timetable and fares');
  await window.expand('Deferred');
  const deferred = (await window.tree()).filter(({ label }) => label.includes('T1-005'));
  expect(deferred).toMatchObject([{ level: 3, description: 'to phase 4' }]);
  await window.collapse('Phase 1: Timetable and fares');

  // A click shows the line and leaves the keyboard in the tree.
  await window.clickRow('A crossing is never overbooked');
  await eventually(() =>
    window.inHost((vscode) => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.lineAt(editor.selection.active.line).text;
    }),
  ).toBe('- [ ] A crossing is never overbooked');
  expect(await window.page.evaluate(() => document.activeElement?.closest('.part')?.id)).toBe('workbench.parts.sidebar');
  await eventually(() => window.squiggles()).toEqual([{ line: 15, severity: 'warning', text: 'All tests pass' }]);
});

scenario('Only open work, on demand', { folder: FERRY }, async (window) => {
  const labels = async () => (await window.tree()).map(({ label }) => label);
  await eventually(labels).toContain('Phase 0: Groundwork');
  await window.command('Phasewise: Show open work only');
  await eventually(labels).not.toContain('Phase 0: Groundwork');
  const open = await labels();
  expect(open).toContain('Phase 2: Seat booking');
  expect(open).toContain('T2-003 Keep the bookings in data/bookings.json');
  expect(open.join('\n')).not.toContain('T2-001');
  expect(await window.viewMessage()).toBe('Open work only · 9/22 tasks done');
  await window.screenshot('open-work-only');
  await window.command('Phasewise: Show everything');
  await eventually(labels).toContain('Phase 0: Groundwork');
});
