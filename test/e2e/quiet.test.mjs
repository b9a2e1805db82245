import { readdirSync } from 'node:fs';
import { expect } from 'vitest';
import { eventually, FERRY, findings, scenario } from './support/scenario.mjs';

const DOCUMENTS = ['docs/plan.md', 'docs/phases/phase-1.md', 'docs/stage-log.md', 'tasks/tasks.yaml', 'README.md'];
const CODE = ['src/booking/booking.js', 'src/boarding/scan.js', 'src/fares/fares.js'];

scenario('A session of opening, editing, saving and closing is a quiet one', { folder: FERRY }, async (window) => {
  const { page } = window;
  const files = () => readdirSync(window.folder, { recursive: true }).sort();
  const before = files();
  const surroundings = async () => ({
    toasts: (await window.toasts()).map(({ message }) => message),
    dialog: await window.dialog(),
    panel: await page.locator('.part.panel').isVisible(),
    sideBar: await page.locator('.part.sidebar .composite.title h2').innerText(),
    editors: await page.locator('.tabs-container .tab').allInnerTexts(),
    ours: await page.locator('.part.statusbar .statusbar-item[id^="phasewise"]').count(),
  });
  await eventually(() => window.statusBar('phasewise')).toBeDefined();
  const quiet = { ...(await surroundings()), toasts: [], dialog: undefined, panel: false, ours: 1 };
  expect(quiet.sideBar).toBe('Explorer');

  for (const path of [...DOCUMENTS, ...CODE]) {
    await window.openFile(path);
    await window.goto(1);
    // Whoever types goes on typing where they were.
    await page.keyboard.type('x y z');
    await eventually(() => window.editorText()).toMatch(/^x y z/);
    await window.save();
    expect(await page.evaluate(() => document.activeElement?.closest('.editor-instance') !== null)).toBe(true);
    await window.command('View: Close Editor');
    expect(await surroundings()).toEqual(quiet);
  }
  // It was not quiet because it was asleep.
  expect(await findings(window, 'src/boarding/scan.js')).toHaveLength(1);
  expect(await findings(window, 'docs/')).not.toEqual([]);
  expect(files()).toEqual(before);
  await page.keyboard.press('Control+Shift+E');
  expect(await surroundings()).toEqual(quiet);
});
