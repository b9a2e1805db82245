import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { eventually, FERRY, scenario } from './support/scenario.mjs';

scenario('The status bar names the current phase and why; it can be pinned', { folder: FERRY }, async (window) => {
  const text = async () => (await window.statusBar('phasewise'))?.text;
  await eventually(text).toBe('Phase 2: Seat booking');
  const item = await window.statusBar('phasewise');
  expect(item?.ariaLabel).toBe('Current phase, Phase 2: Seat booking, phase 1 is done, phase 2 is in progress');
  expect(await window.statusBarHover('phasewise')).toContain('Why: phase 1 is done, phase 2 is in progress');

  await item?.click();
  const offered = await window.quickPick();
  expect(offered.title).toBe('Phase 2: Seat booking');
  expect(offered.placeholder).toBe('Why: phase 1 is done, phase 2 is in progress');
  expect(offered.entries.map(({ label }) => label)).toContain('Run gate checklist');
  await window.screenshot('status-bar-menu');
  await offered.pick('Pin another phase as current…');
  await eventually(async () => (await window.quickPick()).placeholder).toBe('Which phase is being worked on?');
  await (await window.quickPick()).pick('Phase 3: Boarding checks');

  await eventually(text).toBe('Phase 3: Boarding checks');
  expect(await window.statusBarHover('phasewise')).toContain('Why: phase 3 is pinned in phasewise.yaml');
  expect(settings(window.folder)).toMatch(/"?3"?/);
  const current = async () =>
    (await window.tree()).filter(({ description }) => description.includes('current')).map(({ label }) => label);
  await eventually(current).toEqual(['Phase 3: Boarding checks']);
  await window.screenshot('pinned');

  await window.command('Phasewise: Unpin the current phase');
  await eventually(text).toBe('Phase 2: Seat booking');
  await eventually(current).toEqual(['Phase 2: Seat booking']);
  expect(await window.toasts()).toEqual([]);
});

/** @param {string} folder */
function settings(folder) {
  return readFileSync(join(folder, 'phasewise.yaml'), 'utf8');
}
