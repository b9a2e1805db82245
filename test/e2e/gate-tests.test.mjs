import { expect } from 'vitest';
import { eventually, FERRY, scenario } from './support/scenario.mjs';

/** @typedef {import('./support/scenario.mjs').Workbench} Workbench */

const PHASE = 'docs/phases/phase-2.md';

scenario('The Test Explorer shows the gates and runs them as the checklist', { folder: FERRY }, async (window) => {
  await eventually(() => window.statusBar('phasewise')).toBeDefined();
  await window.command('Testing: Focus on Test Explorer View');
  await eventually(() => rows(window)).toContain('Phase 2: Seat booking · 2/19 · current');
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

/** @param {Workbench} window @param {string} label */
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
