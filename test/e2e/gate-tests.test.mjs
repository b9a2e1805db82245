import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';
import { titled } from './support/gate.mjs';
import { eventually, FERRY, heldText, scenario } from './support/scenario.mjs';

/** @typedef {import('./support/scenario.mjs').Workbench} Workbench */

const PHASE = 'docs/phases/phase-2.md';

/** So many milliseconds does a command take that is to be cancelled; a number by which this run's is known on the whole machine. */
const long = 600_000 + (process.pid % 100_000);

scenario('The Test Explorer shows the gates and runs them as the checklist', { folder: FERRY }, async (window) => {
  await eventually(() => window.statusBar('phasewise')).toBeDefined();
  await window.command('Testing: Focus on Test Explorer View');
  await eventually(() => rows(window)).toContain('Phase 2: Seat booking · 4/19 · current');
  // What the documents record is there at once, and nothing opens by itself.
  await expandTest(window, 'Phase 2: Seat booking');
  await eventually(() => rows(window)).toContain('Free seats of a crossing (Passed)');
  expect(await rows(window)).toContain('Free seats for the displays (Not yet run)');
  expect(await window.page.locator('.part.panel').isVisible()).toBe(false);
  await window.screenshot('test-explorer');

  // Running one of them asks the same questions, and what is recorded is shown.
  await runTest(window, 'Free seats for the displays');
  await eventually(async () => (await window.quickPick()).title).toContain('Free seats for the displays');
  await (await window.quickPick()).pick('Run the command…');
  await eventually(async () => (await window.dialog())?.message).toBe('Run this command?');
  await (await window.dialog())?.press('Run');
  await eventually(async () => (await window.quickPick()).entries[0]?.description ?? '').toContain('exit code 0');
  await (await window.quickPick()).pick('Pass');
  await eventually(() => rows(window)).toContain('Free seats for the displays (Passed)');
  expect(await window.page.locator('.quick-input-widget').isVisible()).toBe(false);
  expect(await heldLine(window, 'Result: pass (')).toBe(true);
  await window.screenshot('test-explorer-after-a-run');
  expect(await window.toasts()).toEqual([]);
});

/** What the rows say, for a person who sees them and for one who hears them. @param {Workbench} window */
async function rows({ page }) {
  const labels = await page
    .locator('.test-explorer .monaco-list-row')
    .evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
  return labels.join('\n');
}

/** @param {Workbench} window @param {string} label */
async function expandTest({ page }, label) {
  const row = page.locator('.test-explorer .monaco-list-row', { hasText: label }).first();
  if ((await row.getAttribute('aria-expanded')) !== 'true') await row.locator('.monaco-tl-twistie').click();
}

/** @param {Workbench} window @param {string | RegExp} label */
async function runTest({ page }, label) {
  const row = page.locator('.test-explorer .monaco-list-row', { hasText: label }).first();
  await row.hover();
  await row.locator('.action-label[aria-label^="Run Test"]').click();
}

/** @param {Workbench} window @param {string} part */
async function heldLine({ inHost, folder }, part) {
  const text = await inHost(
    async (vscode, path) => (await vscode.workspace.openTextDocument(path)).getText(),
    `${folder}/${PHASE}`,
  );
  return text.includes(part);
}

const SLOW = `# Plan

## Phase 1 - Search

Status: In Progress

### Manual checklist

- [ ] It answers at last
  - Command: \`node -e "setTimeout(() => {}, ${long})"\`
  - Expected: exit code 0
- [ ] It answers
  - Command: \`node -e "console.log(1)"\`
  - Expected: exit code 0
`;

scenario(
  'Cancelling a test run ends its command, and a changed document gets no result of another one',
  { files: { 'docs/plan.md': SLOW }, longest: 150_000 },
  async (window) => {
    await eventually(() => window.statusBar('phasewise')).toBeDefined();
    await window.command('Testing: Focus on Test Explorer View');
    await eventually(() => rows(window)).toContain('Phase 1: Search · 0/2 · current');
    await expandTest(window, 'Phase 1: Search');
    await eventually(() => rows(window)).toContain('It answers at last');
    await runTest(window, 'It answers at last');
    await (await titled(window, ': It answers at last')).pick('Run the command…');
    await eventually(async () => (await window.dialog())?.message).toBe('Run this command?');
    await (await window.dialog())?.press('Run');
    await eventually(async () => (await window.quickPick()).entries.map(({ label }) => label)).toContain('Stop the command');
    expect(running()).toBe(true);
    await window.inHost((vscode) => vscode.commands.executeCommand('testing.cancelRun'));
    await eventually(() => running()).toBe(false);
    await eventually(() => window.page.locator('.quick-input-widget').isVisible()).toBe(false);

    // The command is another one when the result is recorded: nothing is written, and it is said.
    await runTest(window, /It answers$/);
    await (await titled(window, ': It answers')).pick('Run the command…');
    await eventually(async () => (await window.dialog())?.message).toBe('Run this command?');
    await (await window.dialog())?.press('Run');
    await eventually(async () => (await window.quickPick()).entries.find(({ label }) => label === 'Pass')?.description).toBe(
      'what the run shows',
    );
    const changed = SLOW.replace('console.log(1)', 'process.exit(1)');
    await window.inHost(async (vscode, text) => {
      const document = vscode.window.activeTextEditor?.document;
      const edit = new vscode.WorkspaceEdit();
      if (document) edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
      return vscode.workspace.applyEdit(edit);
    }, changed);
    await (await window.quickPick()).pick('Pass');
    await eventually(async () => (await window.toasts()).map(({ message }) => message)).toEqual([
      expect.stringContaining('The command of this step is another one by now'),
    ]);
    expect(await heldText(window, 'docs/plan.md')).toBe(changed);
  },
);

/** Whether the slow command of the plan runs. */
function running() {
  const found = spawnSync('pgrep', ['-f', `setTimeout\\(\\(\\) => \\{\\}, ${long}`], { encoding: 'utf8' });
  return found.stdout.trim() !== '';
}
