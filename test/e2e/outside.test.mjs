import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { eventually, FERRY, findings, heldText, scenario } from './support/scenario.mjs';

/** @param {string} folder */
function commitAll(folder) {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd: folder, stdio: 'pipe' });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'Before');
}

scenario(
  'Changed files outside the current phase carry a badge and are listed',
  { folder: FERRY, prepare: commitAll },
  async (window) => {
    await eventually(() => findings(window)).not.toEqual([]);
    appendFileSync(join(window.folder, 'src/boarding/scan.js'), '\n// later\n');
    appendFileSync(join(window.folder, 'src/booking/booking.js'), '\n// now\n');
    await window.openFile('src/boarding/scan.js');

    // The explorer shows the number of the phase that owns the file; the words stand in its hover.
    await window.command('View: Show Explorer');
    const row = window.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'scan.js' });
    await eventually(() => row.locator('.monaco-icon-label').getAttribute('aria-label')).toContain('boarding/scan.js');
    await eventually(() => badgeOf(row)).toContain('↗3');
    await window.screenshot('badge');

    await window.command('Phasewise: Show changed files outside the current phase');
    const list = await window.quickPick();
    expect(list.title).toBe('1 of 2 changed files are outside phase 2');
    expect(list.entries.map(({ label, description }) => `${label} ${description}`)).toEqual(['scan.js src/boarding/scan.js']);
    await window.screenshot('outside-list');
    await list.cancel();

    // A commit settles it.
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', 'commit', '-qam', 'Done'], {
      cwd: window.folder,
    });
    await eventually(() => badgeOf(row)).not.toContain('↗');
    expect(await window.toasts()).toEqual([]);
  },
);

scenario('A renamed file is followed by the plan, after a question', { folder: FERRY }, async (window) => {
  const { page } = window;
  await eventually(() => findings(window)).not.toEqual([]);
  await window.openFile('src/cli.js');
  await window.command('File: Reveal Active File in Explorer View');
  await page.keyboard.press('F2');
  await page.locator('.explorer-item-edited input').fill('main.js');
  await page.keyboard.press('Enter');
  await eventually(async () => (await window.dialog())?.detail ?? '').toContain('Phasewise');
  await window.screenshot('rename-question');
  await (await window.dialog())?.press('OK');
  await eventually(() => heldText(window, 'docs/plan.md')).toContain('src/main.js');
  await eventually(() => page.locator('.tab', { hasText: 'main.js' }).count()).toBe(1);
  expect(await heldText(window, 'docs/plan.md')).not.toContain('src/cli.js');
});

/** @param {import('playwright-core').Locator} row */
function badgeOf(row) {
  return row.locator('.monaco-icon-label').evaluate((label) => {
    const after = getComputedStyle(label, '::after').content;
    const badge = label.querySelector('.monaco-decoration-badge, .decoration-badge');
    return `${after} ${badge?.textContent ?? ''}`;
  });
}
