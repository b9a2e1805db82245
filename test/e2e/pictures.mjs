/** Takes the pictures of the README anew, on the built extension: `npm run build && node test/e2e/pictures.mjs [name…]`. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerBox, asRepository } from './support/gate.mjs';
import { withPalette } from './support/png.mjs';
import { closeAll, openWorkbench, startHost, until } from './support/vscode.mjs';
import { settled } from './support/wait.mjs';

const FERRY = fileURLToPath(new URL('../../examples/harbour-ferry', import.meta.url));
const TARGET = fileURLToPath(new URL('../../media/screenshots', import.meta.url));
/** They travel with the extension: more than this is too much, in bytes. */
const LARGEST = 150_000;

/** @typedef {import('./support/vscode.mjs').Workbench} Workbench */

/** What is in each picture. @type {Record<string, (window: Workbench) => Promise<void>>} */
const pictures = {
  async plan(window) {
    await window.showView();
    await widenSideBar(window);
    await window.openFile('docs/plan.md');
    await window.goto(95);
    await until('the findings', async () => (await window.squiggles()).length > 0);
  },
  async 'quick-fix'(window) {
    await window.openFile('docs/plan.md');
    await window.command('Problems: Focus on Problems View');
    await window.goto(104, 15);
    await until('the findings', async () => (await window.squiggles()).length > 0);
    await until('the fixes', async () => (await window.quickFix()).titles.length > 1);
  },
  async scope(window) {
    await window.openFile('src/boarding/scan.js');
    const [column] = (await window.editorText())
      .split('\n')
      .flatMap((line) => (line.includes('seats:') ? line.indexOf(' }') + 1 : []));
    await window.typeAt(4, Number(column), ', child: false ');
    await until('the finding', async () => (await window.squiggles()).length > 0);
    await window.goto(6);
    await window.hover('/**');
    await window.page.locator('.monaco-hover:visible', { hasText: 'Checking for quick fixes' }).waitFor({ state: 'hidden' });
  },
  async checklist(window) {
    await window.command('Testing: Focus on Test Explorer View');
    const phase = window.page.locator('.test-explorer .monaco-list-row', { hasText: 'Phase 2: Seat booking' }).first();
    await until('the tests', () => phase.isVisible());
    await widenSideBar(window);
    await phase.locator('.monaco-tl-twistie').click();
    const test = window.page.locator('.test-explorer .monaco-list-row', { hasText: 'Free seats for the displays' }).first();
    await test.hover();
    await test.locator('.action-label[aria-label^="Run Test"]').click();
    await until('the test', async () => (await window.quickPick()).title.includes('Free seats for the displays'));
    await (await window.quickPick()).pick('Run the command…');
    await until('the question', async () => (await window.dialog())?.message === 'Run this command?');
    await (await window.dialog())?.press('Run');
    await until('the end of the run', async () =>
      (await window.quickPick()).entries.some(({ description }) => description === 'what the run shows'),
    );
  },
  async verdict(window) {
    await window.openFile('docs/phases/phase-2.md');
    await window.command('Phasewise: Show gate verdict');
    await (await window.quickPick()).pick('Phase 2: Seat booking');
    await until('the verdict', async () => (await window.quickPick()).title.includes('not through'));
  },
  async 'sign-off'(window) {
    await window.openFile('docs/phases/phase-1.md');
    await window.command('Phasewise: Sign off a phase');
    await (await window.quickPick()).pick('Phase 1: Timetable and fares');
    await until('the verdict', async () => (await window.quickPick()).title.includes('not through'));
    await (await window.quickPick()).pick('Sign off in spite of it…');
    await answerBox(window, 'Why is it signed off', 'The harbour office confirms the fares on Monday');
    await answerBox(window, 'In what role', 'Release manager');
    await answerBox(window, 'Who signs?', 'Maren Holt');
    await until('the last question', async () => (await window.quickPick()).entries[0]?.label === 'Sign off');
  },
};

mkdirSync(TARGET, { recursive: true });
const host = await startHost({
  settings: { 'editor.minimap.enabled': false, 'editor.stickyScroll.enabled': false, 'explorer.compactFolders': false },
});
try {
  const wanted = process.argv.slice(2);
  for (const [name, arrange] of Object.entries(pictures)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const window = await openWorkbench({ folder: FERRY, host, viewport: { width: 1280, height: 800 }, prepare: asRepository });
    await until('the plan to be read', () => window.statusBar('phasewise'));
    await arrange(window);
    // Nothing is busy and nothing about to move.
    const busy = async () => (await window.statusBar(/Activating|Analyzing|Initializing/)) !== undefined;
    await until('the status bar to rest', async () => !(await settled(busy, 600)));
    if (!name.startsWith('scope')) {
      await window.page.mouse.move(900, 790);
      await until('no hover', async () => (await window.page.locator('.monaco-hover.workbench-hover:visible').count()) === 0);
    }
    const picture = withPalette(await window.page.screenshot());
    await window.close();
    console.log(`${name}.png ${Math.ceil(picture.length / 1000)} KB`);
    if (picture.length > LARGEST) throw new Error(`${name}.png is larger than ${LARGEST / 1000} KB.`);
    writeFileSync(join(TARGET, `${name}.png`), picture);
  }
} finally {
  await closeAll();
  await host.stop();
}

/** As a person does who wants to read what the rows say. @param {Workbench} window */
async function widenSideBar({ page }) {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (!box) throw new Error('There is no side bar.');
  const edge = box.x + box.width + 2;
  await page.mouse.move(edge, 400);
  await page.mouse.down();
  await page.mouse.move(edge + 120, 400, { steps: 5 });
  await page.mouse.up();
}
