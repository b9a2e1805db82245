import { expect } from 'vitest';
import { eventually, FERRY, findings, lineOf, scenario } from './support/scenario.mjs';

scenario('A vague gate is underlined, listed, mended, and one undo takes that back', { folder: FERRY }, async (window) => {
  await window.openFile('docs/plan.md');
  const line = lineOf(await window.editorText(), 'Booking is fast.');
  await window.goto(line);
  await eventually(() => window.squiggles()).toEqual([{ line, severity: 'warning', text: 'fast' }]);
  expect(await window.hover('fast')).toMatch(/"fast" has no number\..*gate\/unquantified/s);

  const listed = (await window.problems()).filter(({ file }) => file === 'docs/plan.md');
  expect(listed).toMatchObject([
    { severity: 'error', source: 'phasewise', code: 'gate/vague-predicate', line: 73 },
    {
      severity: 'warning',
      source: 'phasewise',
      code: 'gate/unquantified',
      line,
      message: expect.stringMatching(/^"fast" has no/),
    },
  ]);
  await window.screenshot('problems-panel');

  const before = await window.editorText();
  await window.goto(line, 15);
  const fixes = await window.quickFix();
  expect(fixes.titles).toContain('Add a threshold behind it');
  await window.screenshot('quick-fixes');
  await fixes.apply('Add a threshold behind it');
  expect(await window.editorText()).not.toBe(before);
  await eventually(() => findings(window, 'gate/unquantified')).toEqual([]);
  await window.screenshot('quick-fix-applied');

  await window.undo();
  expect(await window.editorText()).toBe(before);
  await eventually(() => findings(window, 'gate/unquantified')).toEqual([
    `docs/plan.md:${line} warning gate/unquantified “fast”`,
  ]);
});

const PLAN = `# Plan

## Phase 1 - Search

Status: Not Started

### Exit Criteria

- Search is fast.
`;

scenario('How loud a finding is follows the status of its phase', { files: { 'docs/plan.md': PLAN } }, async (window) => {
  await window.openFile('docs/plan.md');
  const vague = () => findings(window, 'gate/unquantified');
  await eventually(vague).toEqual(['docs/plan.md:9 hint gate/unquantified “fast”']);
  for (const [status, severity] of [
    ['In Progress', 'warning'],
    ['Done', 'error'],
    ['Not Started', 'hint'],
  ]) {
    await window.goto(5, 'Status: '.length + 1);
    await window.page.keyboard.press('Shift+End');
    await window.page.keyboard.type(String(status));
    await eventually(() => window.editorText()).toContain(`\nStatus: ${status}\n`);
    await eventually(vague).toEqual([`docs/plan.md:9 ${severity} gate/unquantified “fast”`]);
    await window.screenshot(`severity-${severity}`);
  }
});
