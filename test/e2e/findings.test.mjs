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

const COMPOUND = `# Plan

## Phase 1 - Mirror

Status: In Progress

- **Exit Criteria**
  1. Mirror works correctly and the lens is fast
  2. \`make frame\` exits 0
`;

scenario(
  'A compound gate is split, and the words to fill in are typed one after the other',
  { files: { 'docs/plan.md': COMPOUND } },
  async (window) => {
    await window.openFile('docs/plan.md');
    const line = lineOf(COMPOUND, 'Mirror works correctly');
    await eventually(() => findings(window, 'gate/vague-predicate')).toHaveLength(1);
    await window.goto(line, 17);
    const fixes = await window.quickFix();
    await window.screenshot('split-offered');
    await fixes.apply('Split it into 2 conditions');
    const split = (mirror, lens) =>
      COMPOUND.replace(
        '1. Mirror works correctly and the lens is fast\n  2. `make frame`',
        `1. Mirror returns ${mirror}\n  2. The lens is below ${lens} at p95\n  3. \`make frame\``,
      );
    await eventually(() => window.editorText()).toBe(split('200', '200 ms'));
    await window.screenshot('split-applied');
    await window.undo();
    expect(await window.editorText()).toBe(COMPOUND);

    await window.goto(line, 17);
    await (await window.quickFix()).apply('Split it into 2 conditions');
    await eventually(() => window.editorText()).toBe(split('200', '200 ms'));
    await window.page.keyboard.type('302');
    await window.page.keyboard.press('Tab');
    await window.page.keyboard.type('90 ms');
    await eventually(() => window.editorText()).toBe(split('302', '90 ms'));
    await window.screenshot('split-filled-in');
    await eventually(() => findings(window, 'gate/vague-predicate')).toEqual([]);
  },
);
